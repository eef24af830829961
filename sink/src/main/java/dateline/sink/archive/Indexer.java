package dateline.sink.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes archived articles searchable, a moment after they were archived, on a thread of its own. Any number of processes
 * may do so at once.
 */
public final class Indexer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Indexer.class);
    private static final int AT_A_TIME = 200;
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private static final String TAKE = """
            delete from words_due where number in (
                select number from words_due order by number limit ? for update skip locked)
            returning id""";

    // The lock keeps a kill from coming between the reading of the copy and the writing of its words.
    // A tsvector takes up to 1 MB, which this much text never fills.
    private static final String INDEX = """
            insert into item_words (id, english, simple)
            select id,
                case when in_english then setweight(to_tsvector('english', head), 'A') || to_tsvector('english', body) end,
                case when not in_english then setweight(to_tsvector('simple', head), 'A') || to_tsvector('simple', body) end
            from (select id, left(headline, 2000) as head, left(coalesce(body_text, ''), 100000) as body,
                        language is null or language ~* '^en(-|$)' as in_english
                    from item_version
                    where standing and not killed and status = 'usable' and id = any (?)
                    order by id for share) as standing
            on conflict (id) do update set english = excluded.english, simple = excluded.simple""";

    private final Database database;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean idle;
    private final Thread thread = Thread.ofPlatform().name("indexer").unstarted(this::work);

    public Indexer(Database database) {
        this.database = database;
    }

    /** Begins to index; PostgreSQL and the archive's tables need not be there yet. */
    public void start() {
        thread.start();
    }

    /** Whether it had no more to do than one round of it when it looked last. */
    public boolean isIdle() {
        return idle;
    }

    /**
     * Indexes some of what is due.
     *
     * @return how many items were due of those looked at; zero when none is left
     */
    public int round() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try {
                List<String> due = take(connection);
                if (!due.isEmpty()) {
                    index(connection, due);
                }
                connection.commit();
                return due.size();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            if (thread.isAlive() && !thread.join(CLOSING)) {
                log.warn("the indexer did not finish within {}; what it had not committed stays due", CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> take(Connection connection) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setInt(1, AT_A_TIME);
            var due = new ArrayList<String>();
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    due.add(row.getString(1));
                }
            }
            return due;
        }
    }

    private static void index(Connection connection, List<String> due) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement index = connection.prepareStatement(INDEX)) {
            // Sooner than PostgreSQL looks for deadlocks: it is never the archive that has to give way.
            statement.execute("set local lock_timeout = '200ms'");
            index.setArray(1, connection.createArrayOf("text", due.toArray()));
            index.executeUpdate();
        }
    }

    private void work() {
        boolean open = true;
        while (open) {
            Duration pause = AFTER_TROUBLE;
            try {
                long begun = System.nanoTime();
                idle = round() < AT_A_TIME;
                // In a burst it leaves half of the time to what brings copy to the desks: to be found by words can
                // wait.
                pause = idle ? IDLE : Duration.ofNanos(System.nanoTime() - begun);
            } catch (SQLException | RuntimeException e) {
                // The archive says when PostgreSQL is away, and it makes the tables; what is due stays due.
                log.debug("indexing goes on in {}: {}", AFTER_TROUBLE, e.getMessage());
            }
            open = !closes(pause);
        }
    }

    private boolean closes(Duration within) {
        try {
            return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
