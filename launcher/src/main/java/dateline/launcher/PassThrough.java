package dateline.launcher;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
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

    /** How long it takes until the last of so many records of so many bytes came through. */
    Duration time(int records, int bytes) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        String in = "bench.in-" + run;
        String out = "bench.out-" + run;
        make(in, out);
        try (Admin admin = Admin.create(kafka.client())) {
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

    private void make(String... names) throws Failure {
        var made = new Settings.Kafka(null, kafka.properties(), partitions, 1, Duration.ofDays(1));
        var topics = new ArrayList<Topic<?>>();
        for (String name : names) {
            topics.add(new Topic<>(name, Serdes.ByteArray(), Topic.Kept.LOG_FOR_A_WHILE));
        }
        new TopicSetup(kafka, made).ensure(topics);
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
