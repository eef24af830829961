package dateline.enrich.entity;

import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;

/**
 * A name in a text.
 *
 * @param part the text that the offsets count in
 * @param type what it names
 * @param start where it begins, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param confidence that it is a name of this type, 0 to 1
 * @param role the office that the text gives a person, "Foreign Minister"; null if it gives none
 */
public record Name(
        Part part,
        EntityType type,
        int start,
        int end,
        double confidence,
        @Nullable String role) {}
