package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.schemas.KafkaConfig;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;

/** Embargoed copy is nowhere to be seen before its time, whatever happens meanwhile, and everywhere right after. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class EmbargoLeakIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** What a slow machine may take; how long it took is printed. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private static final String TOKEN = "a-token-of-the-tests-own";
    private static final String DESK = "kenya";

    /** In every field of embargoed copy stands a word like this one; the letter tells whose it is. */
    private static final String SECRET = "(?i)vz[a-d]qz";

    private static final String RELEASED = "vzaqz";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final int port = Ports.free();
    private final Instant filed = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

    @Test
    void embargoedCopyIsSeenNowhereBeforeItsTimeAndEverywhereRightAfter() throws Exception {
        var drop = new Drop(folder.resolve("staging"), Files.createDirectory(folder.resolve("in")));
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.DAYS);
        try (Ground ground = new EmbeddedGround(folder.resolve("ground"));
                var wiretap = new Wiretap(new KafkaConfig(ground.bootstrapServers()), SECRET)) {
            Path config = config(ground);
            try (Child up = up(config)) {
                for (String story : List.of("a", "b", "c", "d")) {
                    drop.file(story + "-1.json", ninjs(story, 1, secret(story), tomorrow));
                    drop.file(story + "-2.json", ninjs(story, 2, secret(story) + " corrected", tomorrow));
                }
                drop.file("e-1.json", ninjs("e", 1, "nothing to hide", null));
                up.await("four are held", PATIENCE, () -> held(wiretap).equals(ids("a", "b", "c", "d")));
                up.await(
                        "the open one is there",
                        PATIENCE,
                        () -> standing(wiretap).contains(id("e")));
                assertNothingLeaks(wiretap, config, up);
                assertHeldIsListedToTheNewsroomAlone(up, tomorrow);
                up.kill();
            }
            try (Child up = up(config)) {
                drop.file("e-2.json", ninjs("e", 2, "nothing to hide at all", null));
                drop.file("b-3.json", ninjs("b", 3, "lifted words", null));
                assertThat(kill(id("c"))).isEqualTo(202);
                up.await(
                        "one is lifted, one killed",
                        PATIENCE,
                        () -> held(wiretap).equals(ids("a", "d")));
                up.await("the lifted is live", PATIENCE, () -> standing(wiretap).containsAll(ids("b", "e")));
                assertNothingLeaks(wiretap, config, up);

                Instant release = Instant.now().plusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
                drop.file("a-3.json", ninjs("a", 3, secret("a") + " moved", release));
                up.await(
                        "its time is moved",
                        PATIENCE,
                        () -> heldUntil(id("a")).equals(release.toString())
                                || Instant.now().isAfter(release));
                var answered = new AtomicReference<Instant>();
                up.await("it is released", PATIENCE, () -> {
                    Instant asked = Instant.now();
                    boolean there = get("/api/articles/" + encoded(id("a"))).contains(RELEASED);
                    answered.set(Instant.now());
                    assertThat(there && asked.isBefore(release))
                            .as("released before its time")
                            .isFalse();
                    return there;
                });
                up.await("it is on its topic", PATIENCE, () -> standing(wiretap).contains(id("a")));

                Article seen = wiretap.latest(desk(wiretap)).get(id("a"));
                assertThat(seen).isNotNull();
                assertThat(seen.getHeadline()).contains(RELEASED, "moved");
                assertThat(seen.getRouted()).isNotNull().isBetween(release, release.plus(LATE));
                assertThat(answered.get()).isBetween(release, release.plus(LATE));
                System.out.printf(
                        "after its time it was routed in %d ms, answered by the API in %d ms%n",
                        Duration.between(release, seen.getRouted()).toMillis(),
                        Duration.between(release, answered.get()).toMillis());
                up.await(
                        "it is found by its words",
                        PATIENCE,
                        () -> get("/api/articles?q=" + RELEASED).contains(id("a")));
                assertThat(wiretap.leaks()).allSatisfy(leak -> assertThat(leak).startsWith(RELEASED + " on "));
                assertThat(held(wiretap)).isEqualTo(ids("d"));
                assertThat(hidden(outputs(config))).containsOnly(RELEASED);
                assertThat(hidden(List.of(said(up))))
                        .as("in what it says and logs, even now")
                        .isEmpty();
            }
        }
    }

    private Path config(Ground ground) throws IOException {
        return Files.writeString(folder.resolve("dateline.yml"), """
                kafka: { bootstrap.servers: "%s" }
                feeds:
                  quarry: { watch: { folder: "%s", settle: 100ms, every: 200ms } }
                desks:
                  %s: { countries: KE }
                archive: { url: "%s", user: "%s", password: "%s" }
                api: { port: %d, tokens: { desk: %s } }
                """.formatted(
                        ground.bootstrapServers(),
                        folder.resolve("in"),
                        DESK,
                        ground.archiveUrl(),
                        ground.archiveUser(),
                        ground.archivePassword(),
                        port,
                        TOKEN));
    }

    private Child up(Path config) throws IOException, InterruptedException {
        Child up = Child.light(folder, "up", "--config", config, "--data", folder.resolve("data"));
        up.says("API", PATIENCE);
        up.await("it answers", PATIENCE, () -> Api.status(URI.create(address("/health"))) == 200);
        return up;
    }

    private static String secret(String story) {
        return "vz" + story + "qz";
    }

    private static String id(String story) {
        return "quarry-press:tag:quarry.example,2026:" + story;
    }

    private static Set<String> ids(String... stories) {
        return Set.copyOf(Stream.of(stories).map(EmbargoLeakIT::id).toList());
    }

    private String ninjs(String story, int version, String words, @Nullable Instant until) throws IOException {
        String word = words.replace(' ', '-');
        var item = JSON.createObjectNode()
                .put("uri", "tag:quarry.example,2026:" + story)
                .put("version", String.valueOf(version))
                .put("provider", "Quarry Press")
                .put("firstcreated", filed.toString())
                .put("versioncreated", filed.plusSeconds(version).toString())
                .put("language", "en")
                .put("pubstatus", "usable")
                .put("headline", "%s of %s in Kenya".formatted(words, story))
                .put("slugline", word + "-slug")
                .put("byline", "By Ann " + word)
                .put("ednote", "To editors: " + words)
                .put(
                        "body_text",
                        "NAIROBI, Kenya (Quarry Press) - The %s was told in Kenya, story %s.\nMore of %s in Kenya."
                                .formatted(words, story, words));
        item.putArray("keywords").add(words);
        item.putArray("links").addObject().put("href", "https://quarry.example/" + word);
        item.putObject("renditions")
                .putObject("main")
                .put("href", "https://quarry.example/" + word + ".jpg")
                .put("mimetype", "image/jpeg");
        item.put("description_text", "Picture of " + words);
        if (until != null) {
            item.put("embargoed", until.toString());
        }
        return JSON.writeValueAsString(item);
    }

    private static Set<String> held(Wiretap wiretap) {
        wiretap.catchUp();
        return wiretap.held();
    }

    private static String desk(Wiretap wiretap) {
        return wiretap.kafka().topics().desk(DESK).name();
    }

    private static Set<String> standing(Wiretap wiretap) {
        wiretap.catchUp();
        return wiretap.latest(desk(wiretap)).keySet();
    }

    private void assertNothingLeaks(Wiretap wiretap, Path config, Child up) throws IOException {
        wiretap.catchUp();
        assertThat(wiretap.count(Topics.ITEMS)).isGreaterThan(8);
        assertThat(wiretap.leaks()).as("on topics").isEmpty();
        assertThat(hidden(outputs(config))).as("in answers and commands").isEmpty();
        assertThat(hidden(List.of(said(up)))).as("in what it says and logs").isEmpty();
    }

    /** All that people and programs who ask are told, but for topics. */
    private List<String> outputs(Path config) {
        var outputs = new ArrayList<String>();
        for (String question : List.of(
                "", "?body=true", "?desk=" + DESK, "?region=east-africa", "?country=KE", "?q=qz", "?entity=Kenya")) {
            outputs.add(get("/api/articles" + question));
        }
        for (String story : List.of("a", "b", "c", "d", "e")) {
            outputs.add(get("/api/articles?q=" + secret(story)));
            outputs.add(get("/api/articles?group=" + encoded(id(story))));
            outputs.add(get("/api/articles/" + encoded(id(story))));
            outputs.add(get("/api/articles/" + encoded(id(story)) + "/versions"));
        }
        for (String route : List.of("/api/held", "/api/audit", "/health", "/metrics", "/")) {
            outputs.add(get(route));
        }
        for (List<String> command : List.of(
                List.of("tail", "--json", "--until-end"),
                List.of("tail", "--until-end", "--desk", DESK),
                List.of("dead-letters", "list"))) {
            var arguments = new ArrayList<Object>(command);
            arguments.addAll(List.of("--config", config));
            Said told = Said.dateline(arguments.toArray());
            assertThat(told.exitCode()).as(told.err()).isZero();
            outputs.add(told.out() + told.err());
        }
        return outputs;
    }

    private String said(Child up) throws IOException {
        var said = new StringBuilder(up.said());
        try (Stream<Path> logs = Files.walk(folder.resolve("data").resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                said.append(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            }
        }
        return said.toString();
    }

    private static Set<String> hidden(List<String> outputs) {
        return Set.copyOf(outputs.stream()
                .flatMap(output -> Pattern.compile(SECRET).matcher(output).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .distinct()
                .toList());
    }

    private void assertHeldIsListedToTheNewsroomAlone(Child up, Instant until) throws Exception {
        up.await("the archive knows", PATIENCE, () -> get("/api/held").contains(id("d")));
        JsonNode held = JSON.readTree(get("/api/held")).path("held");
        assertThat(held).hasSize(4).allSatisfy(one -> {
            assertThat(Instant.parse(one.path("until").asText())).isEqualTo(until);
            assertThat(one.path("id").asText()).isIn(ids("a", "b", "c", "d"));
        });
        assertThat(ask("GET", "/api/held", "").statusCode()).isEqualTo(401);
    }

    private String heldUntil(String id) {
        try {
            for (JsonNode one : JSON.readTree(get("/api/held")).path("held")) {
                if (one.path("id").asText().equals(id)) {
                    return Instant.parse(one.path("until").asText()).toString();
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int kill(String id) {
        return ask("POST", "/api/articles/" + encoded(id) + "/kill", TOKEN).statusCode();
    }

    private String get(String path) {
        return ask("GET", path, TOKEN).body();
    }

    private HttpResponse<String> ask(String method, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(address(path)))
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{\"reason\": \"It was another quarry.\"}"));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
