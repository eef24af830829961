package dateline.sink.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VersionOrderTest {
    @Test
    void numbersSortRunByRunWhateverOrderTheyAreIn() {
        List<String> sorted = List.of(
                "",
                "0",
                "2",
                "3",
                "3a",
                "9",
                "10",
                "10a1",
                "10a2",
                "10a10",
                "99999999999999999999",
                "a",
                "a1",
                "a1.9",
                "a1.10",
                "ab");
        var mixed = new ArrayList<>(sorted);
        Collections.shuffle(mixed, new Random(3));
        mixed.sort(Comparator.comparing(VersionOrder::key));

        assertThat(mixed).isEqualTo(sorted);
        assertThat(VersionOrder.key("007")).isEqualTo(VersionOrder.key("7"));
    }
}
