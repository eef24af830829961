package dateline.enrich.entity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The best labels for a stretch of tokens, given the score of each label at each and of each label after each. */
public final class Decoder {
    private static final float NEVER = -1e30f;
    private static final int L = Label.COUNT;

    private static final int[][] BEFORE = new int[L][];

    static {
        for (int label = 0; label < L; label++) {
            BEFORE[label] = bits(Label.before(label));
        }
    }

    private final float[] transitions;
    private float[] forward = new float[L * 64];
    private float[] backward = new float[L * 64];
    private byte[] from = new byte[L * 64];

    /** @param transitions from label to label, by the first times {@link Label#COUNT} plus the second */
    public Decoder(float[] transitions) {
        this.transitions = transitions;
    }

    /**
     * Sets the labels that together score highest.
     *
     * @param scores of each label for each token, one after another
     * @param allowed for each token the labels that it may have, as bits; null where all may be
     */
    public void best(float[] scores, int tokens, int @Nullable [] allowed, int[] labels) {
        if (tokens == 1 && allowed == null) {
            labels[0] = bestOnly(scores);
            return;
        }
        forward(scores, tokens, allowed);
        int last = 0;
        float best = NEVER;
        int end = (tokens - 1) * L;
        for (int label = 0; label < L; label++) {
            if ((Label.CLOSED >> label & 1) != 0 && forward[end + label] > best) {
                best = forward[end + label];
                last = label;
            }
        }
        for (int i = tokens - 1; i >= 0; i--) {
            labels[i] = last;
            last = from[i * L + last];
        }
    }

    /** Most stretches are of one token, which is a name by itself or none. */
    private int bestOnly(float[] scores) {
        int best = 0;
        float most = scores[0] + transitions[0];
        for (int label = 1 + Label.ONLY; label < L; label += 4) {
            float score = scores[label] + transitions[label];
            if (score > most) {
                most = score;
                best = label;
            }
        }
        return best;
    }

    private static int[] bits(int set) {
        return IntStream.range(0, L).filter(bit -> (set >> bit & 1) != 0).toArray();
    }

    private void forward(float[] scores, int tokens, int @Nullable [] allowed) {
        if (forward.length < tokens * L) {
            forward = new float[tokens * L * 2];
            from = new byte[tokens * L * 2];
        }
        for (int label = 0; label < L; label++) {
            boolean may = (Label.before(label) & 1) != 0 && (allowed == null || (allowed[0] >> label & 1) != 0);
            forward[label] = may ? scores[label] + transitions[label] : NEVER;
            from[label] = 0;
        }
        for (int i = 1; i < tokens; i++) {
            int at = i * L;
            int before = at - L;
            for (int label = 0; label < L; label++) {
                float best = NEVER;
                int by = 0;
                if (allowed == null || (allowed[i] >> label & 1) != 0) {
                    for (int earlier : BEFORE[label]) {
                        float score = forward[before + earlier] + transitions[earlier * L + label];
                        if (score > best) {
                            best = score;
                            by = earlier;
                        }
                    }
                    best += scores[at + label];
                }
                forward[at + label] = Math.max(best, NEVER);
                from[at + label] = (byte) by;
            }
        }
    }

    /**
     * By how much the best labelling beats the best one that has another label at a token; after {@link #best} over the same.
     *
     * @param margins set for each token
     */
    void margins(float[] scores, int tokens, int[] labels, float[] margins) {
        if (tokens == 1) {
            float other = NEVER;
            for (int label = 0; label < L; label = label == 0 ? 1 + Label.ONLY : label + 4) {
                if (label != labels[0]) {
                    other = Math.max(other, scores[label] + transitions[label]);
                }
            }
            margins[0] = scores[labels[0]] + transitions[labels[0]] - other;
            return;
        }
        if (backward.length < tokens * L) {
            backward = new float[tokens * L * 2];
        }
        int end = (tokens - 1) * L;
        for (int label = 0; label < L; label++) {
            backward[end + label] = (Label.CLOSED >> label & 1) != 0 ? 0 : NEVER;
        }
        for (int i = tokens - 2; i >= 0; i--) {
            int at = i * L;
            Arrays.fill(backward, at, at + L, NEVER);
            for (int label = 0; label < L; label++) {
                float after = backward[at + L + label] + scores[at + L + label];
                for (int earlier : BEFORE[label]) {
                    float score = after + transitions[earlier * L + label];
                    if (score > backward[at + earlier]) {
                        backward[at + earlier] = score;
                    }
                }
            }
        }
        for (int i = 0; i < tokens; i++) {
            float best = forward[i * L + labels[i]] + backward[i * L + labels[i]];
            float other = NEVER;
            for (int label = 0; label < L; label++) {
                if (label != labels[i]) {
                    other = Math.max(other, forward[i * L + label] + backward[i * L + label]);
                }
            }
            margins[i] = best - other;
        }
    }
}
