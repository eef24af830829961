package dateline.enrich.tag;

import dateline.enrich.credit.WireCopy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.Entity;

/**
 * What was read of a text.
 *
 * @param copy the text taken apart
 * @param language BCP 47; null where it cannot be told
 * @param dateline its dateline, resolved; null if it has none
 * @param entities names in headline and body, offsets into each
 * @param countries ISO 3166-1 alpha-2, most about first
 * @param countryScores how much it is about each of them: 1 for the first, the rest in proportion
 * @param regions slugs, most about first
 */
public record Annotation(
        WireCopy copy,
        @Nullable String language,
        @Nullable Dateline dateline,
        List<Entity> entities,
        List<String> countries,
        List<Double> countryScores,
        List<String> regions) {}
