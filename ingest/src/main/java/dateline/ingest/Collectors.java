package dateline.ingest;

import dateline.ingest.feed.Feed;
import dateline.ingest.poll.Polling;
import dateline.ingest.receive.Receiver;
import dateline.ingest.watch.Watching;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Cursor;

/** All collectors of a process, over one producer. */
final class Collectors implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Collectors.class);
    private static final Duration READING_BACK = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final KafkaConfig kafka;
    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final KafkaLanding landing;
    private final IngestConfig config;
    private final Clock clock;
    private @Nullable Polling polling;
    private @Nullable Watching watching;
    private @Nullable Receiver receiver;

    Collectors(KafkaConfig kafka, IngestConfig config, Clock clock) {
        this.kafka = kafka;
        this.config = config;
        this.clock = clock;
        topics = kafka.topics();
        producer = new KafkaProducer<>(producing(kafka), Topic.KEYS.serializer(), new ByteArraySerializer());
        landing = new KafkaLanding(producer, topics.raw());
    }

    /**
     * Reads the cursors back and begins to collect.
     *
     * @throws IOException if pushed copy cannot be received where the configuration says
     */
    void start() throws IOException {
        var feeds = config.feeds();
        var cursors = new KafkaCursors(producer, topics.cursors(), clock, remembered(feeds));
        polling = new Polling(feeds, landing, cursors, clock);
        watching = new Watching(feeds, landing, cursors, clock);
        if (Receiver.isWanted(feeds)) {
            var receive = config.receive();
            receiver = new Receiver(feeds, receive.host(), receive.port(), landing, clock);
            receiver.start();
        }
        watching.start();
        polling.start();
    }

    private Map<String, Cursor> remembered(List<Feed> feeds) {
        try (var consumer =
                new KafkaConsumer<>(reading(kafka), new StringDeserializer(), new ByteArrayDeserializer())) {
            return new Remembrance(consumer, topics.cursors(), topics.raw(), READING_BACK).of(feeds);
        }
    }

    /** The port that pushed copy is received at; empty if no feed is pushed. */
    OptionalInt port() {
        return receiver == null ? OptionalInt.empty() : OptionalInt.of(receiver.port());
    }

    @Override
    public void close() {
        CompletableFuture.allOf(closing(polling), closing(watching), closing(receiver))
                .join();
        producer.close(CLOSING);
    }

    private static CompletableFuture<?> closing(@Nullable AutoCloseable collector) {
        var closed = new CompletableFuture<@Nullable Void>();
        Thread.ofVirtual().start(() -> {
            try {
                if (collector != null) {
                    collector.close();
                }
            } catch (Exception e) {
                log.warn("a collector did not close", e);
            } finally {
                closed.complete(null);
            }
        });
        return closed;
    }

    private static Map<String, Object> producing(KafkaConfig kafka) {
        var settings = kafka.client();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "collectors");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Stage.MAX_RECORD_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 3L * Stage.MAX_RECORD_BYTES);
        // Collectors keep what is not acknowledged and bring it again, so there is no use in waiting for minutes.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        return settings;
    }

    private static Map<String, Object> reading(KafkaConfig kafka) {
        var settings = kafka.client();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "collectors-cursors");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }
}
