package dateline.benchmarks;

import dateline.ingest.format.Formats;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Read;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wire.RawItem;
import wire.WireItem;

/** Documents of each format read a second, one thread, format found by content; with them items and megabytes a second. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadWire {
    @Param({
        "rss",
        "atom",
        "json-feed",
        "cdf",
        "nitf",
        "newsml-g2",
        "newsml-1.2",
        "ninjs",
        "ap-media-json",
        "iptc7901",
        "anpa",
        "mail",
        "html",
        "text"
    })
    String format = "";

    private final Formats formats = Formats.installed();
    private RawItem document = new RawItem();
    private int items;

    /** What was read, counted where it is read. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Throughput {
        public double items;
        public double megabytes;
    }

    /** What the reading thread itself worked, over all iterations: a busy machine takes from what a second holds, not from this. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Work {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        public long itemsRead;
        private long from;

        @Setup(Level.Iteration)
        public void begin() {
            from = THREADS.getCurrentThreadCpuTime();
        }

        public double processorSeconds() {
            return (THREADS.getCurrentThreadCpuTime() - from) / 1e9;
        }
    }

    /** A document of twenty items, of one where the format holds no more; that it is read as such is checked before it counts. */
    @Setup
    public void file() {
        items = switch (format) {
            case "nitf", "ninjs", "mail", "html", "text" -> 1;
            default -> 20;
        };
        document = Wires.document(format, items);
        Reading reading = formats.read(document);
        if (!(reading instanceof Read read)
                || read.items().size() != items
                || !read.items().stream().allMatch(item -> item.getFormat().equals(format) && isWhole(item))) {
            throw new IllegalStateException("the copy for %s reads as %s".formatted(format, reading));
        }
    }

    /** With all its paragraphs; those of a page are found later, by enrich. */
    private static boolean isWhole(WireItem item) {
        return item.getPage() != null || item.getBodyText().lines().count() >= 15;
    }

    @Benchmark
    public Reading document(Throughput throughput, Work work) {
        work.itemsRead += items;
        throughput.items += items;
        throughput.megabytes += document.getBytes().limit() / 1e6;
        return formats.read(document);
    }
}
