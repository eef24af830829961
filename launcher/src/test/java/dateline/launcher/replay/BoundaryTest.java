package dateline.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundaryTest {
    @ParameterizedTest
    @ValueSource(longs = {100, 101, 150, 198, 199, 200})
    void itIsFoundWhereverItIs(long boundary) {
        assertThat(Boundary.first(100, 200, offset -> offset >= boundary)).isEqualTo(boundary);
    }

    @Test
    void ofAMillionMillionOffsetsFewAreLookedAt() {
        var looks = new AtomicInteger();

        assertThat(Boundary.first(0, 1_000_000_000_000L, offset -> {
                    looks.incrementAndGet();
                    return offset >= 123_456_789_012L;
                }))
                .isEqualTo(123_456_789_012L);
        assertThat(looks).hasValueLessThan(50);
    }
}
