package dateline.enrich.dateline;

import org.jspecify.annotations.Nullable;

/**
 * A dateline as filed.
 *
 * @param text the line without the dash that ends it
 * @param place the first place it names
 * @param within the country or state beside that place; null if none stands there
 * @param agency the agency in it; null if it names none
 * @param end where the story itself begins, in UTF-16 code units from the start of the paragraph
 */
public record FiledFrom(
        String text,
        String place,
        @Nullable String within,
        @Nullable String agency,
        int end) {}
