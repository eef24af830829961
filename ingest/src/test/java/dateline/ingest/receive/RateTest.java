package dateline.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTest {
    private final AtomicLong now = new AtomicLong(-5);

    @Test
    void aSecondsWorthPassesAtOnceAndThenAsManyASecondAsAllowed() {
        var rate = new Rate(10, now::get);

        assertThat(passed(rate, 20)).isEqualTo(10);
        assertThat(rate.pass()).isEqualTo(Duration.ofMillis(100));
        now.addAndGet(Duration.ofMillis(250).toNanos());
        assertThat(passed(rate, 20)).isEqualTo(2);
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(passed(rate, 20)).isEqualTo(10);
    }

    private static long passed(Rate rate, int tries) {
        return IntStream.range(0, tries).filter(i -> rate.pass().isZero()).count();
    }
}
