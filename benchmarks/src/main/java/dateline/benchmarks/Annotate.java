package dateline.benchmarks;

import dateline.enrich.tag.Annotation;
import dateline.enrich.tag.Annotator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles tagged a second, one thread. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Annotate {
    private final Annotator annotator = new Annotator();
    private final String article = Copy.article();

    @Benchmark
    public Annotation article() {
        return annotator.annotate(article, "Kenya and Uganda agree on a railway", "en");
    }
}
