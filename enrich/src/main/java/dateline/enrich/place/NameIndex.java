package dateline.enrich.place;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Which places bear a name: keys in their order beside the places, found by a table of their first bits and a short search. */
final class NameIndex {
    private static final int FIRST_BITS = 16;

    private final long[] keys;
    private final int[] places;
    private final int[] firsts = new int[(1 << FIRST_BITS) + 1];

    /**
     * @param keys in ascending order; a key is there once for each place that bears it
     * @param places as many
     */
    NameIndex(long[] keys, int[] places) {
        this.keys = keys;
        this.places = places;
        int next = 0;
        for (int first = 0; first < firsts.length; first++) {
            long least = (long) first << (Keys.BITS - FIRST_BITS);
            while (next < keys.length && keys[next] < least) {
                next++;
            }
            firsts[first] = next;
        }
    }

    int size() {
        return keys.length;
    }

    long key(int at) {
        return keys[at];
    }

    /** The place at a position, with a bit at its end that says whether the name is a by-name of it. */
    int value(int at) {
        return places[at];
    }

    /** The first position of a key; negative if no place bears it. */
    int find(long key) {
        int first = (int) (key >>> (Keys.BITS - FIRST_BITS));
        int at = Arrays.binarySearch(keys, firsts[first], firsts[first + 1], key);
        while (at > 0 && keys[at - 1] == key) {
            at--;
        }
        return at;
    }

    /** Whether any of the places that bear it is so. */
    boolean any(long key, IntPredicate so) {
        for (int at = find(key); at >= 0 && at < keys.length && keys[at] == key; at++) {
            if (so.test(places[at])) {
                return true;
            }
        }
        return false;
    }

    /** Gathers names, in any order. */
    static final class Builder {
        private long[] keys = new long[1 << 12];
        private int[] places = new int[1 << 12];
        private int count;

        void add(long key, int place, boolean byName) {
            if (count == keys.length) {
                keys = Arrays.copyOf(keys, count * 2);
                places = Arrays.copyOf(places, count * 2);
            }
            keys[count] = key;
            places[count++] = (place << 1) | (byName ? 1 : 0);
        }

        /** The index; a place that a key was given twice for is there once, under its own name if that is one of both. */
        NameIndex build() {
            Integer[] order = new Integer[count];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> {
                int byKey = Long.compare(keys[a], keys[b]);
                return byKey != 0 ? byKey : Integer.compare(places[a], places[b]);
            });
            long[] sortedKeys = new long[count];
            int[] sortedPlaces = new int[count];
            int kept = 0;
            for (int i : order) {
                boolean again =
                        kept > 0 && sortedKeys[kept - 1] == keys[i] && sortedPlaces[kept - 1] >> 1 == places[i] >> 1;
                if (!again) {
                    sortedKeys[kept] = keys[i];
                    sortedPlaces[kept++] = places[i];
                }
            }
            return new NameIndex(Arrays.copyOf(sortedKeys, kept), Arrays.copyOf(sortedPlaces, kept));
        }
    }
}
