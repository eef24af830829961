package dateline.launcher;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.enrich.place.Regions;
import dateline.launcher.bench.MadeUpCopy;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Article;
import wire.Collector;
import wire.Event;
import wire.Notice;
import wire.RawItem;
import wire.Retelling;

/** One pipeline with some history, and replays of it: the later ones find what the earlier ones left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // what starts before all tests is there in each of them
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MADE_UP = 300;
    private static final int CORRECTED = 10;
    private static final int KILLED = 10;
    private static final int HELD = 5;
    private static final int RETOLD = 10;
    /** A word of the copy under embargo, and of nothing else. */
    private static final String MARKER = "quetzalcoatlus";

    private final ObjectMapper json = new ObjectMapper();
    private Path folder;
    private Ground ground;
    private KafkaConfig kafka;
    private KafkaProducer<String, byte[]> producer;
    private Child pipeline;

    @BeforeAll
    void start(@TempDir Path given) throws Exception {
        folder = given;
        ground = new EmbeddedGround(folder.resolve("ground"));
        kafka = new KafkaConfig(ground.bootstrapServers());
        producer = new KafkaProducer<>(Bench.producing(kafka), Topic.KEYS.serializer(), new ByteArraySerializer());
        config("first.yml", "JP");
        config("second.yml", "KE");
        pipeline = pipeline("first.yml");

        var copy = new MadeUpCopy(5, "history");
        each(MADE_UP, number -> land(copy.item(number, Instant.now())));
        each(CORRECTED, number -> land(ninjs("corrected-" + number, 1, "usable", "Ferry late", "")));
        each(CORRECTED, number -> land(ninjs("corrected-" + number, 2, "usable", "Ferry on time", "")));
        each(KILLED, number -> land(ninjs("killed-" + number, 1, "usable", "Ferry sunk", "")));
        each(HELD, number -> land(ninjs("held-" + number, 1, "usable", "A " + MARKER, tomorrow())));
        awaitOnDesk(article -> true, MADE_UP + CORRECTED + KILLED);
        each(KILLED, number -> land(ninjs("killed-" + number, 2, "canceled", "Ferry sunk", "")));
        awaitOnDesk(article -> article.getEvent() == Event.KILLED, KILLED);
        awaitOnDesk(article -> article.getHeadline().equals("Ferry on time"), CORRECTED);
    }

    @AfterAll
    void stop() throws Exception {
        pipeline.close();
        producer.close();
        ground.close();
    }

    @AfterEach
    void noShadowIsLeft() throws Exception {
        assertThat(shadows()).isEmpty();
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(strings = {"read", "enrich", "route"})
    void underTheSameCodeAndRulesNothingChanges(String stage) {
        Said said = replay("first.yml", "--stage", stage, "--dry-run");

        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("%d the same, 0 changed, 0 added, 0 lost, 0 with another".formatted(MADE_UP + CORRECTED))
                .contains("%d killed, withheld or under embargo, 0 that moved on".formatted(KILLED + HELD));
    }

    @Test
    @Order(2)
    void changedRulesShowWhichItemsEnterAndLeaveWhichTopics() throws Exception {
        Map<String, Article> live = usable();
        Set<String> enter = ids(live, article -> about(article, "KE") && !about(article, "JP"));
        Set<String> leave = ids(live, article -> about(article, "JP") && !about(article, "KE"));

        List<JsonNode> changes = changes(replay("second.yml", "--stage", "route"));

        assertThat(enter).isNotEmpty();
        assertThat(leave).isNotEmpty();
        assertThat(ids(
                        changes,
                        change -> change.path("topics_entered").toString().contains("wire.desk.asia")))
                .isEqualTo(enter);
        assertThat(ids(changes, change -> change.path("topics_left").toString().contains("wire.desk.asia")))
                .isEqualTo(leave);
        assertThat(changes).hasSize(enter.size() + leave.size());
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.path("fields")).isEmpty());
    }

    @Test
    @Order(3)
    void aReplayThatIsStoppedChangesNothingAndLeavesNothing() throws Exception {
        Map<String, Long> before = offsets();
        try (Child replay = slowReplay()) {
            replay.stop();
            assertThat(replay.said()).doesNotContain("the same");
        }

        assertThat(shadows()).isEmpty();
        assertThat(offsets()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void aReplayThatIsKilledInTheMiddleChangesNothingAndTheNextOneClearsUp() throws Exception {
        Map<String, Long> before = offsets();
        try (Child replay = slowReplay()) {
            replay.kill();
        }

        assertThat(offsets()).isEqualTo(before);
        assertThat(shadows()).isNotEmpty();
        Clock later = Clock.offset(Clock.systemUTC(), ShadowName.STARTING.plusSeconds(10));
        pipeline.await("its groups give it up, and all of it is removed", PATIENCE, () -> {
            try {
                Shadow.removeLeft(kafka, folder.resolve("data").resolve("replay"), later);
                return shadows().isEmpty();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(offsets()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void whatYesterdaysCodeToldOtherwiseIsShownAndSwappedWithRetractions() throws Exception {
        Map<String, Article> live = usable();
        List<Article> chosen = live.values().stream()
                .sorted(Comparator.comparing(Article::getId))
                .limit(RETOLD)
                .toList();
        Set<String> ids = chosen.stream().map(Article::getId).collect(toSet());
        String region = Regions.shipped().slugs().stream()
                .filter(slug -> chosen.stream()
                        .noneMatch(article -> article.getRegions().contains(slug)))
                .findFirst()
                .orElseThrow();
        Function<Topics, Topic<Article>> topic = topics -> topics.region(region);
        chosen.forEach(article -> toldYesterday(article, region));
        pipeline.await(
                "yesterday's tags are on the topics",
                PATIENCE,
                () -> ids(latest(topic), article -> article.getEvent() == Event.REVISED)
                        .containsAll(ids));

        Said shown = replay("first.yml", "--stage", "enrich");
        assertThat(ids(changes(shown), change -> true)).isEqualTo(ids);
        assertThat(changes(shown))
                .extracting(change -> change.path("headline").asText())
                .containsExactlyInAnyOrderElementsOf(
                        chosen.stream().map(Article::getHeadline).toList());
        assertThat(changes(shown)).allSatisfy(change -> {
            assertThat(change.path("change").asText()).isEqualTo("changed");
            assertThat(change.path("headline_before").asText()).isEqualTo("Yesterday's headline");
            assertThat(change.path("tags_lost")).extracting(JsonNode::asText).containsExactly("region:" + region);
            assertThat(change.path("topics_left"))
                    .extracting(JsonNode::asText)
                    .containsExactly("wire.region." + region);
        });

        Said swapped = replay("first.yml", "--stage", "enrich", "--swap");
        assertThat(swapped.err()).contains("swapped %1$d of %1$d changes; enrich has told %1$d".formatted(RETOLD));
        pipeline.await(
                "they are retracted",
                PATIENCE,
                () -> ids(latest(topic), article -> article.getEvent() == Event.RETRACTED)
                        .containsAll(ids));
        assertThat(usable().values())
                .extracting(Article::getHeadline)
                .containsExactlyInAnyOrderElementsOf(
                        live.values().stream().map(Article::getHeadline).toList());
        assertNothingIsBack();
        assertThat(changes(replay("first.yml", "--stage", "enrich"))).isEmpty();
    }

    @Test
    @Order(5)
    void whatIsReadAndRoutedOtherwiseTodayIsBroughtAboutByASwap() throws Exception {
        Map<String, Article> live = usable();
        Set<String> leave = ids(live, article -> about(article, "JP") && !about(article, "KE"));
        Set<String> enter = ids(live, article -> about(article, "KE"));
        pipeline.close();
        // What the reader of yesterday did not read, and one that reads as ever.
        land(ninjs("late-1", 1, "usable", "Ferry found", ""));

        Said swapped = replay("second.yml", "--stage", "read", "--swap");

        Set<String> added =
                ids(changes(swapped), change -> change.path("change").asText().equals("added"));
        assertThat(added).singleElement().asString().contains("late-1");
        pipeline = pipeline("second.yml");
        pipeline.await("by today's rules", PATIENCE, () -> {
            Map<String, Article> desk = latest(topics -> topics.desk("asia"));
            return ids(desk, article -> article.getEvent() == Event.RETRACTED).equals(leave)
                    && ids(desk, article -> isUsable(article)).equals(enter);
        });
        awaitOnDesk(article -> article.getHeadline().equals("Ferry found"), 1);
        assertThat(new OnTopics(kafka).times(Topics::articles))
                .containsEntry(added.iterator().next(), 1);
        assertNothingIsBack();
        assertThat(changes(replay("second.yml", "--stage", "read"))).isEmpty();
    }

    private void assertNothingIsBack() {
        Map<String, Article> articles = latest(Topics::articles);
        assertThat(ids(articles, article -> article.getEvent() == Event.KILLED)).hasSize(KILLED);
        assertThat(articles.keySet()).noneMatch(id -> id.contains("held-"));
        assertThat(ids(latest(topics -> topics.desk("all")), article -> article.getEvent() == Event.KILLED))
                .hasSize(KILLED);
    }

    private Said replay(String config, Object... more) {
        var arguments = new ArrayList<Object>(List.of(
                "replay",
                "--config",
                folder.resolve(config),
                "--data",
                folder.resolve("data"),
                "--from",
                "1d",
                "--rate",
                "1000",
                "--json"));
        arguments.addAll(List.of(more));
        Said said = Said.dateline(arguments.toArray());
        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out() + said.err()).doesNotContainIgnoringCase(MARKER).doesNotContain("killed-");
        return said;
    }

    /** A replay that is to swap, and has come through a part of its history. */
    private Child slowReplay() throws IOException, InterruptedException {
        Child replay = Child.dateline(
                folder,
                "replay",
                "--config",
                "first.yml",
                "--data",
                folder.resolve("data"),
                "--from",
                "1d",
                "--rate",
                "10",
                "--swap");
        replay.await(
                "the shadow has made some articles",
                PATIENCE,
                () -> offsets(all -> all.endsWith(".wire.articles")).values().stream()
                        .anyMatch(count -> count > 20));
        return replay;
    }

    private List<JsonNode> changes(Said said) {
        return said.out()
                .lines()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static Set<String> ids(List<JsonNode> changes, Predicate<JsonNode> which) {
        return changes.stream()
                .filter(which)
                .map(change -> change.path("id").asText())
                .collect(toSet());
    }

    private static Set<String> ids(Map<String, Article> articles, Predicate<Article> which) {
        var ids = new TreeSet<String>();
        articles.forEach((id, article) -> {
            if (which.test(article)) {
                ids.add(id);
            }
        });
        return ids;
    }

    private static boolean about(Article article, String country) {
        return article.getCountries().contains(country);
    }

    private static boolean isUsable(Article article) {
        return article.getEvent() == Event.PUBLISHED || article.getEvent() == Event.REVISED;
    }

    private Map<String, Article> usable() {
        var usable = new HashMap<>(latest(Topics::articles));
        usable.values().removeIf(article -> !isUsable(article));
        return usable;
    }

    private Map<String, Article> latest(Function<Topics, Topic<Article>> topic) {
        var latest = new HashMap<String, Article>();
        new OnTopics(kafka).articles(topic).forEach(article -> latest.put(article.getId(), article));
        return latest;
    }

    private void awaitOnDesk(Predicate<Article> which, int items) throws InterruptedException {
        pipeline.await(
                items + " items on their desk",
                PATIENCE,
                () -> ids(latest(topics -> topics.desk("all")), which).size() == items);
    }

    private Set<ShadowName> shadows() throws IOException {
        try (Admin admin = Admin.create(kafka.client())) {
            return new ShadowRemains(admin, folder.resolve("data").resolve("replay")).names();
        }
    }

    /** How many records are on each of the pipeline's topics. */
    private Map<String, Long> offsets() {
        return offsets(name -> name.startsWith("wire."));
    }

    private Map<String, Long> offsets(Predicate<String> which) {
        try (Admin admin = Admin.create(kafka.client())) {
            var counts = new HashMap<String, Long>();
            for (String name : admin.listTopics().names().get()) {
                if (which.test(name)) {
                    counts.put(name, (long) new OnTopics(kafka).count(name));
                }
            }
            return counts;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Child pipeline(String config) throws IOException, InterruptedException {
        Child started = Child.dateline(folder, "up", "--config", config, "--data", folder.resolve("data"));
        started.says("API", PATIENCE);
        return started;
    }

    private void config(String name, String country) throws IOException {
        Files.writeString(folder.resolve(name), """
                kafka: { bootstrap.servers: "%s" }
                archive: { url: "%s", user: "%s", password: "%s" }
                api: { port: 0 }
                enrich: { threads: 1 }
                desks:
                  all: { providers: [bench, pacific] }
                  asia: { countries: %s }
                """.formatted(
                        ground.bootstrapServers(),
                        ground.archiveUrl(),
                        ground.archiveUser(),
                        ground.archivePassword(),
                        country));
    }

    private static void each(int times, IntConsumer step) {
        IntStream.range(0, times).forEach(step);
    }

    private static String tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).toString();
    }

    /** Copy as ninjs; no two items have more in common than a ferry and its port. */
    private static RawItem ninjs(String name, int version, String status, String headline, String embargo) {
        String body = "YOKOHAMA, Japan (Pacific Wire) - The ferry %s of %s was %s. It carries %d cars and %d people."
                .formatted(name, headline, status, name.hashCode() % 1000, name.hashCode() % 777);
        String copy = """
                {"uri": "urn:newsml:pacific.example:2026-03-11:%s", "version": "%d", "type": "text", "language": "en",
                 "versioncreated": "2026-03-11T10:%02d:00Z", "pubstatus": "%s", %s
                 "headline": "%s", "body_text": "%s"}
                """.formatted(
                        name,
                        version,
                        version,
                        status,
                        embargo.isEmpty() ? "" : "\"embargoed\": \"%s\",".formatted(embargo),
                        headline,
                        body);
        return RawItem.newBuilder()
                .setFeed("pacific")
                .setProvider("pacific")
                .setCollector(Collector.RECEIVE)
                .setLanded(Instant.now())
                .setContentType("application/json")
                .setBytes(ByteBuffer.wrap(copy.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private void land(RawItem raw) {
        send(kafka.topics().raw(), raw.getFeed(), raw);
    }

    /** As enrich would have told it with yesterday's code: another headline, and a region more. */
    private void toldYesterday(Article article, String region) {
        var regions = new ArrayList<>(article.getRegions());
        regions.add(region);
        var word = Retelling.newBuilder()
                .setVersion(article.getVersion())
                .setLanded(article.getLanded())
                .setArticle(Article.newBuilder(article)
                        .setHeadline("Yesterday's headline")
                        .setRegions(regions)
                        .build())
                .build();
        send(
                kafka.topics().notices(),
                article.getId(),
                Notice.newBuilder().setWord(word).build());
    }

    private <V extends SpecificRecord> void send(Topic<V> topic, String key, V value) {
        try {
            producer.send(new ProducerRecord<>(
                            topic.name(), key, topic.values().serializer().serialize(topic.name(), value)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
