package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one process holds another releases, in time and once, when the first is killed and when more are started. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class EmbargoRebalanceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PARTITIONS = 3;
    private static final int HELD = 12;
    /** Long enough for one to die and be missed, and for another to start, on a busy machine too. */
    private static final Duration AHEAD = Duration.ofSeconds(60);

    private static final String SECRET = "vzrqz";

    @TempDir
    Path folder;

    @Test
    void whatIsHeldIsReleasedInTimeAndOnceWhoeverHoldsIt() throws Exception {
        var drop = new Drop(folder.resolve("staging"), Files.createDirectory(folder.resolve("in")));
        try (Ground ground = new EmbeddedGround(folder.resolve("ground"));
                var wiretap = new Wiretap(new KafkaConfig(ground.bootstrapServers()), SECRET);
                Child _ = start(ground, "ingest", "ingest");
                Child first = start(ground, "enrich", "enrich-1");
                Child killed = start(ground, "enrich", "enrich-2")) {
            killed.await("both have partitions", PATIENCE, () -> SharedEnrichIT.workers(wiretap.kafka()) == 2);
            Instant release = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
            for (int story = 0; story < HELD; story++) {
                drop.file("story-" + story + ".json", ninjs(story, release));
            }
            first.await("all are held", PATIENCE, () -> held(wiretap, release) == HELD);

            killed.kill();
            try (Child third = start(ground, "enrich", "enrich-3")) {
                third.await(
                        "it has taken over, or time is up",
                        PATIENCE,
                        () -> held(wiretap, release) < HELD || SharedEnrichIT.workers(wiretap.kafka()) == 2);
                third.await("all are released", PATIENCE, () -> held(wiretap, release) == 0);
                third.await("all are shown", PATIENCE, () -> {
                    wiretap.catchUp();
                    return wiretap.latest(Topics.ARTICLES).size() == HELD;
                });
            }
            assertThat(wiretap.latest(Topics.ARTICLES).values()).allSatisfy(article -> {
                assertThat(article.getHeadline()).contains(SECRET);
                assertThat(wiretap.times(
                                Topics.ARTICLES, article.getId(), article.getVersion(), (Object[]) wire.Event.values()))
                        .as("times shown")
                        .isEqualTo(1);
            });
        }
    }

    /** How many are held; before their time nothing of them is anywhere. */
    private static int held(Wiretap wiretap, Instant release) {
        wiretap.catchUp();
        if (Instant.now().isBefore(release)) {
            assertThat(wiretap.leaks()).as("before their time").isEmpty();
        }
        return wiretap.held().size();
    }

    private Child start(Ground ground, String command, String name) throws IOException, InterruptedException {
        int health = Ports.free();
        Path config = Files.writeString(folder.resolve(name + ".yml"), """
                kafka: { bootstrap.servers: "%s", partitions: %d }
                feeds:
                  quarry: { watch: { folder: "%s", settle: 100ms, every: 200ms } }
                enrich: { threads: 1 }
                health: { port: %d }
                """.formatted(
                        ground.bootstrapServers(), PARTITIONS, folder.resolve("in"), health));
        Child child = Child.dateline(folder, command, "--config", config, "--data", folder.resolve("data-" + name));
        URI address = URI.create("http://127.0.0.1:" + health + "/health");
        child.await(name + " is healthy", PATIENCE, () -> Api.status(address) == 200);
        return child;
    }

    private static String ninjs(int story, Instant until) {
        return """
                {"uri": "tag:quarry.example,2026:held-%1$d", "version": "1", "provider": "Quarry Press",
                 "versioncreated": "2026-03-01T12:00:00Z", "pubstatus": "usable", "embargoed": "%2$s",
                 "headline": "Quarry %1$d opens, %3$s", "language": "en",
                 "body_text": "NAIROBI, Kenya (Quarry Press) - Quarry number %1$d was opened in Kenya for %3$s."}
                """.formatted(story, until, SECRET);
    }
}
