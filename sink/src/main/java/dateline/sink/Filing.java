package dateline.sink;

import dateline.schemas.DeadLetters;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.schemas.UnusableRecordException;
import dateline.sink.archive.Advance;
import dateline.sink.archive.Archive;
import dateline.sink.archive.Entry;
import dateline.sink.archive.FencedException;
import dateline.sink.archive.Partition;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.DeadLetter;

/**
 * One round after another from wire.articles, wire.history and wire.held to the archive. Kafka says which partitions are ours, PostgreSQL where each
 * begins: a partition is paused until it has been asked, and again whenever something went wrong.
 */
final class Filing implements ConsumerRebalanceListener {
    static final String STAGE = "archive";

    private static final Logger log = LoggerFactory.getLogger(Filing.class);
    private static final Duration WAITING = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final Topics topics;
    private final Archive archive;
    private final Letters letters;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();
    private boolean prepared;
    private int troubles;

    /** Where records go that can never be archived. */
    @FunctionalInterface
    interface Letters {
        void post(byte[] key, DeadLetter letter);
    }

    Filing(Consumer<byte[], byte[]> consumer, Topics topics, Archive archive, Letters letters, Clock clock) {
        this.consumer = consumer;
        this.topics = topics;
        this.archive = archive;
        this.letters = letters;
        this.clock = clock;
        consumer.subscribe(List.of(Topics.ARTICLES, Topics.HISTORY, Topics.HELD), this);
    }

    /** Reads what is there and files it. Returns after half a second at the latest, later while PostgreSQL is away. */
    void round() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(pause());
        try {
            if (!prepared) {
                archive.prepare();
                prepared = true;
            }
            place();
            file(records);
            if (troubles > 0) {
                log.info("{} answers again", archive.place());
                troubles = 0;
            }
        } catch (SQLException e) {
            troubles++;
            startOver();
            log.warn(
                    "{} is in trouble, trying again in {} ms; articles wait in Kafka meanwhile: {}",
                    archive.place(),
                    pause().toMillis(),
                    e.getMessage());
        } catch (FencedException e) {
            startOver();
            log.warn("{}; reading again from where the archive is now", e.getMessage());
        }
    }

    /** How long the next round waits for records: after troubles there are none, all partitions being paused. */
    Duration pause() {
        return troubles == 0
                ? WAITING
                : Duration.ofMillis(
                        Math.min(LONGEST_PAUSE.toMillis(), WAITING.toMillis() << Math.min(troubles - 1, 10)));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        unplaced.addAll(assigned);
        consumer.pause(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(positions::remove);
        unplaced.removeAll(revoked);
    }

    private void startOver() {
        unplaced.addAll(consumer.assignment());
        positions.clear();
        consumer.pause(consumer.assignment());
    }

    private void place() throws SQLException {
        if (unplaced.isEmpty()) {
            return;
        }
        Map<Partition, Long> archived =
                archive.positions(unplaced.stream().map(Filing::partition).toList());
        for (TopicPartition partition : unplaced) {
            long next = archived.getOrDefault(partition(partition), 0L);
            consumer.seek(partition, next);
            positions.put(partition, next);
        }
        consumer.resume(unplaced);
        unplaced.clear();
    }

    private void file(ConsumerRecords<byte[], byte[]> records) throws SQLException, FencedException {
        var sources = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        var entries = new ArrayList<Entry>();
        var advances = new HashMap<Partition, Advance>();
        var reached = new HashMap<TopicPartition, Long>();
        for (TopicPartition partition : records.partitions()) {
            Long from = positions.get(partition);
            if (from == null) {
                continue;
            }
            List<ConsumerRecord<byte[], byte[]>> read = records.records(partition);
            if (read.getFirst().offset() < from) {
                log.warn(
                        "{} holds offset {} after the archive had reached {}: it was made anew, and is read from its start",
                        partition,
                        read.getFirst().offset(),
                        from);
            }
            for (ConsumerRecord<byte[], byte[]> record : read) {
                read(record, sources, entries);
            }
            // Beyond the last record there may be marks of transactions, which are not to be read again.
            long next = Math.max(consumer.position(partition), read.getLast().offset() + 1);
            reached.put(partition, next);
            advances.put(partition(partition), new Advance(from, next));
        }
        if (advances.isEmpty()) {
            return;
        }
        archive.apply(entries, advances, (index, why) -> dead("write", sources.get(index), unstorable(why)));
        positions.putAll(reached);
        shown(reached);
    }

    private void read(
            ConsumerRecord<byte[], byte[]> record, List<ConsumerRecord<byte[], byte[]>> sources, List<Entry> entries) {
        try {
            Entry entry = entry(record);
            if (entry != null) {
                entries.add(entry);
                sources.add(record);
            }
        } catch (RuntimeException e) {
            if (DeadLetters.isKafkas(e)) {
                throw e;
            }
            dead("read", record, e);
        }
    }

    /** Null for the tombstone of an article: the topic forgets, the archive does not. */
    private @Nullable Entry entry(ConsumerRecord<byte[], byte[]> record) {
        boolean gone = record.value() == null;
        return switch (record.topic()) {
            case Topics.HELD ->
                gone
                        ? new Entry.Released(Topic.KEYS.deserializer().deserialize(record.topic(), record.key()))
                        : new Entry.OnHold(read(topics.held(), record));
            case Topics.HISTORY -> gone ? null : new Entry.Late(read(topics.history(), record));
            default -> gone ? null : new Entry.Standing(read(topics.articles(), record));
        };
    }

    private static <V> V read(Topic<V> topic, ConsumerRecord<byte[], byte[]> record) {
        return topic.values().deserializer().deserialize(record.topic(), record.headers(), record.value());
    }

    private void dead(String step, ConsumerRecord<byte[], byte[]> record, Exception why) {
        letters.post(record.key(), DeadLetters.letter(STAGE, step, record, why, clock.instant()));
    }

    /** Without PostgreSQL's "Detail:", which quotes the copy. */
    private static Exception unstorable(Exception why) {
        return why instanceof SQLException sql
                ? new UnusableRecordException(
                        "UNSTORABLE",
                        "PostgreSQL refuses it (" + sql.getSQLState() + "): "
                                + String.valueOf(sql.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""))
                : why;
    }

    /** The group's offsets in Kafka are for people who look at its lag; nothing reads from them. */
    private void shown(Map<TopicPartition, Long> reached) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        reached.forEach((partition, next) -> offsets.put(partition, new OffsetAndMetadata(next)));
        consumer.commitAsync(offsets, (committed, failure) -> {});
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }
}
