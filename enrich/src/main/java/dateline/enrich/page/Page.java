package dateline.enrich.page;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The article in a web page.
 *
 * @param headline plain text; empty if there is none
 * @param body plain text, a paragraph a line; empty only if the page has no text
 * @param bylines names of those who wrote it, without "By"
 * @param published when it was first published, in the zone that the page gives, else UTC; null if the page does not say
 * @param updated when it was last changed, likewise; null if the page does not say
 * @param section the part of the site or paper it stands in, as named there; null if the page does not say
 * @param language as the page says it (BCP 47); null if it does not
 * @param canonical its own address; null if the page does not say
 * @param site the site's name; null if the page does not say
 * @param image the address of its lead picture; null if there is none
 * @param paywalled whether only those who pay may read all of it
 */
public record Page(
        String headline,
        String body,
        List<String> bylines,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        @Nullable String section,
        @Nullable String language,
        @Nullable String canonical,
        @Nullable String site,
        @Nullable String image,
        boolean paywalled) {
    public Page {
        bylines = List.copyOf(bylines);
    }
}
