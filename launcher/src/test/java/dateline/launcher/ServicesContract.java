package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.enrich.Enrich;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;

/**
 * What ingest, enrich and sink do together when each runs alone, on whatever ground: the services of docker-compose.yml,
 * with the commands that it gives them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // what starts before all tests is there in each of them
abstract class ServicesContract {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String TOKEN = "a-token-of-the-tests-own";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int receive = Ports.free();
    private final int api = Ports.free();
    private final Map<String, Child> services = new LinkedHashMap<>();
    private final Map<String, Integer> health = new LinkedHashMap<>();
    private Path folder;
    private @Nullable Ground ground;
    private KafkaConfig kafka;

    /** A new ground; the folder is for what it keeps. */
    abstract Ground ground(Path folder) throws Exception;

    @BeforeAll
    void folder(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Once, but not before all tests: where there is no ground, each of them counts as skipped. */
    @BeforeEach
    void start() throws Exception {
        if (ground != null) {
            return;
        }
        ground = ground(folder.resolve("ground"));
        kafka = new KafkaConfig(ground.bootstrapServers());
        Files.createDirectory(folder.resolve("in"));
        for (String service : List.of("ingest", "enrich", "sink")) {
            start(service, service);
        }
        for (String service : List.copyOf(services.keySet())) {
            awaitHealthy(service);
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Child service : services.values()) {
            service.close();
        }
        http.close();
        if (ground != null) {
            ground.close();
        }
    }

    @Test
    void copyThatIsDroppedIsTaggedAndArchived() throws Exception {
        drop("bridge.xml", rss("bridge", 1));

        JsonNode found = awaitArticles("desk=bridges", 1).getFirst();

        assertThat(found.path("headline").asText()).isEqualTo("Bridge 0 opens");
        String id = found.path("id").asText();
        assertThat(awaitOnDesk("bridges", 1)).containsExactly(Map.entry(id, 1));
        // A region of the newsroom's own, which is in no list that ships.
        assertThat(found.path("regions")).extracting(JsonNode::asText).contains("our-coast");
        await(id, kafka.topics().region("our-coast"));
        assertThat(awaitArticles("region=our-coast&q=bridge", 1)).hasSize(1);
        assertThat(get("/api/articles/" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .path("headline")
                        .asText())
                .isEqualTo("Bridge 0 opens");
    }

    @Test
    void copyThatIsPushedIsArchived() throws Exception {
        assertThat(push("Bearer of-something-else", rss("ferry", 1))).isEqualTo(401);
        assertThat(push("Bearer " + TOKEN, rss("ferry", 1))).isEqualTo(202);

        assertThat(awaitArticles("desk=ferries", 1))
                .singleElement()
                .satisfies(
                        article -> assertThat(article.path("headline").asText()).isEqualTo("Ferry 0 opens"));
    }

    @Test
    void aServiceThatStopsAndComesBackGoesOnWhereItWas() throws Exception {
        drop("tunnel-1.xml", rss("tunnel", 5));
        awaitArticles("desk=tunnels", 5);
        awaitOnDesk("tunnels", 5);

        for (String service : List.of("sink", "enrich", "ingest")) {
            Child running = services.remove(service);
            assertThat(running).isNotNull();
            assertThat(running.stop()).as("%s stops in time", service).isLessThan(Duration.ofSeconds(30));
            running.close();
        }
        drop("tunnel-2.xml", rss("tunnel", 10));
        for (String service : List.of("ingest", "enrich", "sink")) {
            start(service, service);
        }

        assertThat(awaitArticles("desk=tunnels", 10)).hasSize(10);
        assertThat(awaitOnDesk("tunnels", 10))
                .hasSize(10)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aSecondEnrichSharesTheWork() throws Exception {
        start("enrich", "enrich-2");
        child("enrich-2").await("both have partitions", PATIENCE, () -> workersOf(Stage.PREFIX + Enrich.NAME) == 2);

        drop("canal.xml", rss("canal", 40));

        assertThat(awaitArticles("desk=canals", 40)).hasSize(40);
        assertThat(awaitOnDesk("canals", 40))
                .hasSize(40)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whatNoStageCanUseIsKept() throws Exception {
        byte[] noise = {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe, 0, 0};
        Files.write(folder.resolve("in/noise.bin"), noise);
        var box = new DeadLetterBox(kafka, Clock.systemUTC());

        child("ingest").await("a dead letter", PATIENCE, () -> {
            try {
                return !box.waiting().isEmpty();
            } catch (Failure e) {
                throw new AssertionError(e);
            }
        });

        assertThat(box.waiting().values())
                .singleElement()
                .satisfies(letters -> assertThat(letters.getFirst().getStage()).isEqualTo("reader"));
    }

    private void start(String command, String name) throws IOException {
        int port = Ports.free();
        health.put(name, port);
        Path config = Files.writeString(folder.resolve(name + ".yml"), """
                kafka: { bootstrap.servers: "%s", partitions: 4 }
                feeds:
                  dropped: { watch: { folder: "%s", settle: 100ms } }
                  pushed: { push: { tokens: [%s] } }
                ingest: { receive: { port: %d } }
                enrich:
                  threads: 1
                  regions: { our-coast: { name: Our Coast, countries: [JP] } }
                desks:
                  bridges: { text: bridge }
                  ferries: { text: ferry }
                  tunnels: { text: tunnel }
                  canals: { text: canal }
                archive: { url: "%s", user: "%s", password: "%s" }
                api: { port: %d }
                health: { port: %d }
                """.formatted(
                        standing().bootstrapServers(),
                        folder.resolve("in"),
                        TOKEN,
                        receive,
                        standing().archiveUrl(),
                        standing().archiveUser(),
                        standing().archivePassword(),
                        api,
                        port));
        services.put(
                name, Child.dateline(folder, command, "--config", config, "--data", folder.resolve("data-" + name)));
    }

    private Ground standing() {
        assertThat(ground).isNotNull();
        return ground;
    }

    private Child child(String name) {
        Child child = services.get(name);
        assertThat(child).as(name).isNotNull();
        return child;
    }

    /** Asked as the engine asks a container. */
    private void awaitHealthy(String name) throws InterruptedException {
        child(name).await(name + " is healthy", PATIENCE, () -> {
            try {
                return new ProcessBuilder("bash", "../bin/healthy", String.valueOf(health.get(name)))
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    private void drop(String name, String copy) throws IOException {
        Path written = Files.writeString(folder.resolve("writing"), copy);
        Files.move(written, folder.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String rss(String what, int items) {
        String name = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        return IntStream.range(0, items)
                .mapToObj(number -> """
                        <item><guid isPermaLink="false">%1$s-%3$d</guid><title>%2$s %3$d opens</title>
                        <pubDate>Wed, 11 Mar 2026 06:10:00 GMT</pubDate>
                        <description>TOKYO (Works Wire) - The %1$s was opened in Japan on Wednesday.</description></item>
                        """.formatted(what, name, number))
                .collect(Collectors.joining(
                        "", "<rss version=\"2.0\"><channel><title>Works wire</title>", "</channel></rss>"));
    }

    private int push(String authorization, String copy) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receive + "/wire/pushed"))
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/rss+xml")
                                .POST(HttpRequest.BodyPublishers.ofString(copy))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private List<JsonNode> awaitArticles(String question, int count) throws InterruptedException {
        var found = new ArrayList<JsonNode>();
        child("sink").await(count + " of " + question, PATIENCE, () -> {
            found.clear();
            get("/api/articles?limit=200&" + question).path("articles").forEach(found::add);
            return found.size() >= count;
        });
        return found;
    }

    /** How often each item stands on a desk's topic, once there are so many items. */
    private Map<String, Integer> awaitOnDesk(String desk, int count) throws InterruptedException {
        var times = new LinkedHashMap<String, Integer>();
        child("sink").await(count + " on the topic of " + desk, PATIENCE, () -> {
            times.clear();
            times.putAll(times(kafka.topics().desk(desk)));
            return times.size() >= count;
        });
        return times;
    }

    private void await(String id, Topic<Article> topic) throws InterruptedException {
        child("sink")
                .await(id + " on " + topic.name(), PATIENCE, () -> times(topic).containsKey(id));
    }

    private Map<String, Integer> times(Topic<Article> topic) {
        var times = new LinkedHashMap<String, Integer>();
        try (var reader = new TopicReader<Article>(kafka, topic)) {
            reader.readAll(record -> times.merge(record.key(), 1, Integer::sum));
        } catch (Failure e) {
            throw new AssertionError(e);
        }
        return times;
    }

    /** How many threads of a stage's group hold partitions. */
    private long workersOf(String group) {
        try (Admin admin = Admin.create(kafka.client())) {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(found -> found.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api + path))
                    .build();
            return json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (ConnectException e) {
            return json.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
