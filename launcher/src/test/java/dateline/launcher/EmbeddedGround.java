package dateline.launcher;

import dateline.launcher.embedded.EmbeddedDatabase;
import dateline.launcher.embedded.EmbeddedKafka;
import dateline.schemas.Stage;
import java.io.IOException;
import java.nio.file.Path;

/** The broker and the database that Dateline brings along, in this process; there on every machine. */
final class EmbeddedGround implements Ground {
    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    EmbeddedGround(Path folder) throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("kafka"), Stage.MAX_RECORD_BYTES);
        database = new EmbeddedDatabase(folder.resolve("postgres"));
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public String archiveUrl() {
        return database.url();
    }

    @Override
    public String archiveUser() {
        return "postgres";
    }

    @Override
    public String archivePassword() {
        return "";
    }

    @Override
    public void close() throws IOException {
        try (database) {
            kafka.close();
        }
    }
}
