package dateline.enrich.place;

/** Tells in a glance that a key is of no name, as most are; of one in some hundreds it says wrongly that it may be. */
final class KeyFilter {
    private static final int BITS_A_KEY = 16;

    private final long[] bits;
    private final int mask;

    /** @param room how many keys will be added */
    KeyFilter(int room) {
        int size = Math.max(64, Integer.highestOneBit(Math.max(1, room) * BITS_A_KEY) * 2);
        bits = new long[size / Long.SIZE];
        mask = size - 1;
    }

    void add(long key) {
        set((int) key & mask);
        set((int) (key >>> 20) & mask);
    }

    private void set(int bit) {
        bits[bit >>> 6] |= 1L << bit;
    }

    boolean mayHave(long key) {
        return has((int) key & mask) && has((int) (key >>> 20) & mask);
    }

    private boolean has(int bit) {
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }
}
