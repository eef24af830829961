package dateline.sink.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.json.ArticleJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The archive to its readers: articles found and fetched, as {@link ArticleJson} shows them. */
public final class Library {
    /** How long PostgreSQL may look before it is told to stop, seconds. */
    private static final int PATIENCE_SECONDS = 5;

    private static final String COLUMNS =
            "v.id, v.filed, v.status, v.article, v.body_text, v.body_html, v.standing, v.archived";

    private final Database database;

    public Library(Database database) {
        this.database = database;
    }

    /**
     * Articles, newest first.
     *
     * @param next what to give as {@link Search#before} for the page that follows; null on the last
     */
    public record Page(List<ObjectNode> articles, @Nullable Cursor next) {
        public Page {
            articles = List.copyOf(articles);
        }
    }

    /** Standing articles that the search finds, newest first. Killed ones are there by fact and reason, withheld ones not. */
    public Page find(Search search) throws SQLException {
        var sql =
                new StringBuilder("select " + COLUMNS + " from item_version v where standing and status <> 'withheld'");
        var values = new ArrayList<Object>();
        contains(sql, values, "regions", search.region());
        contains(sql, values, "countries", search.country());
        contains(
                sql,
                values,
                "entities",
                search.entity() == null ? null : search.entity().toLowerCase(Locale.ROOT));
        contains(sql, values, "desks", search.desk());
        if (search.q() != null) {
            sql.append(" and status = 'usable' and id in (select id from item_words"
                    + " where english @@ websearch_to_tsquery('english', ?)"
                    + " or simple @@ websearch_to_tsquery('simple', ?))");
            values.add(search.q());
            values.add(search.q());
        }
        if (search.since() != null) {
            sql.append(" and filed >= ?");
            values.add(search.since().atOffset(ZoneOffset.UTC));
        }
        Cursor before = search.before();
        if (before != null) {
            sql.append(" and (filed, id) < (?, ?)");
            values.add(before.filed().atOffset(ZoneOffset.UTC));
            values.add(before.id());
        }
        // One more than asked for tells whether another page follows.
        sql.append(" order by filed desc, id desc limit ?");
        values.add(search.limit() + 1);
        return page(rows(sql.toString(), values), search.limit());
    }

    /** The standing version; empty where no such item was ever archived. */
    public Optional<ObjectNode> article(String id) throws SQLException {
        return rows("select " + COLUMNS + " from item_version v where standing and id = ?", List.of(id)).stream()
                .findFirst()
                .map(Found::json);
    }

    /** Every version, newest first; empty where no such item was ever archived. */
    public List<ObjectNode> versions(String id) throws SQLException {
        List<Found> found = rows(
                "select " + COLUMNS
                        + " from item_version v where id = ? order by version_time desc, archived desc, version desc",
                List.of(id));
        // What was published before a wire withheld its story is not for reading either, while that lasts.
        boolean withheld = found.stream().anyMatch(each -> each.standing && each.status.equals("withheld"));
        return found.stream()
                .map(each -> {
                    ObjectNode json = withheld ? ArticleJson.withoutCopy(each.json) : each.json;
                    json.put("standing", each.standing);
                    return json;
                })
                .toList();
    }

    /** Whether PostgreSQL answers and has the archive's tables. */
    public boolean isOpen() {
        try {
            rows("select " + COLUMNS + " from item_version v limit 0", List.of());
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private record Found(Cursor place, String status, boolean standing, ObjectNode json) {}

    private static Page page(List<Found> found, int limit) {
        List<Found> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                shown.stream().map(Found::json).toList(),
                found.size() > limit ? shown.getLast().place() : null);
    }

    private List<Found> rows(String sql, List<?> values) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            var found = new ArrayList<Found>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(found(row));
                }
            }
            return found;
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        ObjectNode json = ArticleJson.read(row.getString("article"));
        json.put("body_text", row.getString("body_text"));
        json.put("body_html", row.getString("body_html"));
        return new Found(
                new Cursor(row.getObject("filed", OffsetDateTime.class).toInstant(), row.getString("id")),
                row.getString("status"),
                row.getBoolean("standing"),
                json);
    }

    private static void contains(StringBuilder sql, List<Object> values, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" @> array[?::text]");
            values.add(value);
        }
    }
}
