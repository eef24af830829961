package dateline.benchmarks;

import dateline.ingest.format.Formats;
import dateline.ingest.format.Reading;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wire.RawItem;

/** Entries of an RSS document read a second, one thread. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadFeed {
    private static final int ENTRIES = 50;

    private final Formats formats = Formats.installed();
    private final RawItem rss = Copy.rss(ENTRIES);

    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public Reading entry() {
        return formats.read(rss);
    }
}
