package dateline.enrich;

import dateline.enrich.tag.Annotator;
import dateline.enrich.tag.Enricher;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;

/** Enrichment as a running service. */
public final class Enrich implements AutoCloseable {
    /** Its application id and so its consumer group. */
    public static final String NAME = "dateline-enrich";

    private final Stage stage;

    /** @param state the folder for its stores */
    public Enrich(KafkaConfig kafka, EnrichConfig config, Path state) {
        var enricher = new Enricher(new Annotator(), Clock.systemUTC());
        stage = new Stage(NAME, new EnrichTopology(kafka.topics(), enricher).build(), kafka, state, config.threads());
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
