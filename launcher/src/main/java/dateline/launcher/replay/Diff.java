package dateline.launcher.replay;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What today's code and rules would change.
 *
 * @param changes by item id
 * @param same how many items stay as they are
 * @param unseen how many are killed, withheld or under embargo: nothing is said of them
 * @param moved how many have moved on since the replay began
 */
public record Diff(List<Change> changes, int same, int unseen, int moved) {
    public Diff {
        changes = List.copyOf(changes);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** How many of these all changes have together. */
    public int sum(Function<Change, Collection<?>> of) {
        return changes.stream().mapToInt(change -> of.apply(change).size()).sum();
    }

    /** What a swap brings about. */
    public List<Change> swapped() {
        return changes.stream().filter(Change::isSwapped).toList();
    }
}
