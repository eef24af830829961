package dateline.launcher;

import java.io.IOException;

/** A broker and a database, new and empty, for tests to stand on; closing it ends both. */
interface Ground extends AutoCloseable {
    /** Where Kafka clients begin. */
    String bootstrapServers();

    /** The database's JDBC address. */
    String archiveUrl();

    String archiveUser();

    String archivePassword();

    @Override
    void close() throws IOException;
}
