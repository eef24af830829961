package dateline.enrich.place;

/**
 * A name where it stands in a text.
 *
 * @param start in UTF-16 code units
 * @param end exclusive, in UTF-16 code units
 */
public record Mention(int start, int end, Term term) {}
