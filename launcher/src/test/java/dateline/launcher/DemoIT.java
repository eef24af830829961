package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;

/** The demo as a newcomer meets it: started, stopped with Ctrl-C, started again, killed, and started once more. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern ARTICLE = Pattern.compile("^(PUBLISHED|REVISED|KILLED|RETRACTED) +(\\S+)$");
    private static final String KARAKOL =
            "Kyrgyzstan, China reopen mountain pass to lorries after winter of landslides";
    private static final String EMBARGOED = "New Zealand central bank cuts key rate to 2.25 percent";
    private static final String QUAKE = "pacific-wire-service:urn:newsml:pacific-wire.example:2026-03-11:PW4410";

    @TempDir
    Path folder;

    /** What was printed about articles over all starts: the event and the id. */
    private final List<String> printed = new ArrayList<>();

    @Test
    void theDemoShowsArticlesEndsWithoutATraceAndResumesWithoutAWordTwice() throws Exception {
        Path data = folder.resolve("demo");
        try (Child demo = demo(data)) {
            printsArticlesWithTheirTags(demo);
            answersWithThem(demo);
            endsWithAllThatItStarted(demo, data);
        }
        ProcessHandle orphan;
        try (Child demo = demo(data)) {
            playsTheRestOfTheScript(demo);
            orphan = postmaster(data).orElseThrow();
            demo.kill();
            printed.addAll(articles(demo));
        }
        assertThat(orphan.isAlive()).as("the database outlives the kill").isTrue();

        try (Child demo = demo(data)) {
            demo.says("API", PATIENCE);
            assertThat(orphan.isAlive()).as("the orphaned database").isFalse();
            int articles = topics(data).count(Topics.ARTICLES);
            // Dropped after all that the demo files again at its start, it comes out after all of that.
            Drop drop = new Drop(folder.resolve("staging"), data.resolve("inbox"));
            drop.file("last.txt", "Tram drivers in Lisbon end strike\n\nLISBON (Halcyon News) – The strike is over.\n");
            demo.await("the last article", PATIENCE, () -> demo.said().contains("Tram drivers in Lisbon end strike"));

            assertThat(articles(demo)).as("printed after the kill").hasSize(1);
            printed.addAll(articles(demo));
            assertThat(topics(data).count(Topics.ARTICLES)).isEqualTo(articles + 1);
            assertThat(topics(data).articles(Topics::articles).stream()
                            .map(DemoIT::line)
                            .toList())
                    .as("on wire.articles")
                    .doesNotHaveDuplicates()
                    .containsAll(printed);
            assertThat(printed).as("printed over all starts").doesNotHaveDuplicates();
            endsWithAllThatItStarted(demo, data);
        }
    }

    private Child demo(Path data) throws Exception {
        return Child.dateline(folder, "demo", "--port", 0, "--data", data);
    }

    private static void printsArticlesWithTheirTags(Child demo) throws InterruptedException {
        demo.says("API", PATIENCE);
        demo.await("five articles", PATIENCE, () -> articles(demo).size() >= 5);
        demo.await("the dropped story", PATIENCE, () -> demo.said().contains(KARAKOL));

        assertThat(demo.said())
                .containsPattern("PUBLISHED +\\S+\n +" + KARAKOL + "\n"
                        + " +countries KG CN [A-Z ]+ +regions [a-z -]*central-asia[a-z -]*\n"
                        + " +entities +.*Kyrgyzstan.*\n");
    }

    private static void answersWithThem(Child demo) throws InterruptedException {
        try (var api = new Api(demo.says("API", PATIENCE))) {
            demo.await(
                    "the API has the dropped story",
                    PATIENCE,
                    () -> api.find("country=KG").stream()
                            .map(article -> article.path("headline").asText())
                            .anyMatch(KARAKOL::equals));
        }
    }

    private void endsWithAllThatItStarted(Child demo, Path data) throws Exception {
        ProcessHandle postmaster = postmaster(data).orElseThrow();
        List<ProcessHandle> started = Stream.of(
                        demo.descendants().stream(), Stream.of(postmaster), postmaster.descendants())
                .flatMap(each -> each)
                .toList();

        Duration took = demo.stop();

        // What has ended is listed until the system has taken note of it.
        CompletableFuture<?>[] ends =
                started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        assertThat(CompletableFuture.allOf(ends))
                .as("nothing is left running of %s", started)
                .succeedsWithin(5, TimeUnit.SECONDS);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        System.out.printf("the demo stopped within %d ms%n", took.toMillis());
        if (printed.isEmpty()) {
            printed.addAll(articles(demo));
        }
    }

    /** The correction, the kill and the release of the embargo come after the second start, and each of them once. */
    private static void playsTheRestOfTheScript(Child demo) throws InterruptedException {
        try (var api = new Api(demo.says("API", PATIENCE))) {
            demo.await("a kill", PATIENCE, () -> articles(demo).contains("KILLED " + QUAKE));
            demo.await("a correction", PATIENCE, () -> demo.said().contains("CORRECTED: Rhine ferries"));
            demo.await("the end of the embargo", PATIENCE, () -> demo.said().contains(EMBARGOED));
            demo.await(
                    "the archive has the kill",
                    PATIENCE,
                    () -> api.article(QUAKE).path("event").asText().equals("KILLED"));
        }
    }

    /** The database server, which is nobody's child: whoever starts it is gone when it runs. */
    private static Optional<ProcessHandle> postmaster(Path data) throws IOException {
        List<String> pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(pid.getFirst().strip()));
    }

    private static OnTopics topics(Path data) {
        try {
            return new OnTopics(new KafkaConfig(DataFolder.broker(data).orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> articles(Child demo) {
        return demo.said()
                .lines()
                .map(ARTICLE::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1) + " " + line.group(2))
                .toList();
    }

    private static String line(Article article) {
        return article.getEvent() + " " + article.getId();
    }
}
