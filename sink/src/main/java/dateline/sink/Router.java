package dateline.sink;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.sink.desk.Desks;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Runs the router's topology. */
public final class Router implements AutoCloseable {
    /** The stage's name: its application id, and so what its dead letters and consumer group are called. */
    public static final String STAGE = "router";

    private static final long ASKING_SECONDS = 20;

    private final KafkaConfig kafka;
    private final SinkConfig config;
    private final Path state;
    private @Nullable Stage stage;

    /** @param state the folder for its store */
    public Router(KafkaConfig kafka, SinkConfig config, Path state) {
        this.kafka = kafka;
        this.config = config;
        this.state = state;
    }

    /** @throws KafkaException if Kafka can't be asked for its topics */
    public void start() {
        stage = new Stage(STAGE, topology(existing()).build(), kafka, state, config.routers());
        stage.start();
    }

    boolean isHealthy() {
        return stage != null && stage.state().isRunningOrRebalancing();
    }

    @Override
    public void close() {
        if (stage != null) {
            stage.close();
        }
    }

    private RouterTopology topology(Set<String> existing) {
        return new RouterTopology(
                kafka.topics(), new Desks(config.desks()), config.regions(), config.topics(), existing);
    }

    /** A desk that was renamed leaves its topic behind; kills must still get there. */
    private Set<String> existing() {
        try (Admin admin = Admin.create(kafka.client())) {
            return admin.listTopics().names().get(ASKING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka at " + kafka.bootstrapServers() + " did not say which topics it has", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
