package dateline.enrich.version;

import wire.Article;
import wire.Version;

/**
 * One version of an item, tagged and ready to be shown if it is the one that stands.
 *
 * @param version which it is
 * @param article what would be shown
 */
public record Edition(Version version, Article article) {}
