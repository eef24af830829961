package dateline.benchmarks;

import dateline.enrich.Enrich;
import dateline.schemas.Encoding;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import wire.Enquiry;
import wire.Kin;
import wire.Notice;
import wire.Sketch;

/**
 * One article asks the index of kin while so many are in its window: looked up, compared, kept under its marks, answered;
 * stores on disk, changelogs encoded but sent nowhere. Its sketch is not in it: that is {@link Liken}. Processor time counts.
 */
// JMH calls the setup before anything else.
@SuppressWarnings("NullAway.Init")
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class FindKin {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int MARKS = 10;
    /** Marks of boilerplate, which thousands bear. */
    private static final int COMMON = 200;

    private static final int READ_AT = 5_000;

    @Param({"10000", "1000000"})
    public int window;

    private final SplittableRandom random = new SplittableRandom(7);
    private Path folder;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Enquiry> enquiries;
    private TestOutputTopic<String, Notice> answers;
    private int asked;

    /** What an iteration did, and what it took. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Work {
        public long asked;
        private long from;

        @Setup(Level.Iteration)
        public void begin() {
            asked = 0;
            from = THREADS.getCurrentThreadCpuTime();
        }

        public double processorSeconds() {
            return (THREADS.getCurrentThreadCpuTime() - from) / 1e9;
        }
    }

    @Setup(Level.Trial)
    public void fill() throws IOException {
        folder = Files.createTempDirectory("dateline-find-kin");
        var topics = new Topics(new Encoding.SingleObject());
        var settings = new Properties();
        settings.putAll(Stage.settings(Enrich.NAME, new KafkaConfig("none:1"), folder));
        driver = new TopologyTestDriver(Enrich.topology(topics), settings, BEGIN);
        enquiries = driver.createInputTopic(
                topics.kin().name(),
                Topic.KEYS.serializer(),
                topics.kin().values().serializer());
        answers = driver.createOutputTopic(
                topics.notices().name(),
                Topic.KEYS.deserializer(),
                topics.notices().values().deserializer());
        while (asked < window) {
            ask();
        }
    }

    @Benchmark
    public void ask(Work work) {
        ask();
        work.asked++;
    }

    private void ask() {
        String id = "wire-" + asked;
        enquiries.pipeInput(id, enquiry(id));
        if (++asked % READ_AT == 0) {
            answers.readRecordsToList();
        }
    }

    private Enquiry enquiry(String id) {
        Instant landed = BEGIN.plusMillis(WINDOW.toMillis() * asked / window);
        List<Long> marks = new ArrayList<>(MARKS);
        for (int i = 0; i < MARKS; i++) {
            marks.add(random.nextInt(20) == 0 ? random.nextInt(COMMON) : random.nextLong());
        }
        return Enquiry.newBuilder()
                .setRound("1")
                .setKin(Kin.newBuilder()
                        .setId(id)
                        .setProvider("wire")
                        .setFiled(landed)
                        .setLanded(landed)
                        .setSketch(Sketch.newBuilder()
                                .setRuns(sorted(96, Integer.BYTES))
                                .setFacts(sorted(64, Integer.BYTES + Short.BYTES))
                                .setWords(600)
                                .build())
                        .build())
                .setMarks(marks)
                .build();
    }

    /** Hashes in order, as a sketch has them. */
    private ByteBuffer sorted(int count, int width) {
        ByteBuffer bytes = ByteBuffer.allocate(count * width);
        random.ints(count).sorted().forEach(hash -> {
            bytes.putInt(hash);
            bytes.position(bytes.position() + width - Integer.BYTES);
        });
        return bytes.flip();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        driver.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
