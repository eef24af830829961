package dateline.launcher;

import dateline.enrich.Enrich;
import dateline.enrich.tag.Annotator;
import dateline.ingest.Ingest;
import dateline.launcher.embedded.DataFolder;
import dateline.launcher.embedded.EmbeddedDatabase;
import dateline.launcher.embedded.EmbeddedKafka;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.sink.Sink;
import dateline.sink.archive.ArchiveConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All services of the pipeline in this process, on the broker and the database of the configuration or, where it names
 * none, on embedded ones.
 */
final class Services {
    private static final Logger log = LoggerFactory.getLogger(Services.class);

    private final KafkaConfig kafka;
    private final Ingest ingest;
    private final Enrich enrich;
    private final Sink sink;

    private Services(KafkaConfig kafka, Ingest ingest, Enrich enrich, Sink sink) {
        this.kafka = kafka;
        this.ingest = ingest;
        this.enrich = enrich;
        this.sink = sink;
    }

    /** Makes them ready: what they stand on runs, the topics are there, nothing flows yet. */
    static Services on(Settings settings, DataFolder data, Shutdown shutdown) throws Exception {
        KafkaConfig kafka;
        @Nullable ArchiveConfig archive;
        Annotator annotator;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<KafkaConfig> broker = threads.submit(() -> kafka(settings, data, shutdown));
            Future<@Nullable ArchiveConfig> database = threads.submit(() -> archive(settings, data, shutdown));
            Future<Annotator> lists = threads.submit(() -> Enrich.annotator(settings.enrich()));
            kafka = broker.get();
            archive = database.get();
            annotator = lists.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        ensureTopics(settings, kafka);
        data.announce(kafka.bootstrapServers());

        var sink = new Sink(kafka, settings.sinkConfig(archive), data.state());
        var enrich = new Enrich(kafka, settings.enrich(), settings.kafka().kinShares(), data.state(), annotator);
        var ingest = new Ingest(kafka, settings.ingestConfig(), data.state());
        shutdown.closing(new Together(List.of(ingest, enrich, sink)));
        return new Services(kafka, ingest, enrich, sink);
    }

    /** Lets copy flow. */
    void start() throws Exception {
        sink.start();
        enrich.start();
        ingest.start();
    }

    KafkaConfig kafka() {
        return kafka;
    }

    /** Where the HTTP API answers, once they are started; empty if another process archives. */
    Optional<URI> api() {
        return sink.address();
    }

    /** Whether the archive has no backlog of words to index. */
    boolean searchable() {
        return sink.isSearchable();
    }

    /** Where copy may be pushed, once they are started; empty if no feed is pushed. */
    Optional<URI> receiver() {
        return ingest.port().stream()
                .mapToObj(port -> URI.create("http://127.0.0.1:" + port))
                .findFirst();
    }

    static void ensureTopics(Settings settings, KafkaConfig kafka) throws Failure {
        new TopicSetup(kafka, settings.kafka())
                .ensure(settings.topics(kafka.topics()))
                .forEach((topic, wrong) -> log.warn("topic {} {}", topic, wrong));
    }

    private static KafkaConfig kafka(Settings settings, DataFolder data, Shutdown shutdown) throws Exception {
        Optional<String> servers = settings.kafka().bootstrapServers();
        if (servers.isPresent()) {
            return new KafkaConfig(servers.get(), settings.kafka().properties());
        }
        EmbeddedKafka kafka = shutdown.closing(new EmbeddedKafka(data.kafka(), Stage.MAX_RECORD_BYTES));
        return new KafkaConfig(kafka.bootstrapServers(), settings.kafka().properties());
    }

    private static @Nullable ArchiveConfig archive(Settings settings, DataFolder data, Shutdown shutdown)
            throws Exception {
        if (settings.archive() != null || !settings.sink().archive()) {
            return settings.archive();
        }
        EmbeddedDatabase database = shutdown.closing(new EmbeddedDatabase(data.postgres()));
        return new ArchiveConfig(database.url(), null, null);
    }
}
