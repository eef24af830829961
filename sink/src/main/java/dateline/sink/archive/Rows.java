package dateline.sink.archive;

import dateline.sink.json.ArticleJson;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that write versions, within a transaction that is its caller's. */
final class Rows {
    // pgjdbc folds a batch of these into few statements with many rows each.
    private static final String INSERT = """
            insert into item_version (
                id, version, version_time, standing, late, kill, killed, kill_reason, status, event, provider, feed, language,
                urgency, headline, published, updated, landed, filed, countries, regions, topics, entities, desks,
                group_id, superseded_by, article, body_text, body_html)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
            on conflict (id, version, version_time) do update set
                standing = excluded.standing, late = excluded.late, kill = excluded.kill, killed = excluded.killed,
                kill_reason = excluded.kill_reason, status = excluded.status, event = excluded.event,
                provider = excluded.provider, feed = excluded.feed, language = excluded.language,
                urgency = excluded.urgency, headline = excluded.headline, published = excluded.published,
                updated = excluded.updated, landed = excluded.landed, filed = excluded.filed,
                countries = excluded.countries, regions = excluded.regions, topics = excluded.topics,
                entities = excluded.entities, desks = excluded.desks, group_id = excluded.group_id,
                superseded_by = excluded.superseded_by, article = excluded.article, body_text = excluded.body_text,
                body_html = excluded.body_html
            """;

    // What is only known from the history gives way to what stood. Else a kill stays what it is, and what fell to one
    // is down.
    private static final String INSERT_STANDING = INSERT + """
            where item_version.late or excluded.kill
                or (not item_version.kill and (excluded.killed or not item_version.killed))""";

    // Of two late tellings of one version the same holds whichever came first, and whether a kill has emptied them or
    // not.
    private static final String INSERT_LATE =
            INSERT + """
            where item_version.late
                and (excluded.kill, excluded.landed, %s, excluded.article::text, coalesce(excluded.body_text, ''))
                    > (item_version.kill, item_version.landed, %s, item_version.article::text,
                        coalesce(item_version.body_text, ''))""".formatted(facts("excluded.article"), facts("item_version.article"));

    private static final String EMPTY = """
            update item_version set
                killed = true, kill_reason = null, status = 'canceled', headline = '', language = null, urgency = 0,
                countries = '{}', regions = '{}', topics = '{}', entities = '{}', desks = '{}',
                group_id = null, superseded_by = null, body_text = null, body_html = null,
                article = %s::json
            where not killed and id = ?""".formatted(facts("article"));

    private static final String EMPTY_VERSION = EMPTY + " and version = ? and version_time = ?";

    private static final String REMEMBER_KILL = """
            insert into killed_item (id, reason) values (?, ?)
            on conflict (id) do update set reason = excluded.reason""";

    private static final String KILLED_ITEMS = "select id from killed_item where id = any (?)";

    // What fell to a kill without ever having stood may yet be told to stand: then it came after the kill.
    private static final String KNOWN = """
            select id, version, version_time, kill and not late as of_item, killed
            from item_version where (id = any (?) and killed and (kill or not late)) or (id = any (?) and not late)""";

    // Those that may not be used at the moment are made searchable again when they come back.
    private static final String UNSEARCHABLE = """
            delete from item_words where id in (
                select id from item_version where standing and status <> 'usable' and id = any (?))""";

    private static final String WORDS_DUE = "insert into words_due (id) select unnest(?)";

    private static final String NO_LONGER_STANDING =
            "update item_version set standing = false where standing and id = any (?)";

    private static final String STANDING = """
            update item_version set standing = true
            where id = ? and version = ? and version_time = ? and not standing""";

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** Writes versions that stand, or stood for a while, in the order they came. */
    void writeStanding(List<Row> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        var batch = new Batch(told, known(told));
        kill(batch.kills());
        update(NO_LONGER_STANDING, batch.items());
        try (PreparedStatement insert = connection.prepareStatement(INSERT_STANDING)) {
            for (Row row : batch.rows()) {
                bind(insert, row, batch.stands(row));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        stand(batch);
        update(UNSEARCHABLE, batch.items());
        update(WORDS_DUE, batch.items());
    }

    /** Writes versions that came when a later one stood. They are few, so each is written for itself. */
    void writeLate(List<Row> told) throws SQLException {
        if (told.isEmpty()) {
            return;
        }
        Set<String> items = items(told);
        Set<String> killed = killedItems(items);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_LATE);
                PreparedStatement empty = connection.prepareStatement(EMPTY_VERSION)) {
            for (Row row : told) {
                // Nobody can tell whether it was made before the kill or after, so it is not shown.
                int i = bind(insert, killed.contains(row.key().id()) && !row.kill() ? row.fallen() : row, false);
                insert.setArray(++i, texts(ArticleJson.FACTS));
                insert.setArray(++i, texts(ArticleJson.FACTS));
                insert.executeUpdate();
                if (row.kill()) {
                    empty.setArray(1, texts(ArticleJson.FACTS));
                    key(empty, 1, row.key());
                    empty.executeUpdate();
                }
            }
        }
        update(UNSEARCHABLE, items);
    }

    private static Set<String> items(List<Row> rows) {
        return rows.stream().map(row -> row.key().id()).collect(Collectors.toSet());
    }

    private static String facts(String article) {
        return "(select jsonb_object_agg(key, value) from jsonb_each(" + article + "::jsonb) where key = any (?))";
    }

    private void update(String sql, Collection<String> items) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, texts(items));
            update.executeUpdate();
        }
    }

    private Known known(List<Row> told) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setArray(1, texts(items(told)));
            select.setArray(2, texts(items(told.stream().filter(Row::kill).toList())));
            var known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    var key = new Row.Key(
                            row.getString("id"),
                            row.getString("version"),
                            row.getObject("version_time", OffsetDateTime.class));
                    if (row.getBoolean("of_item")) {
                        known.kills().add(key);
                    } else if (row.getBoolean("killed")) {
                        known.fallen().add(key);
                    } else {
                        known.standing().add(key);
                    }
                }
            }
            return known;
        }
    }

    private Set<String> killedItems(Collection<String> items) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KILLED_ITEMS)) {
            select.setArray(1, texts(items));
            var killed = new HashSet<String>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    killed.add(row.getString(1));
                }
            }
            return killed;
        }
    }

    private void kill(Map<String, String> kills) throws SQLException {
        if (kills.isEmpty()) {
            return;
        }
        try (PreparedStatement empty = connection.prepareStatement(EMPTY);
                PreparedStatement remember = connection.prepareStatement(REMEMBER_KILL)) {
            for (var kill : kills.entrySet()) {
                empty.setArray(1, texts(ArticleJson.FACTS));
                empty.setString(2, kill.getKey());
                empty.addBatch();
                remember.setString(1, kill.getKey());
                remember.setString(2, kill.getValue());
                remember.addBatch();
            }
            empty.executeBatch();
            remember.executeBatch();
        }
    }

    private int bind(PreparedStatement insert, Row row, boolean standing) throws SQLException {
        int i = key(insert, 0, row.key());
        insert.setBoolean(++i, standing);
        insert.setBoolean(++i, row.late());
        insert.setBoolean(++i, row.kill());
        insert.setBoolean(++i, row.killed());
        insert.setString(++i, row.killReason());
        insert.setString(++i, row.status());
        insert.setString(++i, row.event());
        insert.setString(++i, row.provider());
        insert.setString(++i, row.feed());
        insert.setString(++i, row.language());
        insert.setInt(++i, row.urgency());
        insert.setString(++i, row.headline());
        insert.setObject(++i, row.published(), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(++i, row.updated(), Types.TIMESTAMP_WITH_TIMEZONE);
        insert.setObject(++i, row.landed());
        insert.setObject(++i, row.filed());
        for (List<String> tags : List.of(row.countries(), row.regions(), row.topics(), row.entities(), row.desks())) {
            insert.setArray(++i, texts(tags));
        }
        insert.setString(++i, row.group());
        insert.setString(++i, row.supersededBy());
        insert.setString(++i, row.article());
        insert.setString(++i, row.bodyText());
        insert.setString(++i, row.bodyHtml());
        return i;
    }

    private static int key(PreparedStatement statement, int after, Row.Key key) throws SQLException {
        statement.setString(after + 1, key.id());
        statement.setString(after + 2, key.version());
        statement.setObject(after + 3, key.time());
        return after + 3;
    }

    // A kill that stays what it is was not touched by the insert, and so not marked.
    private void stand(Batch batch) throws SQLException {
        try (PreparedStatement stand = connection.prepareStatement(STANDING)) {
            for (Row row : batch.rows()) {
                if (batch.stands(row)) {
                    key(stand, 0, row.key());
                    stand.addBatch();
                }
            }
            stand.executeBatch();
        }
    }

    private Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
