package dateline.enrich.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article in a web page.
 *
 * @param headline plain text; empty if there is none
 * @param body plain text, a paragraph a line; empty only if the page has no text
 * @param bylines names of those who wrote it, without "By"
 * @param published when it was first published, UTC; null if the page does not say
 * @param updated when it was last changed, UTC; null if the page does not say
 * @param language as the page says it (BCP 47); null if it does not
 * @param canonical its own address; null if the page does not say
 * @param site the site's name; null if the page does not say
 */
public record Page(
        String headline,
        String body,
        List<String> bylines,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String language,
        @Nullable String canonical,
        @Nullable String site) {
    public Page {
        bylines = List.copyOf(bylines);
    }
}
