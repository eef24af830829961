package dateline.sink.archive;

import dateline.sink.desk.Desks;
import dateline.sink.json.ArticleJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wire.Event;
import wire.Held;

/**
 * Writes articles to PostgreSQL, and with them, in the same transaction, how far it has come: what is written is written
 * once, whatever crashes.
 */
public final class Archive {
    /** PostgreSQL's advisory locks are numbered; this one is ours. */
    private static final long TURNS = 0x6461_7465_6c69_6e66L;

    private final Database database;
    private final Desks desks;

    public Archive(Database database, Desks desks) {
        this.database = database;
        this.desks = desks;
    }

    /** Is told of an entry that PostgreSQL will never take, before the rest of its batch is committed. */
    @FunctionalInterface
    public interface Refusals {
        /** @param index the entry's place in the batch */
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
     * @param entries in the order they came, which means nothing between those of different topics
     * @throws FencedException if the archive is not where the batch believes it to be: read again from its positions
     * @throws SQLException if PostgreSQL is away or in trouble: the same batch may be tried again
     */
    public void apply(List<Entry> entries, Map<Partition, Advance> advances, Refusals refusals)
            throws SQLException, FencedException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                advance(connection, advances);
                Savepoint before = connection.setSavepoint();
                try {
                    write(connection, entries);
                } catch (SQLException | RuntimeException e) {
                    if (!isCopysFault(e)) {
                        throw e;
                    }
                    connection.rollback(before);
                    oneByOne(connection, entries, refusals);
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

    private void write(Connection connection, List<Entry> entries) throws SQLException {
        var standing = new ArrayList<Row>();
        var late = new ArrayList<Row>();
        var holds = new HashMap<String, Optional<Held>>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Standing(var article) -> {
                    // A retraction is said of a topic, not of the item.
                    if (article.getEvent() != Event.RETRACTED) {
                        standing.add(Row.of(
                                article, false, ArticleJson.isReadable(article) ? desks.wanting(article) : List.of()));
                    }
                }
                case Entry.Late(var article) -> late.add(Row.of(article, true, List.of()));
                case Entry.OnHold(var held) -> holds.put(held.getId(), Optional.of(held));
                case Entry.Released(var id) -> holds.put(id, Optional.empty());
            }
        }
        awaitTurn(connection, !late.isEmpty());
        var rows = new Rows(connection);
        rows.writeStanding(standing);
        rows.writeLate(late);
        new Holds(connection).write(holds);
    }

    /**
     * A late version is never written while another consumer is about to kill its item: neither would see the other. Those
     * that tell what stands write side by side, for the offsets keep two from the same item.
     */
    private static void awaitTurn(Connection connection, boolean alone) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock%s(%d)".formatted(alone ? "" : "_shared", TURNS));
        }
    }

    private void oneByOne(Connection connection, List<Entry> entries, Refusals refusals) throws SQLException {
        for (int i = 0; i < entries.size(); i++) {
            Savepoint before = connection.setSavepoint();
            try {
                write(connection, List.of(entries.get(i)));
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
