package dateline.launcher;

import dateline.enrich.entity.LinearTagger;
import dateline.enrich.entity.Tokens;
import dateline.enrich.entity.train.Drill;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tag",
        description = {
            "Measures the tagger of names on one thread, on invented copy of a wire's kinds.",
            "With --corpus, also how right it is on the parts of the corpora that were kept back from training."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class TagBenchCommand implements Callable<Integer> {
    private static final int STORIES = 4_000;
    private static final int ARTICLE = 800;
    private static final long SEED = 42;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long it is measured after as long to warm up; 10 unless given.")
    private int seconds = 10;

    @Option(names = "--corpus", paramLabel = "FOLDER", description = "The corpora.")
    private @Nullable Path corpus;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        long before = System.nanoTime();
        var tagger = new LinearTagger();
        Duration start = Duration.ofNanos(System.nanoTime() - before);
        List<String> articles = Drill.articles(STORIES, ARTICLE, SEED);
        long tokens =
                articles.stream().mapToLong(text -> new Tokens(text).count()).sum();

        tag(tagger, articles);
        double rate = tag(tagger, articles);
        out.printf("%-40s %10d ms%n", "start-up of the model", start.toMillis());
        out.printf("%-40s %10.0f%n", "tokens a second, one thread", rate * tokens / articles.size());
        out.printf("%-40s %10.0f%n", "articles a second, %d tokens each".formatted(tokens / articles.size()), rate);
        out.printf(
                "%-40s %10d MB%n",
                "heap in use",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        out.flush();
        if (corpus != null) {
            ModelCommand.score(tagger, corpus, out);
        }
        return 0;
    }

    /** Articles a second, by the time that this thread had a processor. */
    private double tag(LinearTagger tagger, List<String> articles) {
        var clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        long done = 0;
        long now = begun;
        while (now < end) {
            for (String article : articles) {
                tagger.spans(article);
            }
            done += articles.size();
            now = clock.getCurrentThreadCpuTime();
        }
        return done * 1e9 / (now - begun);
    }
}
