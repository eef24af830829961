package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.Ingest;
import dateline.ingest.IngestConfig;
import dateline.launcher.embedded.EmbeddedKafka;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.DeadLetter;
import wire.RawItem;
import wire.WireItem;

/** A record that Kafka would not take fails its transaction, and with it the stage, again and again: none is ever sent. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class LargeItemIT {
    private static final int BYTES = 16 * 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    void copyThatGrowsBeyondWhatKafkaTakesEndsAsADeadLetterAndTheNextIsRead() throws Exception {
        try (var broker = new EmbeddedKafka(folder.resolve("kafka"), Stage.MAX_RECORD_BYTES)) {
            var kafka = new KafkaConfig(broker.bootstrapServers());
            Topics topics = kafka.topics();
            try (Admin admin = Admin.create(kafka.client())) {
                admin.createTopics(topics.fixed().stream()
                                .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                                .toList())
                        .all()
                        .get();
            }
            // A byte each as filed, three in UTF-8.
            var euros = new byte[BYTES];
            Arrays.fill(euros, (byte) 0x80);
            byte[] start = "The price of it all\n\nIt is: ".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(start, 0, euros, 0, start.length);
            land(kafka, topics, euros);
            land(kafka, topics, "The next one\n\nIt is short.".getBytes(StandardCharsets.US_ASCII));

            var config = new IngestConfig(List.of(), new IngestConfig.Receive("127.0.0.1", 0), false, 1);
            try (var ingest = new Ingest(kafka, config, folder.resolve("state"))) {
                ingest.start();
                WireItem next = first(kafka, topics.items());
                assertThat(next.getHeadline()).isEqualTo("The next one");
                DeadLetter letter = first(kafka, topics.deadLetters());
                assertThat(letter.getDefect()).isEqualTo("TOO_LARGE");
                assertThat(letter.getValue()).isNotNull();
                assertThat(letter.getValue().remaining()).isGreaterThan(BYTES);
            }
        }
    }

    private static void land(KafkaConfig kafka, Topics topics, byte[] copy) throws Exception {
        Map<String, Object> client = kafka.client();
        client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Stage.MAX_RECORD_BYTES);
        RawItem raw = RawItem.newBuilder()
                .setFeed("prices")
                .setSource("prices.txt")
                .setContentType("text/plain; charset=windows-1252")
                .setFormat("text")
                .setLanded(Instant.parse("2026-03-04T10:15:00Z"))
                .setBytes(ByteBuffer.wrap(copy))
                .build();
        try (var producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.RAW, topics.raw().values().serializer().serialize(Topics.RAW, raw)))
                    .get();
        }
    }

    private static <V> V first(KafkaConfig kafka, Topic<V> topic) {
        Map<String, Object> client = kafka.client();
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        var partition = new TopicPartition(topic.name(), 0);
        try (var consumer = new KafkaConsumer<>(
                client, Topic.KEYS.deserializer(), topic.values().deserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    return record.value();
                }
            }
        }
    }
}
