package dateline.enrich;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store whose latest values are at hand as they were put, for an item that asks for its kin is told of them moments later.
 * Only for a store that nobody else writes to, and for values that nobody changes; of one task, and new with each start of it,
 * so that a transaction that was given up leaves nothing behind.
 */
final class Recent<V> {
    private static final int MOST = 256;

    private final KeyValueStore<String, V> store;
    private final Map<String, V> latest = new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST;
        }
    };

    Recent(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Nullable
    V get(String key) {
        V known = latest.get(key);
        return known == null ? store.get(key) : known;
    }

    void put(String key, V value) {
        store.put(key, value);
        latest.put(key, value);
    }

    void delete(String key) {
        store.delete(key);
        latest.remove(key);
    }
}
