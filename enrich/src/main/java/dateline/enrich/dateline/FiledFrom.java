package dateline.enrich.dateline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dateline as filed. It says where a story was written, not what it is about. Offsets are UTF-16 code units into the text
 * that was read.
 *
 * @param text the line without the dash that ends it
 * @param start where the line begins
 * @param places where it was filed, as many as the line names; none if it names its agency alone
 * @param day when it was filed; null if no day stands there
 * @param agency the agency in it; null if it names none
 * @param end where the story itself begins
 */
public record FiledFrom(
        String text,
        int start,
        List<Spot> places,
        @Nullable Day day,
        @Nullable String agency,
        int end) {

    /**
     * A place as the line writes it.
     *
     * @param name without country or state
     * @param within the country or state beside it; null if none stands there
     */
    public record Spot(String name, @Nullable String within, int start) {}

    /** The first place it names; null if it names none. */
    public @Nullable String place() {
        return places.isEmpty() ? null : places.getFirst().name();
    }

    /** The country or state beside the first place; null if none stands there. */
    public @Nullable String within() {
        return places.isEmpty() ? null : places.getFirst().within();
    }

    /** The same line in a text in which what was read begins so much later. */
    public FiledFrom later(int by) {
        return new FiledFrom(
                text,
                start + by,
                places.stream()
                        .map(spot -> new Spot(spot.name(), spot.within(), spot.start() + by))
                        .toList(),
                day,
                agency,
                end + by);
    }
}
