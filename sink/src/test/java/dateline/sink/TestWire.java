package dateline.sink;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Routes;

/** A topology run without a broker: send records to its topics, see what it sent to others. */
final class TestWire implements AutoCloseable {
    private final Path state;
    private final TopologyTestDriver driver;

    TestWire(Topology topology, Path state, Instant now) {
        this.state = state;
        var settings = new Properties();
        settings.putAll(Stage.settings("router", new KafkaConfig("localhost:9"), state));
        // The driver keeps its stores in memory of the process only as long as it lives, and knows no transactions.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(topology, settings, now);
    }

    /** The router started anew, with the stores as they would be read back from their changelogs. */
    TestWire restarted(Topology router, Instant now) {
        KeyValueStore<String, Routes> routes = driver.getKeyValueStore(RouterTopology.ROUTES);
        KeyValueStore<String, ValueAndTimestamp<Article>> standing =
                driver.getTimestampedKeyValueStore(RouterTopology.STANDING);
        List<KeyValue<String, Routes>> routed = all(routes);
        List<KeyValue<String, ValueAndTimestamp<Article>>> stood = all(standing);
        close();
        var next = new TestWire(router, state, now);
        next.driver.<String, Routes>getKeyValueStore(RouterTopology.ROUTES).putAll(routed);
        next.driver
                .<String, Article>getTimestampedKeyValueStore(RouterTopology.STANDING)
                .putAll(stood);
        return next;
    }

    private static <V> List<KeyValue<String, V>> all(KeyValueStore<String, V> store) {
        try (KeyValueIterator<String, V> entries = store.all()) {
            var found = new ArrayList<KeyValue<String, V>>();
            entries.forEachRemaining(found::add);
            return found;
        }
    }

    /** Lets the clock go on; what waits for it is done once, however long it waited. */
    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null
    <V> void send(Topic<V> topic, String key, @Nullable V value) {
        driver.createInputTopic(
                        topic.name(), new StringSerializer(), topic.values().serializer())
                .pipeInput(key, value);
    }

    <V> void send(Topic<V> topic, String key, V value, Instant made) {
        driver.createInputTopic(
                        topic.name(), new StringSerializer(), topic.values().serializer())
                .pipeInput(key, value, made);
    }

    void sendBytes(String topic, String key, byte[] value) {
        driver.createInputTopic(topic, new StringSerializer(), (name, bytes) -> (byte[]) bytes)
                .pipeInput(key, value);
    }

    /** When what came on a topic since it was last asked was made, as its records say. */
    List<Instant> times(Topic<?> topic) {
        return driver
                .createOutputTopic(
                        topic.name(), Topic.KEYS.deserializer(), topic.values().deserializer())
                .readRecordsToList()
                .stream()
                .map(TestRecord::getRecordTime)
                .toList();
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
