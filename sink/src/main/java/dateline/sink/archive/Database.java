package dateline.sink.archive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The PostgreSQL database that the archive is kept in. It may be away when this is made, and at any time later. */
public final class Database implements AutoCloseable {
    private static final long CONNECTING_MILLIS = 2_000;

    private final HikariDataSource connections;
    private final String place;

    public Database(ArchiveConfig config) {
        var pool = new HikariConfig();
        pool.setPoolName("archive");
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setMaximumPoolSize(config.poolSize());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTING_MILLIS);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "dateline");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        place = config.place();
        connections = new HikariDataSource(pool);
    }

    /** Its address, without credentials. */
    public String place() {
        return place;
    }

    /** Makes or upgrades the tables, unless they are as they should be. */
    void migrate() throws SQLException {
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .locations("classpath:dateline/sink/archive")
                    .table("schema_history")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SQLException("the archive's tables could not be made or upgraded: " + e.getMessage(), e);
        }
    }

    Connection connect() throws SQLException {
        return connections.getConnection();
    }

    @Override
    public void close() {
        connections.close();
    }
}
