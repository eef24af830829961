package dateline.enrich.version;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Version;

/**
 * One version of an item, tagged and ready to be shown if it is the one that stands.
 *
 * @param version which it is
 * @param article what would be shown
 * @param orders what it does besides
 */
public record Edition(Version version, Article article, Orders orders) {

    /**
     * What a version does to items, its own and others.
     *
     * @param cancels ids of other items that it kills
     * @param kills slugs or headlines of stories of its provider that it kills
     * @param killReason why it kills; null where it gives no reason
     * @param by who of the newsroom ordered the kill that it is; null for what came from a wire
     */
    public record Orders(
            List<String> cancels,
            List<String> kills,
            @Nullable String killReason,
            @Nullable String by) {
        public Orders {
            cancels = List.copyOf(cancels);
            kills = List.copyOf(kills);
        }
    }
}
