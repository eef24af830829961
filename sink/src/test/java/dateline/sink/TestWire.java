package dateline.sink;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/** A topology run without a broker: send records to its topics, see what it sent to others. */
final class TestWire implements AutoCloseable {
    private final TopologyTestDriver driver;

    TestWire(Topology topology, Path state, Instant now) {
        var settings = new Properties();
        settings.putAll(Stage.settings("router", new KafkaConfig("localhost:9"), state));
        // The driver keeps its stores in memory of the process only as long as it lives, and knows no transactions.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology, settings, now);
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null
    <V> void send(Topic<V> topic, String key, @Nullable V value) {
        driver.createInputTopic(
                        topic.name(), new StringSerializer(), topic.values().serializer())
                .pipeInput(key, value);
    }

    void sendBytes(String topic, String key, byte[] value) {
        driver.createInputTopic(topic, new StringSerializer(), (name, bytes) -> (byte[]) bytes)
                .pipeInput(key, value);
    }

    /** What came on a topic since it was last asked. */
    <V> List<KeyValue<String, V>> received(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(), Topic.KEYS.deserializer(), topic.values().deserializer())
                .readKeyValuesToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
