package dateline.schemas;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A topic and how its records are written. Keys are always text.
 *
 * @param name the topic's name in Kafka
 * @param values how its values are written
 * @param kept what Kafka keeps of it
 */
public record Topic<V>(String name, Serde<V> values, Kept kept) {

    /** The keys' serde, the same on every topic. */
    public static final Serde<String> KEYS = Serdes.String();

    /** What Kafka keeps of a topic. */
    public enum Kept {
        /** everything, for as long as the topic's retention says */
        LOG("delete"),
        /** everything, for a while after it arrived */
        LOG_FOR_A_WHILE("delete"),
        /** the latest record of each key, for good */
        LATEST("compact"),
        /** the latest record of each key, for as long as the topic's retention says */
        LATEST_FOR_A_WHILE("compact,delete");

        private final String cleanupPolicy;

        Kept(String cleanupPolicy) {
            this.cleanupPolicy = cleanupPolicy;
        }

        /** The value of Kafka's {@code cleanup.policy}. */
        public String cleanupPolicy() {
            return cleanupPolicy;
        }
    }

    /** A source step of this name that reads the topic. */
    public Consumed<String, V> consumed(String step) {
        return Consumed.with(KEYS, values).withName(step);
    }

    /** A sink step of this name that writes the topic. */
    public Produced<String, V> produced(String step) {
        return Produced.with(KEYS, values).withName(step);
    }

    /** A store of this name for values such as this topic's, kept on disk and backed by a changelog. */
    public StoreBuilder<KeyValueStore<String, V>> stored(String store) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store), KEYS, values);
    }
}
