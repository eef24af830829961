package dateline.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBatchWaitsUntilThoseBeforeItHaveHadTheirTime() {
        var pace = new Pace(100, 0);

        assertThat(pace.take(50, 0)).isZero();
        assertThat(pace.take(50, 0)).isEqualTo(SECOND / 2);
        assertThat(pace.take(1, SECOND / 2)).isEqualTo(SECOND / 2);
    }

    @Test
    void timeThatWasNotUsedIsNotMadeUpFor() {
        var pace = new Pace(100, 0);

        assertThat(pace.take(100, 60 * SECOND)).isZero();
        assertThat(pace.take(1, 60 * SECOND)).isEqualTo(SECOND);
    }
}
