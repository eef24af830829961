package dateline.enrich.place;

/**
 * Tells in a glance that a key is of no name, as most are; of one in some dozens it says wrongly that it may be. All bits of a key
 * are in one long, so that a glance takes one fetch from memory, and there are few enough to stay near the processor.
 */
final class KeyFilter {
    private static final int BITS_A_KEY = 8;

    private final long[] bits;
    private final int mask;

    /** @param room how many keys will be added */
    KeyFilter(int room) {
        int size = Integer.highestOneBit(Math.max(1, room) * BITS_A_KEY / Long.SIZE + 1) * 2;
        bits = new long[size];
        mask = size - 1;
    }

    void add(long key) {
        bits[(int) key & mask] |= pattern(key);
    }

    boolean mayHave(long key) {
        long pattern = pattern(key);
        return (bits[(int) key & mask] & pattern) == pattern;
    }

    /** Three bits, by the part of a key that does not say which long. */
    private static long pattern(long key) {
        return 1L << (key >>> 24) | 1L << (key >>> 30) | 1L << (key >>> 36);
    }
}
