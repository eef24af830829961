package dateline.launcher;

import dateline.enrich.entity.LinearTagger;
import dateline.enrich.entity.Tokens;
import dateline.enrich.entity.train.Corpora;
import dateline.enrich.entity.train.Drill;
import dateline.enrich.entity.train.Labelled;
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
            "With --corpus, also on the running text of the corpora's parts that were kept back from training, and how right it is on them."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class TagBenchCommand implements Callable<Integer> {
    private static final int STORIES = 4_000;
    private static final int ARTICLE = 800;
    private static final long SEED = 42;
    /** Of the corpora, what is as long as copy: a tweet or a sentence by itself is none. */
    private static final int RUNNING = 600;

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
        out.printf("%-40s %10d ms%n", "start-up of the model", start.toMillis());
        List<String> articles = Drill.articles(STORIES, ARTICLE, SEED);
        double rate = rate(tagger, articles);
        out.printf("%-40s %10.0f%n", "tokens a second, one thread", rate);
        out.printf(
                "%-40s %10.0f%n",
                "articles a second, %d tokens each".formatted(tokens(articles) / articles.size()),
                rate * articles.size() / tokens(articles));
        out.flush();
        if (corpus != null) {
            List<String> running = Corpora.heldOut(corpus).values().stream()
                    .flatMap(List::stream)
                    .map(Labelled::text)
                    .filter(text -> text.length() >= RUNNING)
                    .toList();
            out.printf("%-40s %10.0f%n", "tokens a second, running text", rate(tagger, running));
        }
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        out.printf("%-40s %10d MB%n", "heap in use", memory.getHeapMemoryUsage().getUsed() >> 20);
        out.flush();
        if (corpus != null) {
            ModelCommand.score(tagger, corpus, out);
        }
        return 0;
    }

    private static long tokens(List<String> texts) {
        return texts.stream().mapToLong(text -> new Tokens(text).count()).sum();
    }

    /** Tokens a second, warm, by the time that this thread had a processor. */
    private double rate(LinearTagger tagger, List<String> texts) {
        tag(tagger, texts);
        return tag(tagger, texts) * tokens(texts);
    }

    /** How many times a second it tags all texts. */
    private double tag(LinearTagger tagger, List<String> texts) {
        var clock = ManagementFactory.getThreadMXBean();
        long begun = clock.getCurrentThreadCpuTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        long done = 0;
        long now = begun;
        while (now < end) {
            for (String text : texts) {
                tagger.spans(text);
            }
            done++;
            now = clock.getCurrentThreadCpuTime();
        }
        return done * 1e9 / (now - begun);
    }
}
