package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.Enrich;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two enrich processes that share the work of one pipeline, and one of them is killed in the middle of it. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SharedEnrichIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PARTITIONS = 3;
    private static final int FILES = 10;
    private static final int ITEMS_IN_EACH = 150;
    private static final int ITEMS = FILES * ITEMS_IN_EACH;

    @TempDir
    Path folder;

    private final int api = Ports.free();

    @Test
    void whenOneOfTwoIsKilledTheOtherDoesItsWorkAndNothingIsLostOrDoubled() throws Exception {
        Drop drop = new Drop(folder.resolve("staging"), Files.createDirectory(folder.resolve("in")));
        try (Ground ground = new EmbeddedGround(folder.resolve("ground"))) {
            var kafka = new KafkaConfig(ground.bootstrapServers());
            var topics = new OnTopics(kafka);
            String desk = kafka.topics().desk("asia").name();
            make(kafka, desk, PARTITIONS + 1);
            try (Child ingest = start(ground, "ingest", "ingest");
                    Child enrich = start(ground, "enrich", "enrich-1");
                    Child killed = start(ground, "enrich", "enrich-2");
                    Child sink = start(ground, "sink", "sink")) {
                killed.await("both have partitions", PATIENCE, () -> workers(kafka) == 2);
                assertThat(partitions(kafka, Topics.ITEMS)).isEqualTo(PARTITIONS);
                for (Child service : List.of(ingest, enrich, killed, sink)) {
                    service.await(
                            "the warning",
                            PATIENCE,
                            () -> service.said()
                                    .contains("topic %s has %d partitions, not %d (kafka.partitions is %3$d)"
                                            .formatted(desk, PARTITIONS + 1, PARTITIONS)));
                }

                for (int file = 0; file < FILES; file++) {
                    drop.file("file-" + file + ".xml", rss(file));
                }
                killed.await("it works", PATIENCE, () -> topics.count(Topics.ARTICLES) > 100);
                killed.kill();
                int done = topics.count(Topics.ARTICLES);

                assertThat(done).as("articles when it was killed").isLessThan(ITEMS);
                enrich.await("all are tagged", PATIENCE, () -> topics.count(Topics.ARTICLES) >= ITEMS);
                sink.await("all are routed", PATIENCE, () -> topics.count(desk) >= ITEMS);
                assertAllOnce(topics.times(Topics::articles));
                assertAllOnce(topics.times(all -> all.desk("asia")));
                assertAllOnce(topics.times(all -> all.region("east-asia")));
                assertArchivedOnce(sink);
            }
        }
    }

    private void assertArchivedOnce(Child sink) throws InterruptedException {
        try (var archive = new Api("http://127.0.0.1:" + api + "/api/articles")) {
            sink.await(
                    "all are archived",
                    PATIENCE,
                    () -> archive.find("desk=asia").size() >= ITEMS);
            assertThat(archive.find("desk=asia")).hasSize(ITEMS);
        }
    }

    private static void assertAllOnce(Map<String, Integer> times) {
        assertThat(times)
                .hasSize(ITEMS)
                .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
    }

    private Child start(Ground ground, String command, String name) throws IOException, InterruptedException {
        int health = Ports.free();
        Path config = Files.writeString(folder.resolve(name + ".yml"), """
                kafka: { bootstrap.servers: "%s", partitions: %d }
                feeds:
                  dropped: { watch: { folder: "%s", settle: 100ms } }
                enrich: { threads: 1 }
                desks:
                  asia: { countries: JP }
                archive: { url: "%s", user: "%s", password: "%s" }
                api: { port: %d }
                health: { port: %d }
                """.formatted(
                        ground.bootstrapServers(),
                        PARTITIONS,
                        folder.resolve("in"),
                        ground.archiveUrl(),
                        ground.archiveUser(),
                        ground.archivePassword(),
                        api,
                        health));
        Child child = Child.dateline(folder, command, "--config", config, "--data", folder.resolve("data-" + name));
        URI address = URI.create("http://127.0.0.1:" + health + "/health");
        child.await(name + " is healthy", PATIENCE, () -> Api.status(address) == 200);
        return child;
    }

    private static String rss(int file) {
        return IntStream.range(file * ITEMS_IN_EACH, (file + 1) * ITEMS_IN_EACH)
                .mapToObj(number -> """
                        <item><guid isPermaLink="false">shared-%1$d</guid><title>Story %1$d from Japan</title>
                        <pubDate>Wed, 11 Mar 2026 06:10:00 GMT</pubDate>
                        <description>TOKYO (Works Wire) - Story %1$d is about Japan alone.</description></item>
                        """.formatted(number))
                .collect(Collectors.joining(
                        "", "<rss version=\"2.0\"><channel><title>Works wire</title>", "</channel></rss>"));
    }

    private static void make(KafkaConfig kafka, String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(kafka.client())) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static int partitions(KafkaConfig kafka, String topic) throws Exception {
        try (Admin admin = Admin.create(kafka.client())) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
        }
    }

    /** How many processes' threads hold partitions of what is to be enriched. */
    static long workers(KafkaConfig kafka) {
        try (Admin admin = Admin.create(kafka.client())) {
            return admin.describeConsumerGroups(List.of(Stage.PREFIX + Enrich.NAME)).all().get().values().stream()
                    .flatMap(found -> found.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
