package dateline.benchmarks;

import dateline.enrich.credit.WireCopy;
import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.place.Gazetteer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles taken apart a second, one thread: headline, dateline, credits, links and notes. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadCopy {
    private static final String HEADLINE = "Kenya and Uganda agree on a railway";

    private final Datelines datelines = new Datelines(new Gazetteer()::knows);
    private final String plain = Copy.article();
    private final String laden = "UPDATE 1-" + HEADLINE + "\nBy Ann Other\nNAIROBI, March 3 (Bench Wire) - "
            + plain.substring(plain.indexOf("- ") + 2, plain.indexOf("Source:"))
            + """
            Also read: Harbour towns count the cost
            (Reporting by Ann Other in Nairobi; Editing by Bo Ek)
            Source: Bench-OANA
            Editor: Cy Dow
            This story has been published from a wire agency feed without modifications to the text.
            """;

    /** With a dateline and two credit lines. */
    @Benchmark
    public WireCopy plain() {
        return WireCopy.read(plain, HEADLINE, datelines);
    }

    /** With a line of every kind. */
    @Benchmark
    public WireCopy laden() {
        return WireCopy.read(laden, HEADLINE, datelines);
    }

    /** The dateline alone. */
    @Benchmark
    public @Nullable FiledFrom dateline() {
        return datelines.read(plain);
    }
}
