package dateline.ingest;

import static java.util.stream.Collectors.toMap;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Fingerprint;
import dateline.ingest.feed.Watch;
import dateline.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Cursor;
import wire.RawItem;

/**
 * Reads back, at start, how far the collectors had come: the cursors, and what of watched files landed after their cursor last
 * moved. The second is what a killed process could no longer write down, and would otherwise land twice.
 */
final class Remembrance {
    private static final Logger log = LoggerFactory.getLogger(Remembrance.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Topic<Cursor> cursors;
    private final Topic<RawItem> raws;
    private final Duration patience;
    private final Map<String, Cursor> remembered = new HashMap<>();
    private final Map<String, Instant> moved = new HashMap<>();

    /** @param patience how long each of the two readings may take */
    Remembrance(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Topic<Cursor> cursors,
            Topic<RawItem> raws,
            Duration patience) {
        this.consumer = consumer;
        this.cursors = cursors;
        this.raws = raws;
        this.patience = patience;
    }

    /**
     * The feeds' cursors by name, and those of feeds that are no longer configured.
     *
     * @throws TimeoutException if the cursors cannot be read back in time
     */
    Map<String, Cursor> of(List<Feed> feeds) {
        readToEnd(cursors.name(), Instant.EPOCH, this::remember);
        Map<String, Set<String>> watched = feeds.stream()
                .filter(feed -> feed.source() instanceof Watch && moved.containsKey(feed.name()))
                .collect(toMap(Feed::name, feed -> new LinkedHashSet<>()));
        if (!watched.isEmpty()) {
            landedSince(watched);
        }
        return remembered;
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        try {
            remembered.put(record.key(), cursors.values().deserializer().deserialize(cursors.name(), record.value()));
            moved.put(record.key(), Instant.ofEpochMilli(record.timestamp()));
        } catch (SerializationException e) {
            log.warn("feed {}: its cursor cannot be read, so it starts anew: {}", record.key(), e.getMessage());
        }
    }

    private void landedSince(Map<String, Set<String>> watched) {
        Instant first = watched.keySet().stream()
                .map(this::moved)
                .min(Instant::compareTo)
                .orElseThrow();
        try {
            readToEnd(raws.name(), first, record -> {
                Set<String> landed = watched.get(record.key());
                if (landed != null && record.timestamp() >= moved(record.key()).toEpochMilli()) {
                    landed.add(fingerprint(record));
                }
            });
        } catch (TimeoutException | SerializationException e) {
            log.warn("files that landed just before the last stop may land twice: {}", e.getMessage());
        }
        watched.forEach((feed, landed) -> remembered.computeIfPresent(feed, (f, cursor) -> {
            landed.addAll(cursor.getSeen());
            return Cursor.newBuilder(cursor).setSeen(new ArrayList<>(landed)).build();
        }));
    }

    private Instant moved(String feed) {
        return moved.getOrDefault(feed, Instant.MAX);
    }

    private String fingerprint(ConsumerRecord<String, byte[]> record) {
        RawItem raw = raws.values().deserializer().deserialize(raws.name(), record.value());
        var bytes = new byte[raw.getBytes().remaining()];
        raw.getBytes().duplicate().get(bytes);
        return Fingerprint.of(raw.getSource(), bytes);
    }

    private void readToEnd(String topic, Instant from, Consumer<ConsumerRecord<String, byte[]>> use) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<TopicPartition> partitions = consumer.partitionsFor(topic, patience).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        consumer.offsetsForTimes(partitions.stream().collect(toMap(p -> p, p -> from.toEpochMilli())), patience)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), patience) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("%s was not read back within %s".formatted(topic, patience));
            }
            consumer.poll(POLL).forEach(use);
        }
    }
}
