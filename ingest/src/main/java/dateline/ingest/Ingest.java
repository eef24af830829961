package dateline.ingest;

import dateline.ingest.feed.Feed;
import dateline.ingest.format.Formats;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The ingest service: collectors that land what feeds file on wire.raw, and the reader that makes wire items of it. */
public final class Ingest implements AutoCloseable {
    /** The reader's name: its application id, consumer group and the stage on its dead letters. */
    public static final String READER = "reader";

    private final @Nullable Collectors collectors;
    private final @Nullable Stage reader;

    /**
     * @param state the folder for the reader's state
     * @throws IllegalArgumentException if a feed names a format that is not installed
     */
    public Ingest(KafkaConfig kafka, IngestConfig config, Path state) {
        this(kafka, config, state, Formats.installed(), Clock.systemUTC());
    }

    Ingest(KafkaConfig kafka, IngestConfig config, Path state, Formats formats, Clock clock) {
        for (Feed feed : config.feeds()) {
            if (feed.format() != null && !formats.names().contains(feed.format())) {
                throw new IllegalArgumentException("feed %s has the format \"%s\"; the installed ones are %s"
                        .formatted(feed.name(), feed.format(), String.join(", ", formats.names())));
            }
        }
        reader = config.readers() == 0
                ? null
                : new Stage(
                        READER,
                        new ReaderTopology(kafka.topics(), formats, clock).build(),
                        kafka,
                        state,
                        config.readers());
        collectors = config.collect() ? new Collectors(kafka, config, clock) : null;
    }

    /**
     * Begins to read and to collect.
     *
     * @throws IOException if pushed copy cannot be received where the configuration says
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached
     */
    public void start() throws IOException {
        if (reader != null) {
            reader.start();
        }
        if (collectors != null) {
            collectors.start();
        }
    }

    /** Whether what was collected is read; true where another process reads. */
    public boolean isHealthy() {
        return reader == null || reader.state().isRunningOrRebalancing();
    }

    /** The port that pushed copy is received at, once started; empty if no feed is pushed. */
    public OptionalInt port() {
        return collectors == null ? OptionalInt.empty() : collectors.port();
    }

    /** Stops collecting, then reading; both let go within four seconds. */
    @Override
    public void close() {
        Thread closing = Thread.ofVirtual().start(() -> {
            if (reader != null) {
                reader.close();
            }
        });
        if (collectors != null) {
            collectors.close();
        }
        try {
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
