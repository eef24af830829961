package dateline.sink;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import wire.DeadLetter;

/** Posts the dead letters of a stage that is no topology; each is safe in Kafka before the call returns. */
final class LetterBox implements AutoCloseable {
    private static final Duration POSTING = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaConfig kafka;
    private final Topic<DeadLetter> topic;
    // Most stages never post one, so the producer waits for the first.
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    LetterBox(KafkaConfig kafka) {
        this.kafka = kafka;
        topic = kafka.topics().deadLetters();
    }

    /** @throws KafkaException if Kafka did not take it */
    void post(byte @Nullable [] key, DeadLetter letter) {
        byte[] value = topic.values().serializer().serialize(topic.name(), letter);
        try {
            producer()
                    .send(new ProducerRecord<>(topic.name(), key, value))
                    .get(POSTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("a dead letter could not be posted", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = kafka.client();
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Stage.MAX_RECORD_BYTES);
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }
}
