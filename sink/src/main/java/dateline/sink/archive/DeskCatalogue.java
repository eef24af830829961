package dateline.sink.archive;

import dateline.sink.desk.Desks;
import dateline.sink.json.ArticleJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Article;
import wire.Entity;
import wire.Subject;

/** Which standing articles each desk wants, told again when the desks' rules have changed. */
final class DeskCatalogue {
    private static final Logger log = LoggerFactory.getLogger(DeskCatalogue.class);
    private static final int AT_A_TIME = 500;
    /** PostgreSQL's advisory locks are numbered; this one is ours. */
    private static final long LOCK = 0x6461_7465_6c69_6e65L;

    private final Database database;
    private final Desks desks;

    DeskCatalogue(Database database, Desks desks) {
        this.database = database;
        this.desks = desks;
    }

    void refresh() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                if (!isByTheseRules(statement)) {
                    retell(connection);
                    remember(connection);
                }
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private boolean isByTheseRules(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select fingerprint from desk_rules")) {
            return row.next() && desks.fingerprint().equals(row.getString(1));
        }
    }

    private void remember(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("insert into desk_rules values (?)")) {
            statement.execute("delete from desk_rules");
            insert.setString(1, desks.fingerprint());
            insert.executeUpdate();
        }
    }

    private void retell(Connection connection) throws SQLException {
        long told = 0;
        List<Told> page = page(connection, null);
        while (!page.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(
                    "update item_version set desks = ? where id = ? and standing and not killed")) {
                for (Told each : page) {
                    update.setArray(
                            1, connection.createArrayOf("text", each.desks().toArray()));
                    update.setString(2, each.id());
                    update.addBatch();
                }
                update.executeBatch();
            }
            told += page.size();
            page = page(connection, page.getLast().id());
        }
        if (told > 0) {
            log.info("the desks' rules have changed: {} standing articles were given to their desks again", told);
        }
    }

    private record Told(String id, List<String> desks) {}

    private List<Told> page(Connection connection, @Nullable String after) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, countries, regions, topics, entities, provider, feed, language, urgency, headline, body_text, article
                from item_version where standing and status = 'usable' and id > ? order by id limit ?""")) {
            select.setString(1, after == null ? "" : after);
            select.setInt(2, AT_A_TIME);
            var page = new ArrayList<Told>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(new Told(row.getString("id"), desks.wanting(article(row))));
                }
            }
            return page;
        }
    }

    /** As much of the article as rules ask about. */
    private static Article article(ResultSet row) throws SQLException {
        List<Subject> subjects = ArticleJson.read(row.getString("article"))
                .path("subjects")
                .valueStream()
                .map(subject -> Subject.newBuilder()
                        .setCode(subject.path("code").asText())
                        .setName(subject.path("name").textValue())
                        .build())
                .toList();
        String body = row.getString("body_text");
        return Article.newBuilder()
                .setId(row.getString("id"))
                .setCountries(texts(row, "countries"))
                .setRegions(texts(row, "regions"))
                .setTopics(texts(row, "topics"))
                .setEntities(texts(row, "entities").stream()
                        .map(name -> Entity.newBuilder().setText(name).build())
                        .toList())
                .setSubjects(subjects)
                .setProvider(row.getString("provider"))
                .setFeed(row.getString("feed"))
                .setLanguage(row.getString("language"))
                .setUrgency(row.getInt("urgency"))
                .setHeadline(row.getString("headline"))
                .setBodyText(body == null ? "" : body)
                .build();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
