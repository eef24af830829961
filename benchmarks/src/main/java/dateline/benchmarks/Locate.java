package dateline.benchmarks;

import dateline.enrich.entity.LinearTagger;
import dateline.enrich.entity.Name;
import dateline.enrich.place.Atlas;
import dateline.enrich.place.Gazetteer;
import dateline.enrich.place.Regions;
import dateline.enrich.place.Where;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles a second whose places are told, one thread; the tagger has found their names before. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class Locate {
    private static final String HEADLINE = "Kenya and Uganda agree on a railway";

    private final Atlas atlas = new Atlas(new Gazetteer(), Regions.shipped());
    private final String article = Copy.article();
    private final List<Name> names = new LinearTagger().names(HEADLINE, article, "en");

    @Benchmark
    public Where article() {
        return atlas.read(new Atlas.Story(HEADLINE, article, "en", names, "NAIROBI", "Kenya", List.of(), null));
    }
}
