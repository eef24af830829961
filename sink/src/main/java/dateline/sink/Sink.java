package dateline.sink;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Membership;
import dateline.sink.api.ApiConfig;
import dateline.sink.api.ArticleApi;
import dateline.sink.archive.Archive;
import dateline.sink.archive.ArchiveConfig;
import dateline.sink.archive.Database;
import dateline.sink.archive.Indexer;
import dateline.sink.archive.Library;
import dateline.sink.archive.OrderBook;
import dateline.sink.desk.Desks;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.WireItem;

/** The sink service: the router, if it is to route here, and, where an archive is configured, the archive and the API over it. */
public final class Sink implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sink.class);

    private static final Duration ORDERING = Duration.ofSeconds(10);

    private final @Nullable Router router;
    // Two pools, so that readers, however many, never keep the archive from its connections.
    private final @Nullable Database database;
    private final @Nullable Database reading;
    private final @Nullable Archivist archivist;
    private final @Nullable Indexer indexer;
    private final @Nullable LetterBox<WireItem> orders;
    private final @Nullable ArticleApi api;

    /** @param state the folder for the router's store */
    public Sink(KafkaConfig kafka, SinkConfig config, Path state) {
        router = config.routers() == 0 ? null : new Router(kafka, config, state);
        ArchiveConfig kept = config.archive();
        ApiConfig listens = config.api();
        database = kept == null ? null : new Database(kept);
        archivist = database == null
                ? null
                : new Archivist(kafka, new Archive(database, new Desks(config.desks())), Membership.of(state));
        indexer = database == null ? null : new Indexer(database);
        reading = kept == null || listens == null ? null : new Database(kept);
        orders = reading == null ? null : new LetterBox<>(kafka, kafka.topics().items(), ORDERING);
        api = reading == null || listens == null || orders == null
                ? null
                : new ArticleApi(
                        listens,
                        new Library(reading),
                        new OrderBook(reading),
                        order -> send(orders, order),
                        Clock.systemUTC());
    }

    /** Where the API listens; empty where none is configured. To be asked once it has started. */
    public Optional<URI> address() {
        return Optional.ofNullable(api).map(ArticleApi::address);
    }

    /** Whether articles are routed and kept, as far as that is this process's to do. */
    public boolean isHealthy() {
        return (router == null || router.isHealthy()) && (archivist == null || archivist.isHealthy());
    }

    /** Whether what this process archived can be found by its words, but for a moment's worth; true if it archives nothing. */
    public boolean isSearchable() {
        return indexer == null || indexer.isIdle();
    }

    /**
     * Begins to answer, to archive and to route.
     *
     * @throws IOException if the API cannot listen where the configuration says
     * @throws org.apache.kafka.common.KafkaException if Kafka can't be asked for its topics
     */
    public void start() throws IOException {
        if (api != null) {
            api.start();
        }
        if (archivist != null) {
            archivist.start();
        }
        if (indexer != null) {
            indexer.start();
        }
        if (router != null) {
            router.start();
        }
    }

    /** Stops its parts side by side; each takes 4 seconds at most. */
    @Override
    public void close() {
        var parts = new ArrayList<AutoCloseable>();
        if (router != null) {
            parts.add(router);
        }
        if (archivist != null) {
            parts.add(archivist);
        }
        if (indexer != null) {
            parts.add(indexer);
        }
        if (api != null) {
            parts.add(api);
        }
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> closing.execute(() -> close(part)));
        }
        if (database != null) {
            database.close();
        }
        if (orders != null) {
            close(orders);
        }
        if (reading != null) {
            reading.close();
        }
    }

    private static void send(LetterBox<WireItem> orders, WireItem order) throws IOException {
        try {
            orders.post(order.getId().getBytes(StandardCharsets.UTF_8), order);
        } catch (KafkaException e) {
            throw new IOException("Kafka did not take the order to kill " + order.getId(), e);
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("{} did not close cleanly: {}", part.getClass().getSimpleName(), e.toString(), e);
        }
    }
}
