package dateline.launcher;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** What this broker and machine can do at all: records produced, passed through a stage that does nothing, and consumed. */
record PassThrough(KafkaConfig kafka, Path state, int partitions) {
    private static final int MOST_LOOKS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** How long it takes until the last of so many records of so many bytes came through. */
    Duration time(int records, int bytes) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        String in = "bench.in-" + run;
        String out = "bench.out-" + run;
        try (Admin admin = Admin.create(kafka.client())) {
            make(admin, in, out);
            try (var stage = new Stage("bench-" + run, topology(in, out), kafka, state, 1);
                    var reader = new TopicReader<>(kafka, List.of(out), new ByteArrayDeserializer())) {
                stage.start();
                long begin = System.nanoTime();
                Thread producing = Thread.ofVirtual().start(() -> produce(in, records, bytes));
                var seen = new AtomicInteger();
                reader.follow(record -> seen.incrementAndGet(), () -> seen.get() < records);
                producing.join();
                return Duration.ofNanos(System.nanoTime() - begin);
            } finally {
                admin.deleteTopics(List.of(in, out)).all().get();
            }
        }
    }

    private void make(Admin admin, String... names) throws ExecutionException, InterruptedException {
        for (String name : names) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
            awaitKnown(admin, name);
        }
    }

    /** What the controller has made is not known to the broker at once. */
    private static void awaitKnown(Admin admin, String name) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            try {
                admin.describeTopics(List.of(name)).allTopicNames().get();
                return;
            } catch (ExecutionException e) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            }
        }
    }

    private static Topology topology(String in, String out) {
        var builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("in"))
                .to(out, Produced.with(Serdes.String(), Serdes.ByteArray()).withName("out"));
        return builder.build();
    }

    private void produce(String topic, int records, int bytes) {
        var value = new byte[bytes];
        // Text-like: half of it repeats, so that compression has its usual work.
        new Random(7).nextBytes(value);
        for (int i = 0; i < bytes; i += 2) {
            value[i] = (byte) 'e';
        }
        try (var producer =
                new KafkaProducer<>(Bench.producing(kafka), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                var _ = producer.send(new ProducerRecord<>(topic, "key-" + i, value));
            }
        }
    }
}
