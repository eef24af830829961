package dateline.enrich;

import dateline.enrich.tag.Annotator;
import dateline.enrich.tag.Enricher;
import dateline.schemas.Encoding;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import wire.Article;
import wire.DeadLetter;
import wire.Held;
import wire.Notice;
import wire.WireItem;

/** Enrichment with a wire at each end and a clock in hand. */
final class TestWire implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Annotator ANNOTATOR = new Annotator();

    private final Topics topics = new Topics(new Encoding.SingleObject());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, WireItem> items;
    private final TestOutputTopic<String, Article> articles;
    private final TestOutputTopic<String, Article> history;
    private final TestOutputTopic<String, Held> held;
    private final TestInputTopic<String, Notice> notices;
    private final TestOutputTopic<String, DeadLetter> deadLetters;
    private Instant now = NOW;
    private final Map<String, Article> latest = new LinkedHashMap<>();

    private static final int SHARES = 3;

    TestWire(Path state) {
        this(state, EnrichConfig.DEFAULT);
    }

    TestWire(Path state, EnrichConfig config) {
        var settings = new Properties();
        settings.putAll(Stage.settings("enrich", new KafkaConfig("test:1"), state));
        var enricher = new Enricher(ANNOTATOR, Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(new EnrichTopology(topics, enricher, config, SHARES).build(), settings, NOW);
        items = driver.createInputTopic(
                Topics.ITEMS, Topic.KEYS.serializer(), topics.items().values().serializer());
        articles = driver.createOutputTopic(
                Topics.ARTICLES,
                Topic.KEYS.deserializer(),
                topics.articles().values().deserializer());
        history = driver.createOutputTopic(
                Topics.HISTORY,
                Topic.KEYS.deserializer(),
                topics.history().values().deserializer());
        held = driver.createOutputTopic(
                Topics.HELD, Topic.KEYS.deserializer(), topics.held().values().deserializer());
        notices = driver.createInputTopic(
                Topics.NOTICES,
                Topic.KEYS.serializer(),
                topics.notices().values().serializer());
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS,
                Topic.KEYS.deserializer(),
                topics.deadLetters().values().deserializer());
    }

    void send(WireItem item) {
        items.pipeInput(item.getId(), item);
    }

    void send(String id, Notice notice) {
        notices.pipeInput(id, notice);
    }

    /** What came on wire.articles since the last call; tombstones only change {@link #latest}. */
    List<Article> received() {
        List<Article> received = new ArrayList<>();
        articles.readKeyValuesToList().forEach(record -> {
            if (record.value == null) {
                latest.remove(record.key);
            } else {
                latest.put(record.key, record.value);
                received.add(record.value);
            }
        });
        return received;
    }

    /** What came on wire.history since the last call. */
    List<Article> history() {
        return history.readValuesToList();
    }

    /** What came on wire.held since the last call: null where an embargo is over. */
    Map<String, Held> held() {
        return held.readKeyValuesToMap();
    }

    /** What a compacted topic would keep of all that was received. */
    Map<String, Article> latest() {
        return latest;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    Instant now() {
        return now;
    }

    void letTimePass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    @Override
    public void close() {
        driver.close();
    }
}
