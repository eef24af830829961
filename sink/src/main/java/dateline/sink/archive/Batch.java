package dateline.sink.archive;

import static java.util.Objects.requireNonNullElse;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was told of items, in the order it came, folded into what is to be written: each version once, the last standing. */
final class Batch {
    private final Map<Row.Key, Row> rows = new LinkedHashMap<>();
    private final Map<String, Row.Key> standing = new HashMap<>();
    private final Map<String, String> kills = new LinkedHashMap<>();
    private final Known known;
    private final Set<Row.Key> fallen;

    Batch(List<Row> told, Known known) {
        this.known = known;
        fallen = new HashSet<>(known.fallen());
        told.forEach(this::add);
    }

    /** The rows, each version once. */
    Collection<Row> rows() {
        return rows.values();
    }

    /** The items the batch speaks of. */
    Collection<String> items() {
        return standing.keySet();
    }

    boolean stands(Row row) {
        return row.key().equals(standing.get(row.key().id()));
    }

    /** The reasons, by item, of those items whose every earlier version is to lose its copy. */
    Map<String, String> kills() {
        return kills;
    }

    private void add(Row row) {
        Row.Key key = row.key();
        Row earlier = rows.get(key);
        if (row.kill()) {
            kill(row, earlier);
            rows.put(key, row);
        } else if (earlier == null || !earlier.kill()) {
            // A version that was killed does not come back as itself; a newer one may.
            rows.put(key, fallen.contains(key) ? row.fallen() : row);
        }
        standing.put(key.id(), key);
    }

    /** A kill that is told again took the copy from all that came before it the first time, and what came after it stays. */
    private void kill(Row kill, @Nullable Row earlier) {
        if (known.kills().contains(kill.key()) || (earlier != null && earlier.kill())) {
            return;
        }
        String id = kill.key().id();
        kills.put(id, requireNonNullElse(kill.killReason(), "no reason was given"));
        rows.replaceAll((key, other) -> key.id().equals(id) && !other.killed() ? other.fallen() : other);
        Stream.concat(rows.keySet().stream(), known.standing().stream())
                .filter(key -> key.id().equals(id))
                .forEach(fallen::add);
    }
}
