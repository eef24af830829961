package dateline.sink.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the archive; conditions that are null hold for every article.
 *
 * @param region the slug of a region the article is about
 * @param country a country it is about, ISO 3166-1 alpha-2 in capitals
 * @param entity a name it mentions, whole, in any case
 * @param desk the name of a desk that wants it
 * @param group the group of copies of one story that it is of
 * @param q words as people type them into a search engine: quotes for phrases, "or", "-" for not
 * @param since not filed before this time
 * @param dedupe whether only the earliest of each group is wanted, of those for which all the above but the time hold
 * @param bodies whether bodies are wanted too
 * @param before where the page before this one ended; null for the newest
 * @param limit the most articles wanted, 1 to {@value #MOST}
 */
public record Search(
        @Nullable String region,
        @Nullable String country,
        @Nullable String entity,
        @Nullable String desk,
        @Nullable String group,
        @Nullable String q,
        @Nullable Instant since,
        boolean dedupe,
        boolean bodies,
        @Nullable Cursor before,
        int limit) {

    /** The most articles a page takes. */
    public static final int MOST = 200;

    public Search {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page of " + limit + " articles: it takes 1 to " + MOST);
        }
    }

    /** The newest articles, whatever they are about. */
    public static Search newest(int limit) {
        return new Search(null, null, null, null, null, null, null, false, true, null, limit);
    }
}
