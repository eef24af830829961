package dateline.ingest;

import dateline.ingest.feed.Cursors;
import dateline.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Cursor;

/** Cursors on wire.cursors, a compacted topic, read back at start. */
final class KafkaCursors implements Cursors {
    private static final Logger log = LoggerFactory.getLogger(KafkaCursors.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
    private final Producer<String, byte[]> producer;
    private final Topic<Cursor> topic;
    private final Clock clock;

    KafkaCursors(Producer<String, byte[]> producer, Topic<Cursor> topic, Clock clock) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Reads back what was moved before this process started.
     *
     * @param patience how long that may take
     * @throws TimeoutException if it takes longer
     */
    void readBack(Consumer<String, byte[]> consumer, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name(), patience).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
        consumer.seekToBeginning(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), patience) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("%s was not read back within %s".formatted(topic.name(), patience));
            }
            consumer.poll(POLL).forEach(this::remember);
        }
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.value() == null) {
                cursors.remove(record.key());
            } else {
                cursors.put(record.key(), topic.values().deserializer().deserialize(topic.name(), record.value()));
            }
        } catch (SerializationException e) {
            log.warn("feed {}: its cursor cannot be read, so it starts anew: {}", record.key(), e.getMessage());
        }
    }

    @Override
    public @Nullable Cursor of(String feed) {
        return cursors.get(feed);
    }

    @Override
    public CompletableFuture<?> move(Cursor to) {
        cursors.put(to.getFeed(), to);
        return KafkaLanding.send(producer, topic, to.getFeed(), clock.millis(), to);
    }
}
