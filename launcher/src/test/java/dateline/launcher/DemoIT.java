package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;

/** The demo as a newcomer meets it: started, stopped with Ctrl-C, started again, killed, and started once more. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ARTICLE = Pattern.compile("^(PUBLISHED|REVISED|KILLED|RETRACTED) +(\\S+)$");
    private static final String KARAKOL =
            "Kyrgyzstan, China reopen mountain pass to lorries after winter of landslides";
    private static final int PUSHED_AT_EACH_START = 3;

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
            endsWithAllThatItStarted(demo);
        }
        int postmaster;
        try (Child demo = demo(data)) {
            playsTheRestOfTheScript(demo);
            postmaster = Integer.parseInt(Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .getFirst()
                    .strip());
            demo.kill();
            printed.addAll(articles(demo));
        }
        assertThat(ProcessHandle.of(postmaster)).as("the orphaned database").isPresent();
        int filed = printed.size();

        try (Child demo = demo(data)) {
            demo.says("API", PATIENCE);
            assertThat(ProcessHandle.of(postmaster))
                    .as("the orphaned database, once another took its place")
                    .isEmpty();
            int articles = topics(data).count(Topics.ARTICLES);
            int landed = topics(data).count(Topics.RAW);
            // Later than all that the demo files again at its start; when it is through, so are they.
            Drop drop = new Drop(folder.resolve("staging"), data.resolve("inbox"));
            demo.await(
                    "what is pushed at each start is pushed again",
                    PATIENCE,
                    () -> topics(data).count(Topics.RAW) >= PUSHED_AT_EACH_START
                            && topics(data).count(Topics.RAW) >= landed);
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
                    .containsExactlyInAnyOrderElementsOf(printed)
                    .hasSize(filed + 1);
            assertThat(printed).as("printed over all starts").doesNotHaveDuplicates();
            endsWithAllThatItStarted(demo);
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
                        + " +entities +.*Karakol.*\n");
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

    private void endsWithAllThatItStarted(Child demo) throws InterruptedException {
        List<ProcessHandle> started = demo.descendants();
        assertThat(started).as("the database's processes").isNotEmpty();

        Duration took = demo.stop();

        assertThat(started).noneMatch(ProcessHandle::isAlive);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        System.out.printf("the demo stopped within %d ms%n", took.toMillis());
        if (printed.isEmpty()) {
            printed.addAll(articles(demo));
        }
    }

    /** The correction, the kill and the release of the embargo come after the second start, and each of them once. */
    private static void playsTheRestOfTheScript(Child demo) throws InterruptedException {
        try (var api = new Api(demo.says("API", PATIENCE))) {
            demo.await("a kill", PATIENCE, () -> articles(demo).stream().anyMatch(line -> line.startsWith("KILLED")));
            demo.await(
                    "a correction",
                    PATIENCE,
                    () -> articles(demo).stream().anyMatch(line -> line.startsWith("REVISED")));
            demo.await(
                    "the end of the embargo",
                    PATIENCE,
                    () -> articles(demo).stream().anyMatch(line -> line.contains("rates")));
            demo.await(
                    "the kill is archived",
                    PATIENCE,
                    () -> api.find("event=KILLED").stream()
                            .map(JsonNode::toString)
                            .findAny()
                            .isPresent());
        }
    }

    private static OnTopics topics(Path data) {
        try {
            return new OnTopics(new KafkaConfig(DataFolder.broker(data).orElseThrow()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
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
