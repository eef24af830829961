package dateline.enrich.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource({
        "9, 10",
        "1.9, 1.10",
        "3, 3a",
        "'', 1",
        "007, 8",
        "20260101T010101, 20260101T010102",
        "99999999999999999998, 99999999999999999999",
        "10, a"
    })
    void numbersAreComparedAsPeopleReadThem(String older, String newer) {
        assertThat(Versions.numbers(older, newer)).isNegative();
        assertThat(Versions.numbers(newer, older)).isPositive();
    }

    @Test
    void theOrderHasNoCircles() {
        var random = new Random(4);
        List<String> numbers = IntStream.range(0, 60)
                .mapToObj(i -> random.ints(random.nextInt(4), 0, 5)
                        .mapToObj("019a."::charAt)
                        .map(String::valueOf)
                        .reduce("", String::concat))
                .toList();
        for (String a : numbers) {
            for (String b : numbers) {
                for (String c : numbers) {
                    if (Versions.numbers(a, b) <= 0 && Versions.numbers(b, c) <= 0) {
                        assertThat(Versions.numbers(a, c))
                                .as("%s, %s, %s", a, b, c)
                                .isNotPositive();
                    }
                }
            }
        }
    }
}
