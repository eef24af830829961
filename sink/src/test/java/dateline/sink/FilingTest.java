package dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.Encoding;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.archive.Advance;
import dateline.sink.archive.Archive;
import dateline.sink.archive.ArchiveConfig;
import dateline.sink.archive.Database;
import dateline.sink.archive.Library;
import dateline.sink.archive.Partition;
import dateline.sink.archive.Search;
import dateline.sink.archive.TestPostgres;
import dateline.sink.desk.Rules;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.DeadLetter;
import wire.Held;

/** Kafka's own consumer without a broker, on a real PostgreSQL. */
class FilingTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:16:00Z");
    private static final Topics TOPICS = new Topics(new Encoding.SingleObject());
    private static final Topic<Article> ARTICLES = TOPICS.articles();
    private static final TopicPartition FIRST = new TopicPartition(Topics.ARTICLES, 0);
    private static final Partition PARTITION = new Partition(Topics.ARTICLES, 0);

    private final ArchiveConfig config = TestPostgres.empty();
    private final Database database = new Database(config);
    private final Archive archive = new Archive(database, Rules.desks("{}"));
    private final List<DeadLetter> letters = new ArrayList<>();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private long end;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatComesIsFiledAndANewConsumerGoesOnWhereThisOneStopped() throws Exception {
        Filing filing = filing(archive);
        file(Copy.article("a"));
        file(Copy.article("b"));
        rounds(filing, 2);

        assertThat(archived()).containsExactlyInAnyOrder("a", "b");
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 2L);
        assertThat(consumer.committed(Set.of(FIRST)))
                .as("the lag that Kafka's tools show")
                .containsEntry(FIRST, new OffsetAndMetadata(2));
        consumer.rebalance(List.of());
        consumer.rebalance(List.of(FIRST));
        rounds(filing, 1);
        assertThat(consumer.position(FIRST)).isEqualTo(2);
    }

    @Test
    void garbageAndUnstorableCopyBecomeDeadLettersAndTombstonesPass() throws Exception {
        Filing filing = filing(archive);
        file("garbage", "garbage".getBytes(StandardCharsets.UTF_8));
        file("gone", null);
        file(Copy.article("x" + "y z ".repeat(1_000) + noise(20_000)));
        file(Copy.article("good"));
        rounds(filing, 2);

        assertThat(archived()).containsExactly("good");
        assertThat(letters).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.getStage()).isEqualTo("archive");
            assertThat(letter.getFailed()).isEqualTo(NOW);
        });
        assertThat(letters).extracting(DeadLetter::getDefect).containsExactly("UNREADABLE_RECORD", "UNSTORABLE");
        assertThat(letters).extracting(DeadLetter::getOffset).containsExactly(0L, 2L);
        assertThat(letters.getFirst().getValue().array()).asString().isEqualTo("garbage");
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 4L);
    }

    @Test
    void whatCameLateIsHistoryAndWhatIsHeldIsListedUntilItIsNot() throws Exception {
        var history = new TopicPartition(Topics.HISTORY, 0);
        var held = new TopicPartition(Topics.HELD, 0);
        Filing filing = filing(archive);
        consumer.updateBeginningOffsets(Map.of(history, 0L, held, 0L));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(FIRST, history, held)));
        filing.round();
        file(Copy.article("a").setVersion("2"));
        record(
                history,
                0,
                "a",
                TOPICS.history(),
                Copy.article("a").setVersion("1").build());
        record(history, 1, "a", TOPICS.history(), null);
        for (String id : List.of("b", "c")) {
            record(
                    held,
                    id.equals("b") ? 0 : 1,
                    id,
                    TOPICS.held(),
                    Held.newBuilder().setId(id).setUntil(NOW).build());
        }
        record(held, 2, "b", TOPICS.held(), null);
        rounds(filing, 2);

        var library = new Library(database);
        assertThat(library.versions("a"))
                .extracting(version -> version.get("version").asText() + version.get("standing"))
                .containsExactly("2true", "1false");
        assertThat(library.held(9)).extracting(Library.Hold::id).containsExactly("c");
        assertThat(archive.positions(List.of(new Partition(Topics.HISTORY, 0), new Partition(Topics.HELD, 0))))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(new Partition(Topics.HISTORY, 0), 2L, new Partition(Topics.HELD, 0), 3L));
        assertThat(letters).isEmpty();
    }

    @Test
    void aFencedConsumerReadsAgainFromWhereTheOtherHasCome() throws Exception {
        Filing filing = filing(archive);
        file(Copy.article("a"));
        rounds(filing, 2);
        archive.apply(Copy.standing(Copy.article("others")), Map.of(PARTITION, new Advance(1, 2)), (index, why) -> {});
        // The same record in truth; told apart here to see that nothing of a fenced batch is written.
        file(Copy.article("zombie"));
        rounds(filing, 1);
        assertThat(archived()).containsExactlyInAnyOrder("a", "others");
        assertThat(consumer.paused()).containsExactly(FIRST);

        file(Copy.article("c"));
        rounds(filing, 3);
        assertThat(archived()).containsExactlyInAnyOrder("a", "others", "c");
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 3L);
    }

    @Test
    void whilePostgresIsAwayNothingIsReadAndTheNextTryComesLater() throws Exception {
        try (var away = new Database(new ArchiveConfig("jdbc:postgresql://127.0.0.1:1/none", "none", "none"))) {
            Filing filing = filing(new Archive(away, Rules.desks("{}")));
            file(Copy.article("a"));
            rounds(filing, 1);
            assertThat(consumer.paused()).containsExactly(FIRST);
            var once = filing.pause();
            rounds(filing, 1);
            assertThat(filing.pause()).isGreaterThan(once);
        }
    }

    @Test
    void whatWasReadBeforePostgresFailedIsReadAgain() throws Exception {
        Filing filing = filing(archive);
        rounds(filing, 1);
        execute("alter table item_version rename to hidden");
        file(Copy.article("a"));
        rounds(filing, 1);
        assertThat(consumer.paused()).containsExactly(FIRST);
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 0L);

        execute("alter table hidden rename to item_version");
        rounds(filing, 1);
        replay(Copy.article("a"));
        rounds(filing, 1);
        assertThat(archived()).containsExactly("a");
        assertThat(letters).isEmpty();
    }

    private Filing filing(Archive to) {
        var filing = new Filing(
                consumer, TOPICS, to, (key, letter) -> letters.add(letter), Clock.fixed(NOW, ZoneOffset.UTC));
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L));
        consumer.updateEndOffsets(Map.of(FIRST, 0L));
        consumer.schedulePollTask(() -> consumer.rebalance(List.of(FIRST)));
        filing.round();
        return filing;
    }

    private static void rounds(Filing filing, int rounds) {
        for (int i = 0; i < rounds; i++) {
            filing.round();
        }
    }

    private void file(Article.Builder article) {
        Article filed = article.build();
        file(filed.getId(), ARTICLES.values().serializer().serialize(ARTICLES.name(), filed));
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null
    private void file(String key, byte @Nullable [] value) {
        consumer.addRecord(new ConsumerRecord<>(
                FIRST.topic(), FIRST.partition(), end++, key.getBytes(StandardCharsets.UTF_8), value));
        consumer.updateEndOffsets(Map.of(FIRST, end));
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null
    private <V> void record(TopicPartition partition, long offset, String key, Topic<V> topic, @Nullable V value) {
        consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : topic.values().serializer().serialize(topic.name(), value)));
    }

    /** A broker would give a record again after a seek; this consumer gives each but once. */
    private void replay(Article.Builder article) {
        end = 0;
        file(article);
    }

    private static String noise(int length) {
        var noise = new StringBuilder();
        new Random(7).ints(length, 'a', 'z').forEach(letter -> noise.append((char) letter));
        return noise.toString();
    }

    private List<String> archived() throws SQLException {
        return new Library(database)
                .find(Search.newest(Search.MOST)).articles().stream()
                        .map(article -> article.get("id").asText())
                        .toList();
    }

    private void execute(String sql) throws SQLException {
        TestPostgres.execute(config, sql);
    }
}
