package dateline.enrich.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;
import wire.Place;

/**
 * Where a story is set and what parts of the world it is about.
 *
 * @param filedFrom the place of its dateline; null where the gazetteer does not know it
 * @param mentions names of places, peoples and regions in the order of headline and body
 * @param denied names that places have, where they stand for something else
 * @param countries ISO 3166-1 alpha-2, most about first
 * @param regions slugs, most about first
 */
public record Where(
        @Nullable Place filedFrom,
        List<Mention> mentions,
        List<Mention> denied,
        List<Weighed> countries,
        List<Weighed> regions) {

    /**
     * A name where it stands.
     *
     * @param start in UTF-16 code units
     * @param end exclusive
     * @param type PLACE, or what it is instead: MISC for a people, ORG for a government's seat or a body
     * @param place the place; null where it is none or cannot be told
     * @param confidence 0 to 1
     */
    public record Mention(
            Part part,
            int start,
            int end,
            EntityType type,
            @Nullable Place place,
            double confidence) {}
}
