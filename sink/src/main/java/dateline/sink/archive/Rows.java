package dateline.sink.archive;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

/** The statements that write a batch, within a transaction that is its caller's. */
final class Rows {
    // pgjdbc folds a batch of these into few statements with many rows each.
    private static final String INSERT = """
            insert into item_version (
                id, version, version_time, standing, killed, kill_reason, status, event, provider, feed, language, urgency,
                headline, published, updated, landed, filed, countries, regions, topics, entities, desks,
                article, body_text, body_html)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
            on conflict (id, version, version_time) do update set
                standing = excluded.standing, killed = excluded.killed, kill_reason = excluded.kill_reason,
                status = excluded.status, event = excluded.event, provider = excluded.provider, feed = excluded.feed,
                language = excluded.language, urgency = excluded.urgency, headline = excluded.headline,
                published = excluded.published, updated = excluded.updated, landed = excluded.landed,
                filed = excluded.filed, countries = excluded.countries, regions = excluded.regions,
                topics = excluded.topics, entities = excluded.entities, desks = excluded.desks,
                article = excluded.article, body_text = excluded.body_text, body_html = excluded.body_html
            where not item_version.killed or excluded.killed""";

    private static final String KILL = """
            update item_version set
                killed = true, kill_reason = ?, status = 'canceled', body_text = null, body_html = null,
                entities = '{}', desks = '{}',
                article = (article::jsonb || jsonb_build_object('status', 'canceled', 'kill_reason', ?::text,
                    'links', '[]'::jsonb, 'media', '[]'::jsonb, 'entities', '[]'::jsonb))::json
            where id = ? and not killed""";

    private static final String UNSEARCHABLE = "delete from item_words where id = any (?)";

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

    void write(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        kill(batch);
        update(NO_LONGER_STANDING, batch.items());
        insert(batch);
        stand(batch);
        update(WORDS_DUE, batch.items());
    }

    private void update(String sql, Collection<String> items) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setArray(1, texts(items));
            update.executeUpdate();
        }
    }

    private void kill(Batch batch) throws SQLException {
        if (batch.kills().isEmpty()) {
            return;
        }
        try (PreparedStatement kill = connection.prepareStatement(KILL)) {
            for (var entry : batch.kills().entrySet()) {
                kill.setString(1, entry.getValue());
                kill.setString(2, entry.getValue());
                kill.setString(3, entry.getKey());
                kill.addBatch();
            }
            kill.executeBatch();
        }
        update(UNSEARCHABLE, batch.kills().keySet());
    }

    private void insert(Batch batch) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Row row : batch.rows()) {
                int i = 0;
                insert.setString(++i, row.key().id());
                insert.setString(++i, row.key().version());
                insert.setObject(++i, row.key().time());
                insert.setBoolean(++i, batch.stands(row));
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
                for (List<String> tags :
                        List.of(row.countries(), row.regions(), row.topics(), row.entities(), row.desks())) {
                    insert.setArray(++i, texts(tags));
                }
                insert.setString(++i, row.article());
                insert.setString(++i, row.bodyText());
                insert.setString(++i, row.bodyHtml());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    // A killed version that came again was left as it is, so the insert did not mark it.
    private void stand(Batch batch) throws SQLException {
        try (PreparedStatement stand = connection.prepareStatement(STANDING)) {
            for (Row row : batch.rows()) {
                if (batch.stands(row) && !row.killed()) {
                    stand.setString(1, row.key().id());
                    stand.setString(2, row.key().version());
                    stand.setObject(3, row.key().time());
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
