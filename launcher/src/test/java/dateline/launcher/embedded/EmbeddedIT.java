package dateline.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedIT {
    @TempDir
    Path folder;

    @Test
    void theBrokerKeepsItsRecordsOverAStop() throws Exception {
        try (var kafka = new EmbeddedKafka(folder, 1_000_000)) {
            Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
            try (Admin admin = Admin.create(client)) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            send(client);
        }
        try (var kafka = new EmbeddedKafka(folder, 1_000_000);
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            consumer.seekToBeginning(consumer.assignment());

            assertThat(consumer.poll(Duration.ofMinutes(1)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("copy"));
        }
    }

    private static void send(Map<String, Object> client) throws InterruptedException, ExecutionException {
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "copy")).get();
        }
    }

    @Test
    void theDatabaseKeepsItsRowsOverAStop() throws Exception {
        try (var database = new EmbeddedDatabase(folder)) {
            execute(database, "create table kept as select 1 as one");
        }
        try (var database = new EmbeddedDatabase(folder)) {
            execute(database, "select one from kept");
        }
    }

    @Test
    void aServerThatAnEarlierRunLeftBehindIsStopped() throws Exception {
        assertThat(inAnotherProcess(DiesWithoutGoodbye.class)).contains("started");
        long orphan = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (var database = new EmbeddedDatabase(folder)) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            execute(database, "select one from kept");
        }
    }

    /** Run as a process of its own: ends as if by kill -9, with its database running. */
    static final class DiesWithoutGoodbye {
        public static void main(String[] arguments) throws Exception {
            var database = new EmbeddedDatabase(Path.of(arguments[0]));
            execute(database, "create table kept as select 1 as one");
            System.out.println("started");
            System.out.flush();
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void aPidFileThatNamesAnotherProgramIsOnlyALeftover() throws Exception {
        try (var database = new EmbeddedDatabase(folder)) {
            execute(database, "create table kept as select 1 as one");
        }
        long ourselves = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("data/postmaster.pid"), ourselves + "\n/elsewhere\n1\n1\n\nlocalhost\n");

        try (var database = new EmbeddedDatabase(folder)) {
            execute(database, "select one from kept");
        }
    }

    @Test
    void aFolderIsHeldByOneProcessAtATime() throws Exception {
        try (var held = DataFolder.take(folder)) {
            assertThat(held.kafka()).isEqualTo(folder.resolve("kafka"));
            String said = inAnotherProcess(TakesFolder.class);

            assertThat(said)
                    .contains("in use by another Dateline (process "
                            + ProcessHandle.current().pid() + ")");
        }
        DataFolder.take(folder).close();
    }

    /** Run as a process of its own: says why it cannot have the folder. */
    static final class TakesFolder {
        public static void main(String[] arguments) throws Exception {
            assertThatThrownBy(() -> DataFolder.take(Path.of(arguments[0])))
                    .isInstanceOf(DataFolder.InUse.class)
                    .satisfies(e -> System.out.println(e.getMessage()));
        }
    }

    private String inAnotherProcess(Class<?> main) throws Exception {
        Path said = Files.createTempFile("said", ".txt");
        // A file, not a pipe: an orphaned server would hold the pipe open.
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        folder.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Files.readString(said);
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
