package dateline.sink.archive;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.json.ArticleJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The archive to its readers: articles found and fetched, as {@link ArticleJson} shows them. */
public final class Library {
    /** How long PostgreSQL may look before it is told to stop, seconds. */
    private static final int PATIENCE_SECONDS = 5;

    /** How many outlets carry a story is counted when it is asked for: more may have come, or gone, since it was archived. */
    private static final String SELECT = """
            select v.id, v.version, v.version_time, v.filed, v.status, v.killed, v.standing, v.article, %s,
                coalesce(v.kill_reason, k.reason) as reason,
                case when v.status <> 'usable' then null when v.group_id is null then 1 else (
                    select count(distinct o.provider) from item_version o
                    where o.group_id = v.group_id and o.standing and o.status = 'usable' and o.superseded_by is null
                ) end as outlets
            from item_version v left join killed_item k on v.killed and k.id = v.id
            where\s""";

    private static final String WITH_BODIES = SELECT.formatted("v.body_text, v.body_html");
    private static final String WITHOUT_BODIES = SELECT.formatted("null as body_text, null as body_html");

    /** The one that stands comes last, for a kill without a number has none to be sorted by. */
    private static final Comparator<Found> IN_VERSION_ORDER = Comparator.comparing(Found::standing)
            .thenComparing(found -> VersionOrder.key(found.version()))
            .thenComparing(Found::time);

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

    /**
     * That an item is held under embargo, and no more of it.
     *
     * @param until when it will be released
     */
    public record Hold(String id, String provider, String feed, Instant until) {}

    /**
     * Standing articles that the search finds, newest first. Killed ones are there by fact and reason; withheld ones, and
     * those that another story took the place of, are not.
     */
    public Page find(Search search) throws SQLException {
        var query = new Query(search);
        List<Found> found = rows((search.bodies() ? WITH_BODIES : WITHOUT_BODIES) + query.sql(), query.values());
        if (!search.bodies()) {
            found.forEach(each -> each.json().remove(List.of("body_text", "body_html")));
        }
        List<Found> shown = found.size() > search.limit() ? found.subList(0, search.limit()) : found;
        return new Page(
                shown.stream().map(Found::json).toList(),
                found.size() > search.limit() ? shown.getLast().place() : null);
    }

    /** The standing version; empty where no such item was ever archived. */
    public Optional<ObjectNode> article(String id) throws SQLException {
        return rows(WITH_BODIES + "v.standing and v.id = ?", List.of(id)).stream()
                .findFirst()
                .map(Found::json);
    }

    /**
     * Every version, the latest first, each with what it changed of the one before it that may be read; empty where no
     * such item was ever archived.
     */
    public List<ObjectNode> versions(String id) throws SQLException {
        List<Found> found = new ArrayList<>(rows(WITH_BODIES + "v.id = ?", List.of(id)));
        found.sort(IN_VERSION_ORDER);
        if (found.isEmpty() || !found.getLast().standing()) {
            return List.of(); // known by its history alone, nobody can tell yet whether that may be read
        }
        boolean readable = found.getLast().isReadable();
        Found before = null;
        for (Found each : found) {
            ObjectNode json = readable ? each.json() : ArticleJson.withoutCopy(each.json());
            boolean compared = readable && each.isReadable();
            json.put("standing", each.standing());
            json.set("diff", compared && before != null ? Difference.between(before.json(), json) : null);
            before = compared ? each : before;
        }
        return found.reversed().stream().map(Found::json).toList();
    }

    /** What is held under embargo, the soonest to be released first. */
    public List<Hold> held(int limit) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id, provider, feed, until from held_item order by until, id limit ?")) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            select.setInt(1, limit);
            var held = new ArrayList<Hold>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.add(new Hold(
                            row.getString("id"),
                            row.getString("provider"),
                            row.getString("feed"),
                            row.getObject("until", OffsetDateTime.class).toInstant()));
                }
            }
            return held;
        }
    }

    /** Whether PostgreSQL answers and has the archive's tables. */
    public boolean isOpen() {
        try {
            rows(WITH_BODIES + "false", List.of());
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private record Found(
            Cursor place, String version, OffsetDateTime time, String status, boolean standing, ObjectNode json) {

        boolean isReadable() {
            return status.equals("usable");
        }
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
        ObjectNode json = ArticleJson.complete(ArticleJson.read(row.getString("article")));
        json.put("status", row.getString("status"));
        json.put("body_text", row.getString("body_text"));
        json.put("body_html", row.getString("body_html"));
        json.put("outlets", row.getObject("outlets", Long.class));
        if (row.getBoolean("killed")) {
            json.put("kill_reason", requireNonNullElse(row.getString("reason"), "no reason was given"));
        }
        return new Found(
                new Cursor(row.getObject("filed", OffsetDateTime.class).toInstant(), row.getString("id")),
                row.getString("version"),
                row.getObject("version_time", OffsetDateTime.class),
                row.getString("status"),
                row.getBoolean("standing"),
                json);
    }
}
