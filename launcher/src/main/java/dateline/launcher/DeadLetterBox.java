package dateline.launcher;

import dateline.schemas.DeadLetters;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import wire.DeadLetter;

/** The records that no stage could use, and the way to send them round again. */
final class DeadLetterBox {
    private final KafkaConfig kafka;
    private final Topic<DeadLetter> topic;
    private final Clock clock;

    DeadLetterBox(KafkaConfig kafka, Clock clock) {
        this.kafka = kafka;
        this.topic = kafka.topics().deadLetters();
        this.clock = clock;
    }

    /** The name of a dead letter: where the record stands that it is about. */
    static String id(DeadLetter letter) {
        return DeadLetters.id(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }

    /**
     * The letters that wait, by id, oldest first. A record has several where more than one thing in it could not be used.
     */
    Map<String, List<DeadLetter>> waiting() throws Failure {
        var waiting = new LinkedHashMap<String, List<DeadLetter>>();
        try (var reader = new TopicReader<>(kafka, topic)) {
            reader.readAll(record -> {
                DeadLetter letter = record.value();
                if (letter == null) {
                    return;
                }
                if (letter.getRetried() == null) {
                    waiting.computeIfAbsent(id(letter), id -> new ArrayList<>()).add(letter);
                } else {
                    waiting.remove(id(letter));
                }
            });
        }
        return waiting;
    }

    /**
     * Sends the records of these letters round again, each once: to the topic and under the key they had. The letter is
     * closed in the same transaction; should the record fail again, it gets a new one.
     */
    void retry(Collection<List<DeadLetter>> letters) {
        Map<String, Object> client = kafka.client();
        client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "dateline-retry-" + UUID.randomUUID());
        client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Stage.MAX_RECORD_BYTES);
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (List<DeadLetter> sameRecord : letters) {
                DeadLetter letter = sameRecord.getFirst();
                producer.beginTransaction();
                // Should either fail, so does the commit.
                var _ = producer.send(again(letter));
                var _ = producer.send(closing(letter));
                producer.commitTransaction();
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> again(DeadLetter letter) {
        var record = new ProducerRecord<>(letter.getTopic(), bytes(letter.getKey()), bytes(letter.getValue()));
        record.headers()
                .add(
                        DeadLetters.ATTEMPTS,
                        String.valueOf(letter.getAttempts() + 1).getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    private ProducerRecord<byte[], byte[]> closing(DeadLetter letter) {
        DeadLetter closed = DeadLetter.newBuilder(letter)
                .setValue(null)
                .setRetried(clock.instant())
                .build();
        return new ProducerRecord<>(
                topic.name(),
                bytes(letter.getKey()),
                topic.values().serializer().serialize(topic.name(), closed));
    }

    static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
