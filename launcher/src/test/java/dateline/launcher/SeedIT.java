package dateline.launcher;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.demo.DemoWires;
import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;

/** Wire copy as republishers file it, dropped into the watched folder of a running Dateline. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SeedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static Drop drop;
    private static Child dateline;
    private static Api api;
    private static OnTopics topics;

    @BeforeAll
    static void aDatelineRunsThatWatchesAFolder() throws Exception {
        drop = new Drop(folder.resolve("staging"), Files.createDirectory(folder.resolve("inbox")));
        Files.writeString(folder.resolve("dateline.yml"), """
                api: { port: 0 }
                desks:
                  asia: { countries: [JP, KR, KP, CN] }
                """);
        Path data = folder.resolve("data");
        dateline = Child.dateline(folder, "up", "--data", data, "--watch", drop.inbox());
        api = new Api(dateline.says("API", PATIENCE));
        topics = new OnTopics(new KafkaConfig(DataFolder.broker(data).orElseThrow()));
    }

    @AfterAll
    static void itStops() throws IOException {
        api.close();
        dateline.close();
    }

    @Test
    void copyWithATitleTwiceAndCreditsAtItsEndComesOutTagged() throws Exception {
        drop.file("karakol.txt", DemoWires.copy("dropped/karakol.txt"));

        String id = arrives("Kyrgyzstan, China reopen mountain pass to lorries after winter of landslides");

        JsonNode article = api.article(id);
        assertThat(article.path("dateline").path("place").asText()).isEqualTo("Karakol");
        assertThat(article.path("dateline").path("country").asText()).isEqualTo("KG");
        assertThat(Api.texts(article.path("countries"))).contains("KG", "CN", "UZ", "KZ");
        assertThat(Api.texts(article.path("regions"))).contains("central-asia", "east-asia");
        assertThat(article.path("body_text").asText())
                .startsWith("Kyrgyzstan and China on Wednesday")
                .doesNotContain("Aigerim", "Halcyon-TASK");
        assertRouted(id, List.of("central-asia", "east-asia"));
    }

    @Test
    void theSeedComesOutTagged() throws Exception {
        Optional<Path> seed = seed();
        assumeTrue(seed.isPresent(), "the seed is not here: shared/data/seed stands beside no folder above this one");
        drop.file("seed.txt", Files.readAllBytes(seed.get()));

        String id = arrives("Japan, US reaffirm bilateral cooperation against North Korea");

        JsonNode article = api.article(id);
        assertThat(article.path("dateline").path("place").asText()).isEqualTo("Karuizawa");
        assertThat(article.path("dateline").path("country").asText()).isEqualTo("JP");
        assertThat(Api.texts(article.path("countries"))).contains("JP", "US", "KP", "KR", "CN");
        assertThat(Api.texts(article.path("regions"))).contains("east-asia", "indo-pacific");
        assertThat(article.path("body_text").asText()).startsWith("Japanese Foreign Minister");
        assertRouted(id, List.of("east-asia", "indo-pacific"));
    }

    /** Waits until the archive has an article with this headline. */
    private static String arrives(String headline) throws InterruptedException {
        dateline.await(
                "archived: " + headline, PATIENCE, () -> withHeadline(headline).isPresent());
        return withHeadline(headline).orElseThrow().path("id").asText();
    }

    private static Optional<JsonNode> withHeadline(String headline) {
        return api.find("").stream()
                .filter(article -> article.path("headline").asText().equals(headline))
                .findFirst();
    }

    private static void assertRouted(String id, List<String> regions) throws InterruptedException {
        for (String region : regions) {
            dateline.await(
                    "on " + region,
                    PATIENCE,
                    () -> topics.times(all -> all.region(region)).containsKey(id));
        }
        dateline.await(
                "on the desk",
                PATIENCE,
                () -> topics.times(all -> all.desk("asia")).containsKey(id));
        assertThat(topics.articles(all -> all.desk("asia")))
                .filteredOn(article -> article.getId().equals(id))
                .singleElement()
                .extracting(Article::getHeadline)
                .isEqualTo(api.article(id).path("headline").asText());
        assertThat(api.find("desk=asia"))
                .anyMatch(article -> article.path("id").asText().equals(id));
        assertThat(ids(api.find("region=" + regions.getFirst()))).contains(id);
        assertThat(api.versions(id)).isEqualTo(1);
    }

    private static List<String> ids(List<JsonNode> articles) {
        return articles.stream().map(article -> article.path("id").asText()).toList();
    }

    /** The seed is its publisher's and no part of this project: it stands in a folder beside it, on some machines. */
    private static Optional<Path> seed() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        for (Path above = here; above != null; above = above.getParent()) {
            Path seeds = above.resolve("shared/data/seed");
            if (Files.isDirectory(seeds)) {
                try (Stream<Path> files = Files.list(seeds)) {
                    return files.filter(file -> requireNonNull(file.getFileName())
                                    .toString()
                                    .endsWith(".txt"))
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }
}
