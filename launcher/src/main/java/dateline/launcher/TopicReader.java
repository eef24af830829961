package dateline.launcher;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads all partitions of some topics by itself, in no consumer group: what was committed, and each record once. */
final class TopicReader<V> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final KafkaConsumer<String, V> consumer;
    private final List<TopicPartition> partitions;

    /** @throws Failure if Kafka does not answer, or has no such topic */
    TopicReader(KafkaConfig kafka, Topic<V> topic) throws Failure {
        this(kafka, List.of(topic.name()), topic.values().deserializer());
    }

    /** @throws Failure if Kafka does not answer, or lacks one of the topics */
    TopicReader(KafkaConfig kafka, List<String> topics, Deserializer<V> values) throws Failure {
        Map<String, Object> client = kafka.client();
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        client.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer = new KafkaConsumer<>(client, Topic.KEYS.deserializer(), values);
        try {
            partitions = topics.stream().flatMap(this::partitions).toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Now, not at the first poll: what arrives from here on is to be seen.
            partitions.forEach(consumer::position);
        } catch (KafkaException e) {
            consumer.close();
            throw new Failure(
                    "cannot read %s from Kafka at %s: %s"
                            .formatted(String.join(", ", topics), kafka.bootstrapServers(), e.getMessage()),
                    e);
        }
    }

    private Stream<TopicPartition> partitions(String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
        if (known.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic);
        }
        return known.stream().map(partition -> new TopicPartition(topic, partition.partition()));
    }

    /** Begins with the oldest record there is, instead of the next that arrives. */
    TopicReader<V> fromBeginning() {
        consumer.seekToBeginning(partitions);
        return this;
    }

    /** Hands over what is there by now, then comes back. */
    void readAll(Consumer<ConsumerRecord<String, V>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        fromBeginning();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(A_MOMENT).forEach(reader);
        }
    }

    /** Hands over records as they arrive, for as long as it is wanted. */
    void follow(Consumer<ConsumerRecord<String, V>> reader, BooleanSupplier wanted) {
        while (wanted.getAsBoolean()) {
            consumer.poll(A_MOMENT).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
