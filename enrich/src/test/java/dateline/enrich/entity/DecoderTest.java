package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class DecoderTest {
    private static final int L = Label.COUNT;
    private static final int TOKENS = 4;
    private static final int STRETCHES = 20;

    private final float[] transitions = new float[L * L];
    private final float[] scores = new float[TOKENS * L];
    /** For each label of each token, the best that a labelling with it scores. */
    private final float[] most = new float[TOKENS * L];

    @RepeatedTest(6)
    void theBestLabelsAndTheirMarginsAreThoseOfAllLabellings(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        // From labels that transitions decide to such as hardly any can.
        float spread = 3 << run.getCurrentRepetition();
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = random.nextFloat() * 60 - 30;
        }
        var settled = new Decoder(transitions).settled();
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] = (random.nextFloat() - 0.5f) * spread;
            }
            int[] labels = new int[TOKENS];
            int[] unsettled = new int[TOKENS];
            float[] margins = new float[TOKENS];
            settled.best(scores, TOKENS, null, labels);
            settled.margins(scores, TOKENS, labels, margins);
            new Decoder(transitions).best(scores, TOKENS, null, unsettled);

            all();

            assertThat(labels).containsExactly(unsettled);
            for (int token = 0; token < TOKENS; token++) {
                float other = Float.NEGATIVE_INFINITY;
                for (int label = 0; label < L; label++) {
                    assertThat(most[token * L + labels[token]]).isGreaterThanOrEqualTo(most[token * L + label]);
                    other = label == labels[token] ? other : Math.max(other, most[token * L + label]);
                }
                assertThat(margins[token]).isCloseTo(most[token * L + labels[token]] - other, within(0.01f));
            }
        }
    }

    private void all() {
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        all(0, 0, 0, new int[TOKENS]);
    }

    private void all(int token, int before, float score, int[] labels) {
        if (token == TOKENS) {
            if ((Label.CLOSED >> before & 1) != 0) {
                for (int i = 0; i < TOKENS; i++) {
                    most[i * L + labels[i]] = Math.max(most[i * L + labels[i]], score);
                }
            }
            return;
        }
        for (int label = 0; label < L; label++) {
            if ((Label.before(label) >> before & 1) != 0) {
                labels[token] = label;
                all(token + 1, label, score + transitions[before * L + label] + scores[token * L + label], labels);
            }
        }
    }
}
