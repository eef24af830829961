package dateline.ingest;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** A topology without a broker, spoken to in records. */
final class TestWire implements AutoCloseable {
    private final TopologyTestDriver driver;

    TestWire(String stage, Topology topology, Path state) {
        var settings = new Properties();
        settings.putAll(Stage.settings(stage, new KafkaConfig("none:1"), state));
        // The driver forgets what a source step sends within a transaction.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology, settings);
    }

    <V> void send(Topic<V> topic, String key, V value) {
        sendBytes(topic, key, bytes(topic, value));
    }

    void sendBytes(Topic<?> topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    /** What was written to a topic since this was last asked. */
    <V> List<TestRecord<String, V>> received(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(), new StringDeserializer(), topic.values().deserializer())
                .readRecordsToList();
    }

    static <V> byte[] bytes(Topic<V> topic, V value) {
        return topic.values().serializer().serialize(topic.name(), value);
    }

    @Override
    public void close() {
        driver.close();
    }
}
