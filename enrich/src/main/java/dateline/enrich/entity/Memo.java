package dateline.enrich.entity;

/**
 * What the features of a few small values have for each label, by those values: they recur all the time, and one look here is
 * quicker than one for each of their features. Forgets what another takes the place of.
 */
final class Memo {
    private static final int SIZE = 1 << 12;

    private final long[] keys = new long[SIZE];
    private final long[] sums = new long[SIZE * Rows.SUMS];

    /** Where in {@link #sums()} those of some values are or are to be. */
    static int at(long values) {
        return (int) ((values * 0x9E37_79B9_7F4A_7C15L) >>> 52) * Rows.SUMS;
    }

    /** Whether they are there. If not, nothing is, and they are expected next. */
    boolean has(long values, int at) {
        int slot = at / Rows.SUMS;
        if (keys[slot] == values + 1) {
            return true;
        }
        keys[slot] = values + 1;
        for (int i = 0; i < Rows.SUMS; i++) {
            sums[at + i] = 0;
        }
        return false;
    }

    long[] sums() {
        return sums;
    }
}
