package dateline.enrich.dateline;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of words as they are easiest to read: in a line, with spaces between. */
final class Words {
    private Words() {}

    static Set<String> of(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(" ", -1))).collect(Collectors.toUnmodifiableSet());
    }
}
