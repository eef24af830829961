package dateline.launcher;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.launcher.deploy.Images;
import dateline.schemas.Stage;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka and PostgreSQL in containers, of the very images that docker-compose.yml names. */
final class ContainerGround implements Ground {
    private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(Images.of("kafka")))
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", String.valueOf(Stage.MAX_RECORD_BYTES))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    private final PostgreSQLContainer database = new PostgreSQLContainer(DockerImageName.parse(Images.of("postgres")));

    private ContainerGround() {
        Startables.deepStart(kafka, database).join();
    }

    /** Skips the test, and says why, where no container engine answers. */
    static ContainerGround wherePossible() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no container engine answers on this machine (tried DOCKER_HOST and the usual sockets)");
        return new ContainerGround();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String archiveUrl() {
        return database.getJdbcUrl();
    }

    @Override
    public String archiveUser() {
        return database.getUsername();
    }

    @Override
    public String archivePassword() {
        return database.getPassword();
    }

    @Override
    public void close() {
        kafka.close();
        database.close();
    }
}
