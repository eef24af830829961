package dateline.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private static final long MASK = (1L << Keys.BITS) - 1;

    private final Random random = new Random(3);

    @Test
    void aTableAnswersAsAMapDoes() {
        KeyTable<Integer> table = new KeyTable<>();
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            long key = i % 3 == 0 ? random.nextInt(500) : random.nextLong() & MASK;
            table.put(key, i);
            map.put(key, i);
        }

        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        Set<Long> keys = new HashSet<>();
        table.keys(keys::add);
        assertThat(keys).isEqualTo(map.keySet());
        assertThat(table.get(1L << 40)).isEqualTo(map.get(1L << 40));
    }

    @Test
    void aGlanceMissesNoKeyAndTurnsMostOthersAway() {
        int room = 20_000;
        var filter = new KeyFilter(room);
        long[] keys = random.longs(room).map(key -> key & MASK).toArray();
        for (long key : keys) {
            filter.add(key);
        }

        for (long key : keys) {
            assertThat(filter.mayHave(key)).isTrue();
        }
        assertThat(random.longs(room).filter(key -> filter.mayHave(key & MASK)).count())
                .isLessThan(room / 10);
    }
}
