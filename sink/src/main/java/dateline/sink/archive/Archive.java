package dateline.sink.archive;

import dateline.sink.desk.Desks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wire.Article;

/**
 * Writes articles to PostgreSQL, and with them, in the same transaction, how far it has come: what is written is written
 * once, whatever crashes.
 */
public final class Archive {
    private final Database database;
    private final Desks desks;

    public Archive(Database database, Desks desks) {
        this.database = database;
        this.desks = desks;
    }

    /** Is told of an article that PostgreSQL will never take, before the rest of its batch is committed. */
    @FunctionalInterface
    public interface Refusals {
        /** @param index the article's place in the batch */
        void refused(int index, Exception why);
    }

    /** Where it is kept, for people; without credentials. */
    public String place() {
        return database.place();
    }

    /**
     * Makes or upgrades the tables, and tells the standing articles' desks again if the rules are others than last time.
     * Safe to call from several processes at once.
     */
    public void prepare() throws SQLException {
        database.migrate();
        new DeskCatalogue(database, desks).refresh();
    }

    /** The offset of the next record to be archived of each partition, zero where none was yet. */
    public Map<Partition, Long> positions(Collection<Partition> partitions) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement begin = connection.prepareStatement("""
                        insert into consumer_offset (topic, partition, next_offset) values (?, ?, 0)
                        on conflict do nothing""");
                PreparedStatement read = connection.prepareStatement(
                        "select next_offset from consumer_offset where topic = ? and partition = ?")) {
            var positions = new HashMap<Partition, Long>();
            for (Partition partition : partitions) {
                begin.setString(1, partition.topic());
                begin.setInt(2, partition.number());
                begin.executeUpdate();
                read.setString(1, partition.topic());
                read.setInt(2, partition.number());
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    positions.put(partition, row.getLong(1));
                }
            }
            return positions;
        }
    }

    /**
     * Writes a batch and moves the offsets, all of it or nothing.
     *
     * @param articles in the order they came; of one item, the last one stands
     * @throws FencedException if the archive is not where the batch believes it to be: read again from its positions
     * @throws SQLException if PostgreSQL is away or in trouble: the same batch may be tried again
     */
    public void apply(List<Article> articles, Map<Partition, Advance> advances, Refusals refusals)
            throws SQLException, FencedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                advance(connection, advances);
                Savepoint before = connection.setSavepoint();
                try {
                    new Rows(connection).write(new Batch(articles, desks));
                } catch (SQLException | RuntimeException e) {
                    if (!isCopysFault(e)) {
                        throw e;
                    }
                    connection.rollback(before);
                    oneByOne(connection, articles, refusals);
                }
                connection.commit();
            } catch (SQLException | FencedException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    // Moving the offsets comes first: it locks their rows, so that a second writer waits here and then finds them
    // moved.
    private static void advance(Connection connection, Map<Partition, Advance> advances)
            throws SQLException, FencedException {
        var ordered = new TreeMap<String, Map.Entry<Partition, Advance>>();
        advances.entrySet().forEach(entry -> ordered.put(entry.getKey().toString(), entry));
        try (PreparedStatement move = connection.prepareStatement("""
                update consumer_offset set next_offset = ?
                where topic = ? and partition = ? and next_offset = ?""")) {
            for (Map.Entry<Partition, Advance> entry : ordered.values()) {
                move.setLong(1, entry.getValue().next());
                move.setString(2, entry.getKey().topic());
                move.setInt(3, entry.getKey().number());
                move.setLong(4, entry.getValue().from());
                if (move.executeUpdate() == 0) {
                    throw new FencedException(entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private void oneByOne(Connection connection, List<Article> articles, Refusals refusals) throws SQLException {
        var rows = new Rows(connection);
        for (int i = 0; i < articles.size(); i++) {
            Savepoint before = connection.setSavepoint();
            try {
                rows.write(new Batch(List.of(articles.get(i)), desks));
            } catch (SQLException | RuntimeException e) {
                if (!isCopysFault(e)) {
                    throw e;
                }
                connection.rollback(before);
                refusals.refused(i, e);
            }
            connection.releaseSavepoint(before);
        }
    }

    /** Data exceptions, broken constraints, exceeded limits (PostgreSQL, appendix A), or a bug of ours that one article shows. */
    private static boolean isCopysFault(Exception e) {
        String state = e instanceof SQLException sql ? state(sql) : null;
        return e instanceof RuntimeException
                || (state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54")));
    }

    private static @Nullable String state(SQLException e) {
        // A failed batch says little itself; what PostgreSQL said comes after it.
        SQLException next = e.getNextException();
        return e.getSQLState() == null && next != null ? next.getSQLState() : e.getSQLState();
    }

    private static void rollback(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
