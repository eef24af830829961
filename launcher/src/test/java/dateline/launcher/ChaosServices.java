package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The parts of a Dateline as processes of their own, each to be killed and started again. */
final class ChaosServices implements AutoCloseable {
    /** Of the newsroom, for what the API tells nobody else. */
    static final String TOKEN = "a-token-of-the-newsroom";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DESK = "japan";

    private final Path folder;
    private final Ground ground;
    private final Path inbox;
    private final KafkaConfig kafka;
    private final Admin admin;
    private final int api = Ports.free();
    private final Map<ChaosPart, Child> running = new EnumMap<>(ChaosPart.class);
    private final List<String> said = new ArrayList<>();

    ChaosServices(Path folder, Ground ground, Path inbox) {
        this.folder = folder;
        this.ground = ground;
        this.inbox = inbox;
        kafka = new KafkaConfig(ground.bootstrapServers());
        admin = Admin.create(kafka.client());
    }

    KafkaConfig kafka() {
        return kafka;
    }

    Api api() {
        return new Api(address() + "/api/articles");
    }

    /** Where the archive answers. */
    String address() {
        return "http://127.0.0.1:" + api;
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(ground.archiveUrl(), ground.archiveUser(), ground.archivePassword());
    }

    void start(ChaosPart part) throws IOException, InterruptedException {
        int health = Ports.free();
        boolean archives = part == ChaosPart.ARCHIVE;
        Path config = Files.writeString(folder.resolve(part + ".yml"), """
                kafka: { bootstrap.servers: "%s", partitions: 4 }
                feeds:
                  chaos: { watch: { folder: "%s", settle: 100ms, every: 200ms } }
                desks:
                  %s: { countries: JP }
                %s
                %s
                api: { port: %d, tokens: { desk: %s } }
                health: { port: %d }
                """.formatted(
                        ground.bootstrapServers(),
                        inbox,
                        DESK,
                        part.section(),
                        archives
                                ? "archive: { url: \"%s\", user: \"%s\", password: \"%s\" }"
                                        .formatted(ground.archiveUrl(), ground.archiveUser(), ground.archivePassword())
                                : "",
                        api,
                        TOKEN,
                        health));
        Child child = Child.light(folder, part.command(), "--config", config, "--data", folder.resolve("data-" + part));
        running.put(part, child);
        URI address = URI.create("http://127.0.0.1:" + health + "/health");
        child.await(part + " is healthy", PATIENCE, () -> Api.status(address) == 200);
    }

    /** As kill -9 does. */
    void kill(ChaosPart part) throws IOException, InterruptedException {
        Child child = running.remove(part);
        assertThat(child).as(part.toString()).isNotNull();
        child.kill();
        said.add(child.said());
        child.close();
    }

    /** Waits until it holds, while the part lives. */
    void await(String what, ChaosPart part, BooleanSupplier condition) throws InterruptedException {
        await(what, part, PATIENCE, condition);
    }

    /** @param what says, when it is asked at the end, what was waited for */
    void await(Object what, ChaosPart part, Duration patience, BooleanSupplier condition) throws InterruptedException {
        Child child = running.get(part);
        assertThat(child).as(part.toString()).isNotNull();
        child.await(what, patience, condition);
    }

    /** How far a part has come: a number that grows with what it puts out. */
    long done(ChaosPart part) {
        return switch (part) {
            case COLLECTOR -> end(Topics.RAW);
            case READER -> end(Topics.ITEMS);
            case ENRICH -> end(Topics.ARTICLES);
            case ROUTER -> end(kafka.topics().desk(DESK).name());
            case ARCHIVE -> archived();
        };
    }

    /** Whether there is work left for a part, to be asked while it is down. */
    boolean isBehind(ChaosPart part) throws IOException {
        return switch (part) {
            case COLLECTOR -> {
                try (Stream<Path> files = Files.list(inbox)) {
                    yield files.anyMatch(Files::isRegularFile);
                }
            }
            case READER -> committed("reader", Topics.RAW) < end(Topics.RAW);
            case ENRICH -> committed("enrich", Topics.ITEMS) < end(Topics.ITEMS);
            case ROUTER -> committed("router", Topics.ARTICLES) < end(Topics.ARTICLES);
            case ARCHIVE -> archived() < end(Topics.ARTICLES) + end(Topics.HISTORY) + end(Topics.HELD);
        };
    }

    /** All that they have said so far, on the terminal and in their logs. */
    String said() throws IOException {
        var all = new StringBuilder(String.join("\n", said));
        running.values().forEach(child -> all.append(child.said()));
        for (ChaosPart part : ChaosPart.values()) {
            try (Stream<Path> logs = Files.walk(folder.resolve("data-" + part).resolve("logs"))) {
                for (Path log : logs.filter(Files::isRegularFile).toList()) {
                    // Who is killed may be in the middle of a letter.
                    all.append(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }

    private long archived() {
        try (Connection connection = database();
                var row = connection
                        .createStatement()
                        .executeQuery("select coalesce(sum(next_offset), 0) from consumer_offset")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return 0; // it has not made its tables yet
        }
    }

    private long end(String topic) {
        try {
            var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(found -> found.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().values().stream()
                    .mapToLong(found -> found.offset())
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private long committed(String stage, String topic) {
        try {
            return admin
                    .listConsumerGroupOffsets(Stage.PREFIX + stage)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        running.values().forEach(child -> {
            try {
                child.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        admin.close();
    }
}
