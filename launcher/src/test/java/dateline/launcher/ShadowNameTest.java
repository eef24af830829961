package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadowNameTest {
    private static final Instant BEGAN = Instant.parse("2026-11-07T10:15:00Z");

    @Test
    void allThatIsCalledByItIsKnownByIt() {
        ShadowName name = ShadowName.at(BEGAN);

        assertThat(ShadowName.of(name.topicPrefix() + "wire.items")).contains(name);
        assertThat(ShadowName.of("dateline-" + name.stage("enrich") + "-kin-changelog"))
                .contains(name);
        assertThat(ShadowName.of(name.stamp())).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wire.items",
                "dateline-enrich",
                "dateline-enrich-kin-changelog",
                "shadow-play",
                "dateline-shadow-1",
                "their.shadow-20261107-101500-4711"
            })
    void nothingElseIsTakenForAShadows(String called) {
        assertThat(ShadowName.of(called)).isEmpty();
    }

    @Test
    void itSaysHowOldItIs() {
        ShadowName name = ShadowName.at(BEGAN);

        assertThat(name.isOlderThan(Duration.ofSeconds(30), BEGAN.plusSeconds(30)))
                .isFalse();
        assertThat(name.isOlderThan(Duration.ofSeconds(30), BEGAN.plusSeconds(31)))
                .isTrue();
    }
}
