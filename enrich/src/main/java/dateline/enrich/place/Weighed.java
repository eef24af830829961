package dateline.enrich.place;

/**
 * What a story is about, and how much.
 *
 * @param code a country (ISO 3166-1 alpha-2) or a region's slug
 * @param score as a share of what it is most about, above 0, at most 1
 */
public record Weighed(String code, double score) {}
