package dateline.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * How records are written to topics: in Avro's single-object encoding, or, where a schema registry is configured, in the
 * wire format of Confluent's registry. Either way both are read, told apart by their first byte.
 */
public sealed interface Encoding {

    /** The configuration key that names the registry's address, among Kafka's own. */
    String REGISTRY = "schema.registry.url";

    /** Avro's single-object encoding (Avro specification, "Single-object encoding"): needs nothing but the schemas. */
    record SingleObject() implements Encoding {
        @Override
        public <T extends SpecificRecord> Serde<T> of(Class<T> type, String topic) {
            return RecordSerde.singleObject(type);
        }
    }

    /** Confluent's wire format: a zero byte, the schema's id in the registry as four bytes, the record. */
    record Registered(SchemaRegistry registry) implements Encoding {
        @Override
        public <T extends SpecificRecord> Serde<T> of(Class<T> type, String topic) {
            return RecordSerde.registered(type, topic + "-value", registry);
        }
    }

    /** Whether a record has the same bytes on whatever topic it is written to. */
    default boolean isAlikeOnAllTopics() {
        return this instanceof SingleObject;
    }

    /** Reads and writes records of a type on a topic. */
    <T extends SpecificRecord> Serde<T> of(Class<T> type, String topic);

    /** The encoding that a client's configuration asks for: registered if it names a registry. */
    static Encoding from(Map<String, ?> configuration) {
        return configuration.get(REGISTRY) instanceof String url && !url.isBlank()
                ? new Registered(new SchemaRegistry(url))
                : new SingleObject();
    }
}
