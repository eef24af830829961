package dateline.benchmarks;

import dateline.enrich.entity.LinearTagger;
import dateline.enrich.entity.LinearTagger.Span;
import dateline.enrich.entity.train.Drill;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles of some 800 characters whose names are found a second, one thread; no two are alike. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TagNames {
    private static final int STORIES = 4_000;
    private static final int LENGTH = 800;
    private static final long SEED = 42;

    private final LinearTagger tagger = new LinearTagger();
    private final List<String> articles = Drill.articles(STORIES, LENGTH, SEED);
    private int next;

    @Benchmark
    public List<Span> article() {
        next = (next + 1) % articles.size();
        return tagger.spans(articles.get(next));
    }
}
