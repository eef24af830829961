package dateline.enrich.entity.train;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.EntityType;

/**
 * A text whose names someone has marked.
 *
 * @param names in the order of the text, none over another
 * @param unmarked types that the markers left out: what is outside may be of them
 */
public record Labelled(String text, List<Mark> names, Set<EntityType> unmarked) {
    /** A name; offsets in UTF-16 code units, the end exclusive. */
    public record Mark(EntityType type, int start, int end) {}

    /** The same in capitals; null where that takes more letters. */
    @Nullable
    Labelled inCapitals() {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.length() == text.length() ? new Labelled(upper, names, unmarked) : null;
    }
}
