package dateline.benchmarks;

import dateline.enrich.kin.Kinfolk;
import dateline.enrich.kin.Likeness;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import wire.Article;
import wire.Kin;
import wire.Relative;

/** What it takes to make an article known to its kin, and to compare it with one of them. One thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Liken {
    private final Article article = Article.newBuilder()
            .setProvider("Bench Wire")
            .setHeadline("UPDATE 2-Kenya and Uganda agree on a railway")
            .setSlugline("KENYA-UGANDA/RAILWAY")
            .setBodyText(Copy.varied(5_000))
            .build();
    private final Kin kin = Kinfolk.of(article).kin();
    private final Kin copy = Kinfolk.of(Article.newBuilder(article)
                    .setProvider("Gazette")
                    .setBodyText(article.getBodyText().substring(0, 2_000))
                    .build())
            .kin();

    /** Sketch and marks of an article of 5 KB. */
    @Benchmark
    public Kinfolk sketch() {
        return Kinfolk.of(article);
    }

    /** Two full sketches compared. */
    @Benchmark
    public Relative compare() {
        return Likeness.between(copy, kin);
    }
}
