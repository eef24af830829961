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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import wire.Article;
import wire.DeadLetter;
import wire.WireItem;

/** Enrichment with a wire at each end and a clock in hand. */
final class TestWire implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Annotator ANNOTATOR = new Annotator();

    private final Topics topics = new Topics(new Encoding.SingleObject());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, WireItem> items;
    private final TestOutputTopic<String, Article> articles;
    private final TestOutputTopic<String, DeadLetter> deadLetters;
    private Instant now = NOW;
    private final Map<String, Article> latest = new LinkedHashMap<>();

    TestWire(Path state) {
        var settings = new Properties();
        settings.putAll(Stage.settings("enrich", new KafkaConfig("test:1"), state));
        var enricher = new Enricher(ANNOTATOR, Clock.fixed(NOW, ZoneOffset.UTC));
        driver = new TopologyTestDriver(new EnrichTopology(topics, enricher).build(), settings, NOW);
        items = driver.createInputTopic(
                Topics.ITEMS, Topic.KEYS.serializer(), topics.items().values().serializer());
        articles = driver.createOutputTopic(
                Topics.ARTICLES,
                Topic.KEYS.deserializer(),
                topics.articles().values().deserializer());
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS,
                Topic.KEYS.deserializer(),
                topics.deadLetters().values().deserializer());
    }

    void send(WireItem item) {
        items.pipeInput(item.getId(), item);
    }

    List<Article> received() {
        List<Article> received = articles.readValuesToList();
        received.forEach(article -> latest.put(article.getId(), article));
        return received;
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
