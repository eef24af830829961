package dateline.sink.archive;

import static java.util.Objects.requireNonNullElse;

import dateline.sink.desk.Desks;
import dateline.sink.json.ArticleJson;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wire.Article;
import wire.Event;

/** Articles in the order they came, folded into what is to be written: one row a version, the last of an item standing. */
final class Batch {
    private final Map<Row.Key, Row> rows = new LinkedHashMap<>();
    private final Map<String, Row.Key> standing = new HashMap<>();
    private final Map<String, String> kills = new LinkedHashMap<>();

    Batch(Collection<Article> articles, Desks desks) {
        articles.forEach(article -> add(article, desks));
    }

    /** The rows, each version once. */
    Collection<Row> rows() {
        return rows.values();
    }

    /** The items the batch speaks of. */
    Collection<String> items() {
        return standing.keySet();
    }

    boolean stands(Row row) {
        return row.key().equals(standing.get(row.key().id()));
    }

    /** The reasons, by item, of those items whose every earlier version is to lose its copy. */
    Map<String, String> kills() {
        return kills;
    }

    private void add(Article article, Desks desks) {
        if (article.getEvent() == Event.RETRACTED) {
            return; // said of a topic, not of the item
        }
        boolean kill = ArticleJson.isKill(article);
        List<String> wanting = ArticleJson.isReadable(article) ? desks.wanting(article) : List.of();
        Row row = Row.of(article, kill, wanting);
        String id = row.key().id();
        if (kill) {
            String reason = requireNonNullElse(row.killReason(), "no reason was given");
            row = row.killed(reason);
            kills.put(id, reason);
            rows.replaceAll((key, earlier) -> key.id().equals(id) ? earlier.killed(reason) : earlier);
        }
        // A version that was killed does not come back as itself; a newer one may.
        rows.merge(row.key(), row, (earlier, later) -> earlier.killed() && !kill ? earlier : later);
        standing.put(id, row.key());
    }
}
