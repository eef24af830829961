package dateline.enrich.entity;

/**
 * The rows of weights by the number of their feature, laid out so that a token's features are looked up and added at the
 * least cost: most of the tagger's time goes into this.
 *
 * <p>A row is three longs side by side, so that one fetch from memory mostly brings it all: sixteen labels a byte each, and
 * then the feature's number in the lower half, the seventeenth label above it, and a one above that. A weight is kept with
 * 128 added, so that no byte is below nothing. The bytes of a long are added four at a time: every other byte is masked out
 * to leave four of them with a byte of room between, sums of 16 bits, which {@link Features#MOST} bytes cannot overflow. The
 * ones count the rows, so that what they had added can be taken off at the end.
 */
final class Rows {
    /** How many longs hold the sums of all labels. */
    static final int SUMS = 5;

    private static final int L = Label.COUNT;
    private static final int BIAS = 128;
    private static final long EVERY_OTHER = 0x00FF_00FF_00FF_00FFL;
    private static final long ONE = 1L << 48;
    private static final int WIDTH = 3;
    private static final int NUMBER = 2;
    private static final int SEEN = 1 << 21;

    /** Open addressed; {@link #NUMBER} of what is free is 0. */
    private final long[] table;

    private final int places;
    /** A bit for each feature there is, by its own lower bits: small enough to stay near the processor, it turns most away. */
    private final long[] seen = new long[SEEN / 64];

    private final int count;

    /**
     * @param features their numbers, none twice, none 0
     * @param weights a row of {@link Label#COUNT} for each
     */
    Rows(int[] features, byte[] weights) {
        count = features.length;
        places = count * 2 + count / 4 + 16;
        table = new long[places * WIDTH];
        for (int row = 0; row < count; row++) {
            put(features[row], weights, row * L);
        }
    }

    private void put(int feature, byte[] weights, int row) {
        int at = home(feature);
        while (table[at + NUMBER] != 0) {
            at = after(at);
        }
        for (int label = 0; label < L - 1; label++) {
            table[at + label / 8] |= (long) (weights[row + label] + BIAS) << (label % 8 * 8);
        }
        table[at + NUMBER] = ONE | (long) (weights[row + L - 1] + BIAS) << 32 | (feature & 0xffff_ffffL);
        seen[(feature & (SEEN - 1)) >>> 6] |= 1L << feature;
    }

    /** Where the row of a feature stands, if no other stands there. */
    private int home(int feature) {
        return (int) (((feature & 0xffff_ffffL) * places) >>> 32) * WIDTH;
    }

    private int after(int at) {
        return at + WIDTH == table.length ? 0 : at + WIDTH;
    }

    int count() {
        return count;
    }

    /** Adds the rows of some features to sums. The features are left in another order. */
    void add(int[] features, int from, int to, long[] sums, int at) {
        // Without a branch, which no processor could foresee: what may have a row moves to the front.
        int may = from;
        for (int i = from; i < to; i++) {
            int feature = features[i];
            features[may] = feature;
            may += (int) (seen[(feature & (SEEN - 1)) >>> 6] >>> feature) & 1;
        }
        long even = sums[at];
        long odd = sums[at + 1];
        long evenAbove = sums[at + 2];
        long oddAbove = sums[at + 3];
        long last = sums[at + 4];
        for (int i = from; i < may; i++) {
            int feature = features[i];
            int row = home(feature);
            long number = table[row + NUMBER];
            while ((int) number != feature && number != 0) {
                row = after(row);
                number = table[row + NUMBER];
            }
            if (number != 0) {
                long below = table[row];
                long above = table[row + 1];
                even += below & EVERY_OTHER;
                odd += below >>> 8 & EVERY_OTHER;
                evenAbove += above & EVERY_OTHER;
                oddAbove += above >>> 8 & EVERY_OTHER;
                last += number >>> 32;
            }
        }
        sums[at] = even;
        sums[at + 1] = odd;
        sums[at + 2] = evenAbove;
        sums[at + 3] = oddAbove;
        sums[at + 4] = last;
    }

    /** How many rows were added to sums. */
    static int rows(long[] sums, int at) {
        return (int) sums[at + 4] >>> 16;
    }

    /** What each label has in sums, times a scale. */
    static void unpack(long[] sums, int at, float scale, float[] scores, int to) {
        int bias = rows(sums, at) * BIAS;
        for (int half = 0; half < 2; half++) {
            long even = sums[at + half * 2];
            long odd = sums[at + half * 2 + 1];
            for (int lane = 0; lane < 4; lane++) {
                int label = to + half * 8 + lane * 2;
                scores[label] = ((int) (even >>> (lane * 16) & 0xffff) - bias) * scale;
                scores[label + 1] = ((int) (odd >>> (lane * 16) & 0xffff) - bias) * scale;
            }
        }
        scores[to + L - 1] = ((int) (sums[at + 4] & 0xffff) - bias) * scale;
    }

    /** The numbers of all features into an array; answers where they end. */
    int numbers(int[] into, int from) {
        int to = from;
        for (int at = 0; at < table.length; at += WIDTH) {
            if (table[at + NUMBER] != 0) {
                into[to++] = (int) table[at + NUMBER];
            }
        }
        return to;
    }

    /** The weights of a feature that there is. */
    void row(int feature, byte[] into, int to) {
        int at = home(feature);
        while ((int) table[at + NUMBER] != feature) {
            at = after(at);
        }
        for (int label = 0; label < L - 1; label++) {
            into[to + label] = (byte) ((table[at + label / 8] >>> (label % 8 * 8) & 0xff) - BIAS);
        }
        into[to + L - 1] = (byte) ((table[at + NUMBER] >>> 32 & 0xff) - BIAS);
    }
}
