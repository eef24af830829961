package dateline.enrich.place;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** What stands under each key of {@link Keys}. Open addressed, since a text is asked for at every word. */
final class KeyTable<V> {
    /** No key is as long as this. */
    private static final long FREE = -1;

    private long[] keys = new long[1 << 6];
    private @Nullable Object[] values = new Object[keys.length];
    private int size;

    KeyTable() {
        Arrays.fill(keys, FREE);
    }

    int size() {
        return size;
    }

    @Nullable
    V get(long key) {
        return value(slot(key));
    }

    @SuppressWarnings("unchecked") // only put() sets them
    private @Nullable V value(int slot) {
        return (V) values[slot];
    }

    void put(long key, V value) {
        int slot = slot(key);
        if (keys[slot] == FREE) {
            size++;
            if (size * 2 > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        values[slot] = value;
    }

    void keys(LongConsumer to) {
        Arrays.stream(keys).filter(key -> key != FREE).forEach(to);
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key ^ key >>> 24) & mask;
        while (keys[slot] != key && keys[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        Arrays.fill(keys, FREE);
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
