package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Collector, reader, enrich, router and archive as processes of their own, killed in turn in the middle of their work and
 * started again, while copy comes that does everything that is hard. In the end everything is as if nothing had happened:
 * nothing is lost or doubled, no embargoed word is anywhere, and no word of what was killed.
 *
 * <p>Longer, and over other copy: {@code -Ddateline.chaos.kills=100 -Ddateline.chaos.versions=50000 -Ddateline.chaos.seed=8}.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@Tag("alone")
@EnabledIfSystemProperty(
        named = "dateline.chaos",
        matches = "true",
        disabledReason = "it wants both processors for five minutes: -Dit.test=ChaosIT -Ddateline.chaos=true")
class ChaosIT {
    private static final int KILLS = Integer.getInteger("dateline.chaos.kills", 20);
    private static final int VERSIONS = Integer.getInteger("dateline.chaos.versions", 20_000);
    private static final long SEED = Long.getLong("dateline.chaos.seed", 7);
    private static final List<ChaosPart> PARTS = List.of(ChaosPart.values());
    private static final Duration PATIENCE = Duration.ofMinutes(12);

    @TempDir
    Path folder;

    @Test
    void killedInTurnInTheMiddleOfTheirWorkTheServicesLoseNothingDoubleNothingAndLeakNothing() throws Exception {
        var copy = new ChaosCopy(SEED, VERSIONS);
        var inbox = Files.createDirectory(folder.resolve("in"));
        var drop = new Drop(folder.resolve("staging"), inbox);
        List<Map.Entry<String, byte[]>> files = List.copyOf(copy.files().entrySet());
        var caught = new EnumMap<ChaosPart, Integer>(ChaosPart.class);
        try (Ground ground = new EmbeddedGround(folder.resolve("ground"));
                var services = new ChaosServices(folder, ground, inbox)) {
            for (ChaosPart part : PARTS) {
                services.start(part);
            }
            for (int kill = 0; kill < KILLS; kill++) {
                ChaosPart part = PARTS.get(kill % PARTS.size());
                long before = services.done(part);
                for (var file :
                        files.subList(files.size() * kill / (KILLS + 1), files.size() * (kill + 1) / (KILLS + 1))) {
                    drop.file(file.getKey(), file.getValue());
                }
                services.await(part + " works", part, () -> services.done(part) > before);
                services.kill(part);
                if (services.isBehind(part)) {
                    caught.merge(part, 1, Integer::sum);
                }
                services.start(part);
            }
            for (var file : files.subList(files.size() * KILLS / (KILLS + 1), files.size())) {
                drop.file(file.getKey(), file.getValue());
            }

            try (var outcome = new ChaosOutcome(copy, services)) {
                services.await(
                        outcome,
                        ChaosPart.ARCHIVE,
                        PATIENCE,
                        () -> outcome.wrong().isEmpty());
                outcome.assertRight();
            }
        }
        System.out.printf("%d kills; in the middle of their work: %s%n", KILLS, caught);
        // Now and then one is done before it is killed.
        assertThat(caught.values().stream().mapToInt(Integer::intValue).sum())
                .as("killed in the middle of their work: %s", caught)
                .isGreaterThan(KILLS / 2);
    }
}
