package dateline.launcher;

import dateline.launcher.replay.Pace;
import dateline.schemas.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Hands a shadow no more than so many records a second of the topic that it reads of the pipeline's, and none behind those
 * that were there when the replay began. Kafka makes it, by its name.
 */
public final class PacedSource implements ConsumerInterceptor<byte[], byte[]> {
    private static final String TOPIC = "dateline.replay.topic";
    private static final String ENDS = "dateline.replay.ends";
    private static final String RATE = "dateline.replay.rate";
    /** How often in a second a batch is handed on; the thread that waits for the next has other work, too. */
    private static final int BATCHES = 5;

    private String topic = Topics.ITEMS;
    private Map<Integer, Long> ends = Map.of();
    private Pace pace = new Pace(1, 0);

    /**
     * The properties that have a stage's consumer read so.
     *
     * @param ends the offset in each partition of the topic from which on nothing is handed on
     */
    static Map<String, String> properties(String topic, Map<Integer, Long> ends, int perSecond) {
        var properties = new HashMap<String, String>();
        properties.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, PacedSource.class.getName());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, String.valueOf(Math.max(1, perSecond / BATCHES)));
        properties.put(TOPIC, topic);
        properties.put(RATE, String.valueOf(perSecond));
        properties.put(
                ENDS,
                ends.entrySet().stream()
                        .map(end -> end.getKey() + "=" + end.getValue())
                        .collect(Collectors.joining(",")));
        return properties.entrySet().stream()
                .collect(Collectors.toMap(
                        property -> StreamsConfig.mainConsumerPrefix(property.getKey()), Map.Entry::getValue));
    }

    @Override
    public void configure(Map<String, ?> configuration) {
        topic = String.valueOf(configuration.get(TOPIC));
        pace = new Pace(Integer.parseInt(String.valueOf(configuration.get(RATE))), System.nanoTime());
        ends = Arrays.stream(String.valueOf(configuration.get(ENDS)).split(",", -1))
                .map(end -> end.split("=", -1))
                .collect(Collectors.toMap(end -> Integer.valueOf(end[0]), end -> Long.valueOf(end[1])));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        var wanted = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        int counted = 0;
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> kept = records.records(partition);
            if (partition.topic().equals(topic)) {
                long end = ends.getOrDefault(partition.partition(), 0L);
                kept = kept.stream().filter(record -> record.offset() < end).toList();
                counted += kept.size();
            }
            if (!kept.isEmpty()) {
                wanted.put(partition, kept);
            }
        }
        if (counted > 0) {
            LockSupport.parkNanos(pace.take(counted, System.nanoTime()));
        }
        return new ConsumerRecords<>(wanted, records.nextOffsets());
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
