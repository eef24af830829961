package dateline.schemas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers where to begin, as host:port, more of them after commas
 * @param properties anything else that every Kafka client is to be told (security.protocol, sasl.jaas.config …), and
 *     {@value Encoding#REGISTRY}
 */
public record KafkaConfig(String bootstrapServers, Map<String, String> properties) {
    public KafkaConfig {
        properties = Map.copyOf(properties);
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("kafka.bootstrap.servers is empty: name a broker as host:port");
        }
    }

    public KafkaConfig(String bootstrapServers) {
        this(bootstrapServers, Map.of());
    }

    /** What every client starts from. */
    public Map<String, Object> client() {
        var all = new LinkedHashMap<String, Object>(properties);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return all;
    }

    /** The topics, written as this configuration asks. */
    public Topics topics() {
        return new Topics(Encoding.from(properties), Naming.from(properties));
    }

    /** The same broker, for a shadow whose topics are called otherwise. */
    public KafkaConfig named(Naming naming) {
        return with(naming.configuration());
    }

    /** The same, with these properties besides, or in place of those of the same name. */
    public KafkaConfig with(Map<String, String> more) {
        var all = new LinkedHashMap<>(properties);
        all.putAll(more);
        return new KafkaConfig(bootstrapServers, all);
    }

    /** Names the properties but never shows their values, which may be credentials. */
    @Override
    public String toString() {
        return "KafkaConfig[" + bootstrapServers + ", " + new TreeMap<>(properties).keySet() + "]";
    }
}
