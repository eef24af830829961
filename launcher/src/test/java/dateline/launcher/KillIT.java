package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;

/** The whole process is killed in the middle of its work, broker, database and all; nothing is lost and nothing is doubled. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KillIT {
    private static final int FILES = 100;
    private static final int ITEMS_IN_EACH = 50;
    private static final int ITEMS = FILES * ITEMS_IN_EACH;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void killedThriceInMidstreamItLosesNothingAndDoublesNothing() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path data = folder.resolve("data");
        Files.writeString(folder.resolve("dateline.yml"), "api: { port: 0 }\n");

        try (Child first = Child.dateline(folder, "up", "--data", data, "--watch", inbox)) {
            first.says("API", PATIENCE);
            for (int file = 0; file < FILES; file++) {
                drop(inbox, file);
            }
            first.await("some landed", PATIENCE, () -> taken(inbox) > 5);
            first.kill();
        }
        for (int kill = 0; kill < 2; kill++) {
            try (Child next = Child.dateline(folder, "up", "--data", data, "--watch", inbox)) {
                next.says("API", PATIENCE);
                var kafka = new KafkaConfig(DataFolder.broker(data).orElseThrow());
                int before = onEachOnce(kafka, Topics::articles).size();
                next.await(
                        "some more are tagged",
                        PATIENCE,
                        () -> onEachOnce(kafka, Topics::articles).size() >= Math.min(ITEMS, before + 300));
                next.kill();
            }
        }
        try (Child last = Child.dateline(folder, "up", "--data", data, "--watch", inbox)) {
            last.says("API", PATIENCE);
            var kafka = new KafkaConfig(DataFolder.broker(data).orElseThrow());
            last.await(
                    "all are routed",
                    PATIENCE,
                    () -> onEachOnce(kafka, topics -> topics.region("east-asia"))
                                    .size()
                            >= ITEMS);

            last.await("all are archived", PATIENCE, () -> idsInApi(last).size() >= ITEMS);

            assertThat(onEachOnce(kafka, Topics::articles))
                    .as("on wire.articles")
                    .hasSize(ITEMS);
            assertThat(onEachOnce(kafka, topics -> topics.region("east-asia")))
                    .as("on the region's topic")
                    .hasSize(ITEMS);
            assertThat(versionsOf(last)).as("rows of one item").isEqualTo(1);
            assertThat(taken(inbox)).isEqualTo(FILES);
            assertThat(new DeadLetterBox(kafka, Clock.systemUTC()).waiting()).isEmpty();
        }
    }

    private void drop(Path inbox, int file) throws IOException {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Kill wire</title>");
        for (int item = 0; item < ITEMS_IN_EACH; item++) {
            int number = file * ITEMS_IN_EACH + item;
            rss.append("""
                    <item><guid isPermaLink="false">kill-%1$d</guid><title>Story %1$d from Japan</title>
                    <pubDate>Wed, 11 Mar 2026 06:10:00 GMT</pubDate>
                    <description>TOKYO (Kill Wire) - Story %1$d is about Japan, and about nothing else.</description></item>
                    """.formatted(number));
        }
        rss.append("</channel></rss>");
        Path written = Files.writeString(folder.resolve("writing"), rss);
        Files.move(written, inbox.resolve("file-" + file + ".xml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static int taken(Path inbox) {
        try (var done = Files.exists(inbox.resolve("done")) ? Files.list(inbox.resolve("done")) : Stream.<Path>of()) {
            return (int) done.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The items on a topic, which may hold each of them once only. */
    private static Set<String> onEachOnce(KafkaConfig kafka, Function<Topics, Topic<Article>> topic) {
        Map<String, Integer> times = new HashMap<>();
        try (var reader = new TopicReader<>(kafka, topic.apply(kafka.topics()))) {
            reader.readAll(record -> times.merge(record.key(), 1, Integer::sum));
        } catch (Failure e) {
            throw new AssertionError(e);
        }
        assertThat(times).allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
        return times.keySet();
    }

    private Set<String> idsInApi(Child dateline) {
        var ids = new HashSet<String>();
        String before = "";
        do {
            JsonNode page = get(dateline, "/api/articles?limit=200" + before);
            page.path("articles").forEach(article -> ids.add(article.path("id").asText()));
            before = page.path("next").isTextual()
                    ? "&before=" + page.path("next").asText()
                    : "";
        } while (!before.isEmpty());
        return ids;
    }

    private int versionsOf(Child dateline) {
        JsonNode some = get(dateline, "/api/articles?limit=1").path("articles").path(0);
        String id = URLEncoder.encode(some.path("id").asText(), StandardCharsets.UTF_8);
        return get(dateline, "/api/articles/" + id + "/versions")
                .path("versions")
                .size();
    }

    private JsonNode get(Child dateline, String path) {
        try (var http = HttpClient.newHttpClient()) {
            String api = dateline.says("API", PATIENCE).replace("/api/articles", "");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(api + path)).build(), HttpResponse.BodyHandlers.ofString());
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
