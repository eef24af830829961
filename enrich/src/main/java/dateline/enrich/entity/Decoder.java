package dateline.enrich.entity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The best labels for a stretch of tokens, given the score of each label at each and of each label after each. */
public final class Decoder {
    private static final float NEVER = -1e30f;
    private static final int L = Label.COUNT;

    /** Those that may end a name or stand outside: what may come before those that begin one or stand outside. */
    private static final int[] CLOSED = bits(Label.CLOSED);
    /** Those that begin a name or stand outside. */
    private static final int[] OPENING = IntStream.range(0, L)
            .filter(label -> Label.before(label) == Label.CLOSED)
            .toArray();
    /** By type: after its first of several tokens and those amid comes one amid or the last, and nothing else. */
    private static final int[] FIRSTS = IntStream.range(0, L)
            .filter(label -> label != Label.OUTSIDE && (label - 1) % 4 == Label.FIRST)
            .toArray();

    /** How much of a score may be lost in rounding, and more. */
    private static final float ROUNDING = 1e-5f;

    private final float[] transitions;
    /** For a closed label and an earlier rival, how far the rival may be behind and still be the better one before some label. */
    private final float[] catchUp = new float[L * L];
    /** The same for two labels that open after some closed one. */
    private final float[] catchUpBefore = new float[L * L];

    private float[] forward = new float[L * 64];
    private float[] backward = new float[L * 64];
    private final float[] after = new float[L];

    /**
     * @param transitions from label to label, by the first times {@link Label#COUNT} plus the second; they may change as long as
     *     {@link #settled()} has not been called
     */
    public Decoder(float[] transitions) {
        this.transitions = transitions;
        Arrays.fill(catchUp, Float.POSITIVE_INFINITY);
        Arrays.fill(catchUpBefore, Float.POSITIVE_INFINITY);
    }

    /**
     * The same, and quicker: the transitions will not change, so that most labels can be left out of account. One that is further
     * behind than any transition makes good is not the better one before any label.
     */
    Decoder settled() {
        for (int leader : CLOSED) {
            for (int rival : CLOSED) {
                float most = Float.NEGATIVE_INFINITY;
                for (int label : OPENING) {
                    most = Math.max(most, transitions[rival * L + label] - transitions[leader * L + label]);
                }
                catchUp[leader * L + rival] = most;
            }
        }
        for (int leader : OPENING) {
            for (int rival : OPENING) {
                float most = Float.NEGATIVE_INFINITY;
                for (int label : CLOSED) {
                    most = Math.max(most, transitions[label * L + rival] - transitions[label * L + leader]);
                }
                catchUpBefore[leader * L + rival] = most;
            }
        }
        return this;
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
            last = i == 0 ? 0 : before(i, last);
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

    /** The best label before one on the best path. */
    private int before(int token, int label) {
        int best = 0;
        if (forward[token * L + label] > NEVER) {
            float most = NEVER;
            int before = (token - 1) * L;
            for (int bits = Label.before(label); bits != 0; bits &= bits - 1) {
                int earlier = Integer.numberOfTrailingZeros(bits);
                float score = forward[before + earlier] + transitions[earlier * L + label];
                if (score > most) {
                    most = score;
                    best = earlier;
                }
            }
        }
        return best;
    }

    private static int leader(float[] scores, int at, int[] labels) {
        int leader = labels[0];
        for (int label : labels) {
            if (scores[at + label] > scores[at + leader]) {
                leader = label;
            }
        }
        return leader;
    }

    private void forward(float[] scores, int tokens, int @Nullable [] allowed) {
        if (forward.length < tokens * L) {
            forward = new float[tokens * L * 2];
        }
        float[] forward = this.forward;
        float[] transitions = this.transitions;
        for (int label = 0; label < L; label++) {
            boolean may = (Label.before(label) & 1) != 0 && (allowed == null || (allowed[0] >> label & 1) != 0);
            forward[label] = may ? scores[label] + transitions[label] : NEVER;
        }
        for (int i = 1; i < tokens; i++) {
            int at = i * L;
            int before = at - L;
            int leader = leader(forward, before, CLOSED);
            float ahead = forward[before + leader];
            for (int label : OPENING) {
                forward[at + label] = ahead + transitions[leader * L + label];
            }
            float slack = Math.abs(ahead) * ROUNDING;
            for (int rival : CLOSED) {
                float behind = forward[before + rival];
                if (rival != leader && ahead - behind <= catchUp[leader * L + rival] + slack) {
                    for (int label : OPENING) {
                        float score = behind + transitions[rival * L + label];
                        if (score > forward[at + label]) {
                            forward[at + label] = score;
                        }
                    }
                }
            }
            for (int first : FIRSTS) {
                float opened = forward[before + first];
                float amid = forward[before + first + Label.AMID];
                for (int label = first + Label.AMID; label <= first + Label.LAST; label++) {
                    forward[at + label] = Math.max(
                            opened + transitions[first * L + label],
                            amid + transitions[(first + Label.AMID) * L + label]);
                }
            }
            for (int label = 0; label < L; label++) {
                boolean may = allowed == null || (allowed[i] >> label & 1) != 0;
                forward[at + label] = may ? Math.max(forward[at + label] + scores[at + label], NEVER) : NEVER;
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
            int next = at + L;
            for (int label = 0; label < L; label++) {
                after[label] = backward[next + label] + scores[next + label];
            }
            int leader = leader(after, 0, OPENING);
            float ahead = after[leader];
            for (int label : CLOSED) {
                backward[at + label] = ahead + transitions[label * L + leader];
            }
            float slack = Math.abs(ahead) * ROUNDING;
            for (int rival : OPENING) {
                if (rival != leader && ahead - after[rival] <= catchUpBefore[leader * L + rival] + slack) {
                    for (int label : CLOSED) {
                        float score = after[rival] + transitions[label * L + rival];
                        if (score > backward[at + label]) {
                            backward[at + label] = score;
                        }
                    }
                }
            }
            for (int first : FIRSTS) {
                for (int label = first; label <= first + Label.AMID; label++) {
                    backward[at + label] = Math.max(
                            after[first + Label.AMID] + transitions[label * L + first + Label.AMID],
                            after[first + Label.LAST] + transitions[label * L + first + Label.LAST]);
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
