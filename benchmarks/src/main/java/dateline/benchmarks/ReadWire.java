package dateline.benchmarks;

import dateline.ingest.format.Formats;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Read;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wire.RawItem;

/** Documents of each format read a second, one thread, format found by content; with them items and megabytes a second. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadWire {
    @Param({"rss", "atom", "json-feed", "nitf", "newsml-g2", "newsml-1.2", "ninjs", "iptc7901", "anpa", "mail"})
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

    /** A document of twenty items, of one where the format holds no more; that it is read as such is checked before it counts. */
    @Setup
    public void file() {
        items = switch (format) {
            case "nitf", "ninjs", "mail" -> 1;
            default -> 20;
        };
        document = Wires.document(format, items);
        Reading reading = formats.read(document);
        if (!(reading instanceof Read read)
                || read.items().size() != items
                || !read.items().stream()
                        .allMatch(item -> item.getFormat().equals(format)
                                && item.getBodyText().lines().count() >= 15)) {
            throw new IllegalStateException("the copy for %s reads as %s".formatted(format, reading));
        }
    }

    @Benchmark
    public Reading document(Throughput throughput) {
        throughput.items += items;
        throughput.megabytes += document.getBytes().limit() / 1e6;
        return formats.read(document);
    }
}
