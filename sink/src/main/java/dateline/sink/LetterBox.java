package dateline.sink;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Posts the records of a service that is no topology; each is safe in Kafka before the call returns. */
final class LetterBox<V> implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaConfig kafka;
    private final Topic<V> topic;
    private final Duration patience;
    // Most services never post anything, so the producer waits for the first.
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /** @param patience how long Kafka may take; what it has not taken by then is given up */
    LetterBox(KafkaConfig kafka, Topic<V> topic, Duration patience) {
        this.kafka = kafka;
        this.topic = topic;
        this.patience = patience;
    }

    /** @throws KafkaException if Kafka did not take it, as far as can be known */
    void post(byte @Nullable [] key, V record) {
        byte[] value = topic.values().serializer().serialize(topic.name(), record);
        try {
            producer().send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException e) {
            throw new KafkaException("nothing could be posted to " + topic.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = kafka.client();
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Stage.MAX_RECORD_BYTES);
            // The producer itself gives up, so that nothing is sent after its sender was told that it was not.
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) patience.toMillis() / 2);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }
}
