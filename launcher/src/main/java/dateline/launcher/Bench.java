package dateline.launcher;

import dateline.enrich.Enrich;
import dateline.launcher.bench.Figures;
import dateline.launcher.bench.MadeUpCopy;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import wire.Article;
import wire.RawItem;

/** Drives the running pipeline with made-up copy, from wire.raw on, and measures what comes out of it. */
record Bench(Services services) {

    /** A tagged topic every item of the copy is routed to. */
    static final String DESK = "everything";

    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final int LOOKS_OF_QUIET = 10;

    /** How a producer of raw items is set up: as the collectors' is. */
    static Map<String, Object> producing(KafkaConfig kafka) {
        Map<String, Object> settings = kafka.client();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }

    KafkaConfig kafka() {
        return services.kafka();
    }

    /** How long it takes until the last of so many items, landed as fast as can be, is on its tagged topic. */
    Duration flood(String run, int items) throws Exception {
        Topic<RawItem> raw = kafka().topics().raw();
        var copy = copy(run);
        Set<String> arrived = new HashSet<>();
        try (var reader = new TopicReader<>(kafka(), kafka().topics().desk(DESK))) {
            long begin = System.nanoTime();
            Thread landing = Thread.ofVirtual().start(() -> {
                try (var producer = producer(raw)) {
                    for (int i = 0; i < items; i++) {
                        land(producer, raw, copy.item(i, Instant.now()));
                    }
                }
            });
            reader.follow(
                    record -> {
                        if (isOf(run, record.key())) {
                            arrived.add(record.key());
                        }
                    },
                    () -> arrived.size() < items);
            landing.join();
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    /**
     * Comes back once nothing is left to do: of a flood some work for the index of kin and for the archive's index of words
     * remains when all is shown.
     */
    void settle() throws InterruptedException {
        try (var progress = new StageProgress(kafka())) {
            while (!progress.hasCaughtUp(Enrich.NAME)) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            }
        }
        int quiet = 0;
        while (quiet < LOOKS_OF_QUIET) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
            quiet = services.searchable() ? quiet + 1 : 0;
        }
    }

    /** The ages, landing to tagged topic, of items that land at a steady rate. */
    Figures ages(String run, int perSecond, Duration time) throws Exception {
        Topic<RawItem> raw = kafka().topics().raw();
        int items = (int) (perSecond * time.toMillis() / 1000);
        var ages = new Figures();
        var copy = copy(run);
        Set<String> arrived = new HashSet<>();
        try (var reader = new TopicReader<Article>(kafka(), kafka().topics().desk(DESK))) {
            Thread landing = Thread.ofPlatform().start(() -> {
                try (var producer = producer(raw)) {
                    long begin = System.nanoTime();
                    for (int i = 0; i < items; i++) {
                        LockSupport.parkNanos(begin + i * 1_000_000_000L / perSecond - System.nanoTime());
                        land(producer, raw, copy.item(i, Instant.now()));
                    }
                }
            });
            reader.follow(
                    record -> {
                        // What is told again, since kin of it came, is as old as its story and no measure of any delay.
                        if (isOf(run, record.key()) && arrived.add(record.key())) {
                            ages.add(Duration.between(record.value().getLanded(), Instant.now())
                                    .toMillis());
                        }
                    },
                    () -> ages.count() < items);
            landing.join();
        }
        return ages;
    }

    /** Each run's is its own: the same once more would be copies, and copies are told to those that they are copies of. */
    private static MadeUpCopy copy(String run) {
        return new MadeUpCopy(run.hashCode(), run);
    }

    private static boolean isOf(String run, String id) {
        return id.contains(run + "-");
    }

    private KafkaProducer<String, RawItem> producer(Topic<RawItem> raw) {
        return new KafkaProducer<>(
                producing(kafka()), Topic.KEYS.serializer(), raw.values().serializer());
    }

    private static void land(KafkaProducer<String, RawItem> producer, Topic<RawItem> raw, RawItem item) {
        var _ = producer.send(new ProducerRecord<>(raw.name(), item.getFeed(), item));
    }
}
