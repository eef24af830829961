package dateline.launcher;

import dateline.launcher.replay.Boundary;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import wire.WireItem;

/**
 * What stands on a topic from a time on until now.
 *
 * @param begins the offset in each partition with which it begins
 * @param ends the offset in each partition before which it ends
 */
record History(String topic, Map<Integer, Long> begins, Map<Integer, Long> ends) {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    History {
        begins = Map.copyOf(begins);
        ends = Map.copyOf(ends);
    }

    /** Of raw items: their records bear the time when they landed. */
    static History ofRaw(KafkaConfig kafka, Instant from) {
        return of(kafka, Topics.RAW, (consumer, partition, end) -> {
            OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, from.toEpochMilli()))
                    .get(partition);
            return found == null ? end : found.offset();
        });
    }

    /**
     * Of wire items: their records bear the provider's time, which may be any. In the order in which they stand they were
     * read, save those that were sent round again; so it is looked for in steps of a batch, the latest of which counts.
     */
    static History ofItems(KafkaConfig kafka, Instant from) {
        Topic<WireItem> items = kafka.topics().items();
        Deserializer<WireItem> values = items.values().deserializer();
        ToLongFunction<ConsumerRecord<byte[], byte[]>> time = record -> read(values, record);
        return of(kafka, items.name(), (consumer, partition, end) -> {
            long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            return Boundary.first(begin, end, offset -> {
                consumer.seek(partition, offset);
                var batch = consumer.poll(A_MOMENT).records(partition);
                return batch.isEmpty() || batch.stream().mapToLong(time).max().orElse(0) >= from.toEpochMilli();
            });
        });
    }

    private interface Begin {
        long find(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end);
    }

    private static History of(KafkaConfig kafka, String topic, Begin begin) {
        Map<String, Object> client = kafka.client();
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(client, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(found -> new TopicPartition(topic, found.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var from = new HashMap<Integer, Long>();
            var until = new HashMap<Integer, Long>();
            for (TopicPartition partition : partitions) {
                consumer.assign(List.of(partition));
                long end = ends.getOrDefault(partition, 0L);
                from.put(partition.partition(), begin.find(consumer, partition, end));
                until.put(partition.partition(), end);
            }
            return new History(topic, from, until);
        }
    }

    /** When it was read, or, what nobody read, such as a kill by the desk, when it landed. */
    private static long read(Deserializer<WireItem> values, ConsumerRecord<byte[], byte[]> record) {
        try {
            WireItem item = values.deserialize(record.topic(), record.value());
            Instant read = item == null ? null : reading(item);
            return read == null ? 0 : read.toEpochMilli();
        } catch (SerializationException e) {
            return 0;
        }
    }

    private static @Nullable Instant reading(WireItem item) {
        return item.getRead() == null ? item.getLanded() : item.getRead();
    }

    int partitions() {
        return ends.size();
    }

    /** How many offsets it has at most: the marks of transactions count, too. */
    long offsets() {
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
                .sum();
    }
}
