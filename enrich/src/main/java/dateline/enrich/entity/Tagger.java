package dateline.enrich.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the names in a story. Safe for many threads. */
public interface Tagger {
    /**
     * The names, those of the headline first, each part's in the order of the text and none over another.
     * Never throws for bad input.
     *
     * @param headline plain text; empty if there is none
     * @param body one paragraph a line
     * @param language BCP 47; null where it cannot be told
     */
    List<Name> names(String headline, String body, @Nullable String language);
}
