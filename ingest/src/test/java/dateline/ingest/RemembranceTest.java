package dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Fingerprint;
import dateline.ingest.feed.Watch;
import dateline.schemas.Encoding;
import dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import wire.Cursor;
import wire.RawItem;

class RemembranceTest {
    private final Topics topics = new Topics(new Encoding.SingleObject());
    private final Log log = new Log();
    private final List<Feed> feeds =
            List.of(Feed.of("dropped", Watch.of(Path.of("a"))), Feed.of("new", Watch.of(Path.of("b"))));

    @Test
    void theLastCursorOfEachFeedCounts() {
        move(1, "dropped", "one");
        move(2, "other", "two");
        move(3, "dropped", "three");

        assertThat(seen("dropped")).containsExactly("three");
        assertThat(seen("other")).containsExactly("two");
    }

    @Test
    void filesThatLandedAfterTheirFeedsCursorMovedAreRememberedAsLanded() {
        land(9, "dropped", "long-done.txt");
        move(10, "dropped", "named");
        land(10, "dropped", "a.txt");
        land(11, "other", "of-another-feed.txt");
        land(12, "dropped", "b.txt");

        assertThat(seen("dropped")).containsExactlyInAnyOrder("named", fingerprint("a.txt"), fingerprint("b.txt"));
    }

    @Test
    void aCursorThatCannotBeReadLetsItsFeedStartAnew() {
        log.add(Topics.CURSORS, 1, "dropped", new byte[] {1, 2, 3});
        move(2, "other", "two");

        assertThat(remembered()).containsOnlyKeys("other");
    }

    @Test
    void whereNothingEverHappenedNothingIsRemembered() {
        assertThat(remembered()).isEmpty();
    }

    private Map<String, Cursor> remembered() {
        log.rewind();
        return new Remembrance(log, topics.cursors(), topics.raw(), Duration.ofSeconds(5)).of(feeds);
    }

    private List<String> seen(String feed) {
        return remembered().getOrDefault(feed, Cursor.newBuilder().build()).getSeen();
    }

    private void move(long time, String feed, String seen) {
        Cursor cursor = Cursor.newBuilder().setFeed(feed).setSeen(List.of(seen)).build();
        log.add(Topics.CURSORS, time, feed, TestWire.bytes(topics.cursors(), cursor));
    }

    private void land(long time, String feed, String file) {
        RawItem raw = RawItem.newBuilder()
                .setFeed(feed)
                .setSource(file)
                .setBytes(ByteBuffer.wrap("news".getBytes(UTF_8)))
                .build();
        log.add(Topics.RAW, time, feed, TestWire.bytes(topics.raw(), raw));
    }

    private static String fingerprint(String file) {
        return Fingerprint.of(file, "news".getBytes(UTF_8));
    }

    /** Kafka's own consumer for tests, taught to find offsets by time; each topic has one partition. */
    private static final class Log extends MockConsumer<String, byte[]> {
        private final Map<String, List<ConsumerRecord<String, byte[]>>> all = new HashMap<>();

        Log() {
            super("earliest");
            for (String topic : List.of(Topics.CURSORS, Topics.RAW)) {
                all.put(topic, new ArrayList<>());
                updatePartitions(topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0])));
            }
        }

        void add(String topic, long time, String key, byte[] value) {
            List<ConsumerRecord<String, byte[]>> records = all.getOrDefault(topic, List.of());
            records.add(new ConsumerRecord<>(
                    topic,
                    0,
                    records.size(),
                    time,
                    TimestampType.CREATE_TIME,
                    key.length(),
                    value.length,
                    key,
                    value,
                    new RecordHeaders(),
                    Optional.empty()));
        }

        void rewind() {
            all.forEach((topic, records) -> {
                updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
                updateEndOffsets(Map.of(new TopicPartition(topic, 0), (long) records.size()));
            });
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                Map<TopicPartition, Long> times, Duration patience) {
            var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
            times.forEach((partition, time) -> {
                var records = all.getOrDefault(partition.topic(), List.of());
                found.put(
                        partition,
                        records.stream()
                                .filter(record -> record.timestamp() >= time)
                                .findFirst()
                                .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                                .orElse(null));
                schedulePollTask(() -> records.forEach(this::addRecord));
            });
            return found;
        }
    }
}
