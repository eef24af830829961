package dateline.enrich;

import dateline.enrich.entity.Taggers;
import dateline.enrich.tag.Annotator;
import dateline.enrich.tag.Enricher;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/** Enrichment as a running service. */
public final class Enrich implements AutoCloseable {
    /** Its application id and so its consumer group. */
    public static final String NAME = "enrich";

    private final Stage stage;

    /**
     * @param state the folder for its stores
     * @param shares into how many parts the index of kin is split: the partitions of its topic, and the same for all instances
     */
    public Enrich(KafkaConfig kafka, EnrichConfig config, int shares, Path state) {
        this(kafka, config, shares, state, annotator(config));
    }

    /**
     * @param shares into how many parts the index of kin is split: the partitions of its topic, and the same for all instances
     * @param state the folder for its stores
     * @param annotator takes a while to make, so it may be made while Kafka starts
     */
    public Enrich(KafkaConfig kafka, EnrichConfig config, int shares, Path state, Annotator annotator) {
        stage = new Stage(NAME, topology(kafka.topics(), config, shares, annotator), kafka, state, config.threads());
    }

    /** What tags copy under this configuration; it takes a while to make. */
    public static Annotator annotator(EnrichConfig config) {
        try {
            return new Annotator(config.allRegions(), config.gazetteer(), Taggers.open(config.tagger()));
        } catch (IOException e) {
            throw new UncheckedIOException("enrich.tagger cannot be used: " + e.getMessage(), e);
        }
    }

    /** What it runs. */
    public static Topology topology(Topics topics) {
        return topology(topics, EnrichConfig.DEFAULT, 1, new Annotator());
    }

    /**
     * What it runs.
     *
     * @param shares into how many parts the index of kin is split: the partitions of its topic
     */
    public static Topology topology(Topics topics, EnrichConfig config, int shares, Annotator annotator) {
        return new EnrichTopology(topics, new Enricher(annotator, config.home(), Clock.systemUTC()), config, shares)
                .build();
    }

    public void start() {
        stage.start();
    }

    /** Running, rebalancing, in error …, as Kafka Streams says it. */
    public KafkaStreams.State state() {
        return stage.state();
    }

    @Override
    public void close() {
        stage.close();
    }
}
