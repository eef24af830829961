package dateline.enrich.entity.train;

import dateline.enrich.entity.Clusters;
import dateline.enrich.entity.Decoder;
import dateline.enrich.entity.Label;
import dateline.enrich.entity.Lexicon;
import dateline.enrich.entity.Model;
import java.util.Arrays;
import java.util.Random;

/**
 * A structured perceptron with a margin: labels each stretch as it would, every wrong label made a little more tempting, and
 * moves the weights from what it chose to what is right. The mean of all weights on the way is what is kept.
 */
final class Perceptron {
    private static final int L = Label.COUNT;

    private final Examples examples;
    private final float margin;
    private final float[] weights;
    private final float[] sums;
    private final float[] transitions = new float[L * L];
    private final float[] transitionSums = new float[L * L];
    private final Decoder decoder = new Decoder(transitions);
    private float[] scores = new float[L * 64];
    private int[] chosen = new int[64];
    private int[] right = new int[64];
    private int[] allowed = new int[64];
    private double step = 1;
    private boolean learnsTransitions = true;

    Perceptron(Examples examples, float margin) {
        this.examples = examples;
        this.margin = margin;
        weights = new float[examples.known() * L];
        sums = new float[examples.known() * L];
    }

    /** Keeps to these transitions. */
    void keep(float[] given) {
        System.arraycopy(given, 0, transitions, 0, given.length);
        learnsTransitions = false;
    }

    /** Goes through the stretches, each as often as its weight says, in an order that the seed gives. */
    int epoch(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int wrong = 0;
        for (int run : order) {
            wrong += learn(run) ? 1 : 0;
            step++;
        }
        return wrong;
    }

    private boolean learn(int run) {
        int from = examples.run(run);
        int count = examples.run(run + 1) - from;
        if (chosen.length < count) {
            scores = new float[L * count * 2];
            chosen = new int[count * 2];
            right = new int[count * 2];
            allowed = new int[count * 2];
        }
        boolean certain = true;
        int[] features = examples.features();
        for (int i = 0; i < count; i++) {
            int at = i * L;
            examples.first(from + i, scores, at);
            for (int f = examples.token(from + i); f < examples.token(from + i + 1); f++) {
                int row = features[f] * L;
                for (int label = 0; label < L; label++) {
                    scores[at + label] += weights[row + label];
                }
            }
            allowed[i] = examples.allowed(from + i);
            certain &= Integer.bitCount(allowed[i]) == 1;
        }
        if (certain) {
            for (int i = 0; i < count; i++) {
                right[i] = Integer.numberOfTrailingZeros(allowed[i]);
            }
        } else {
            decoder.best(scores, count, allowed, right);
        }
        for (int i = 0; i < count; i++) {
            for (int label = 0; label < L; label++) {
                if ((allowed[i] >> label & 1) == 0) {
                    scores[i * L + label] += margin;
                }
            }
        }
        decoder.best(scores, count, null, chosen);
        if (Arrays.equals(right, 0, count, chosen, 0, count)) {
            return false;
        }
        boolean wrong = false;
        int lastRight = 0;
        int lastChosen = 0;
        for (int i = 0; i < count; i++) {
            if (right[i] != chosen[i]) {
                wrong |= (allowed[i] >> chosen[i] & 1) == 0;
                for (int f = examples.token(from + i); f < examples.token(from + i + 1); f++) {
                    int row = features[f] * L;
                    weights[row + right[i]] += 1;
                    weights[row + chosen[i]] -= 1;
                    sums[row + right[i]] += (float) step;
                    sums[row + chosen[i]] -= (float) step;
                }
            }
            if (learnsTransitions && (right[i] != chosen[i] || lastRight != lastChosen)) {
                transitions[lastRight * L + right[i]] += 1;
                transitions[lastChosen * L + chosen[i]] -= 1;
                transitionSums[lastRight * L + right[i]] += (float) step;
                transitionSums[lastChosen * L + chosen[i]] -= (float) step;
            }
            lastRight = right[i];
            lastChosen = chosen[i];
        }
        return wrong;
    }

    /** What was learnt, weights in steps of the scale; features that say less than the least are left out. */
    Model model(Lexicon lexicon, Clusters clusters, double least, float scale) {
        float[] mean = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            mean[i] = (float) (weights[i] - sums[i] / step);
        }
        int[] kept = new int[examples.known()];
        int count = 0;
        for (int row = 0; row < kept.length; row++) {
            float strongest = 0;
            for (int label = 0; label < L; label++) {
                strongest = Math.max(strongest, Math.abs(mean[row * L + label]));
            }
            if (strongest >= least * scale) {
                kept[count++] = row;
            }
        }
        int[] numbers = new int[count];
        byte[] steps = new byte[count * L];
        for (int i = 0; i < count; i++) {
            numbers[i] = examples.numberAt(kept[i]);
            for (int label = 0; label < L; label++) {
                float weight = Math.clamp(mean[kept[i] * L + label] / scale, -127, 127);
                steps[i * L + label] = (byte) Math.round(weight);
            }
        }
        float[] meanTransitions = new float[L * L];
        for (int i = 0; i < meanTransitions.length; i++) {
            meanTransitions[i] = (float) (transitions[i] - transitionSums[i] / step);
        }
        return new Model(numbers, steps, scale, meanTransitions, lexicon, clusters);
    }
}
