package dateline.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that run Dateline as containers, checked where no engine can run them; and each check seen to fail. */
class DeploymentTest {
    private final Deployment shipped = Deployment.shipped();

    @Test
    void whatTheComposeFileNamesIsThere() {
        assertThat(ComposeDefects.of(shipped)).isEmpty();
    }

    @Test
    void whatTheImageIsMadeOfIsThere() {
        assertThat(ImageDefects.of(shipped)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            docker-compose.yml | restart: unless-stopped | restrat: always | schema:
            docker-compose.yml | cap_drop: [ALL] | cap_drop: ALL | schema:
            docker-compose.yml | condition: service_healthy | condition: service_ready | schema:
            docker-compose.yml | command: [enrich, | command: [enrihc, | enrich: dateline does not understand its command
            docker-compose.yml | command: [enrich, | command: [sink, | enrich: its command is [sink
            docker-compose.yml | --data, | --date, | dateline does not understand its command
            docker-compose.yml | ${BIND:-127.0.0.1}:${API_PORT | 0.0.0.0:${API_PORT | sink: open to every network
            docker-compose.yml | :8080" | :8090" | sink: nothing listens on the published port 8090
            docker-compose.yml | :8087" | :8088" | ingest: nothing listens on the published port 8088
            docker-compose.yml | :9094" | :9095" | kafka: nothing listens on the published port 9095
            docker-compose.yml | healthy, "8081" | healthy, "8082" | its health check [CMD, /opt/dateline/bin/healthy, 8082] does not ask at port 8081
            docker-compose.yml | ${WIRES:-wires} | ${WIRES:-drops} | variable WIRES is usually "drops", not "wires"
            docker-compose.yml | ${WIRES:-wires} | ${INBOX:-wires} | variable INBOX is not in .env.example
            docker-compose.yml | ${WIRES:-wires}:/wires | wires:/inbox | ingest: the watched folder /wires/in is in no volume
            docker-compose.yml | ${POSTGRES_PASSWORD} | swordfish | sink: ARCHIVE_PASSWORD is written into the file
            docker-compose.yml | ${POSTGRES_PASSWORD:?is missing; copy .env.example to .env and fill it in} | ${POSTGRES_PASSWORD:-swordfish} | postgres: POSTGRES_PASSWORD is written into the file
            docker-compose.yml | ARCHIVE_USER: dateline | ARCHIVE_USER: postgres | sink: the database knows no such user
            docker-compose.yml | ARCHIVE_USER: | ARCHIVE_NAME: | sink: nothing reads its variable ARCHIVE_NAME
            docker-compose.yml | postgres:5432/dateline | postgres:5432/wires | sink: its archive is at jdbc:postgresql://postgres:5432/wires
            docker-compose.yml | KAFKA_BOOTSTRAP_SERVERS: kafka:9092 | KAFKA_BOOTSTRAP_SERVERS: kafka:9093 | ingest: no broker advertises kafka:9093
            docker-compose.yml | KAFKA_BOOTSTRAP_SERVERS: | BROKER: | ${KAFKA_BOOTSTRAP_SERVERS} is not set in the environment
            docker-compose.yml | WIRE_TOKEN: | TOKEN: | ${WIRE_TOKEN} is not set in the environment
            docker-compose.yml | - ingest:/var | - inegst:/var | volume inegst is not declared
            docker-compose.yml | - ingest:/var | - sink:/var | volume ingest is used by no service
            docker-compose.yml | - ingest:/var/lib/dateline | - ingest:/var/lib/data | ingest: its stores in "/var/lib/dateline" are in no volume
            docker-compose.yml | - /var/lib/dateline | - sink:/var/lib/dateline | enrich: two instances would be in each other's way
            docker-compose.yml | ./deploy/dateline.yml | ./deploy/datelin.yml | there is no ./deploy/datelin.yml to mount
            docker-compose.yml | target: /etc/dateline/dateline.yml | target: /etc/dateline.yml | its configuration "/etc/dateline/dateline.yml" is not mounted
            docker-compose.yml | read_only: true | read_only: false | is not mounted to be read
            docker-compose.yml | postgres: { condition | postgers: { condition | sink: waits for postgers, which is no service
            docker-compose.yml | service_healthy | service_started | enrich: waits for kafka to be service_started, not healthy
            docker-compose.yml | kafka:4.3.1 | kafka:latest | kafka: image "apache/kafka:latest" has no tag that pins it
            docker-compose.yml | kafka:4.3.1 | kafka:4.2.0 | kafka: image apache/kafka:4.2.0 is not the release of our clients
            docker-compose.yml | KAFKA_NODE_ID | KAFKA_NODE_NUMBER | kafka: there is no setting node.number
            docker-compose.yml | broker,controller | broker,manager | kafka: the broker refuses its settings
            docker-compose.yml | INSIDE://:9092, | `` | kafka: the broker refuses its settings
            docker-compose.yml | 33554432 | 1048588 | kafka: message.max.bytes is below our largest record
            docker-compose.yml | kafka:/var/lib/kafka/data | kafka:/tmp/data | kafka: its data in /var/lib/kafka/data is in no volume
            docker-compose.yml | "localhost:9092" | "localhost:9192" | kafka: the health check asks at no port of the broker's
            docker-compose.yml | postgres:18.6 | postgres:17.6 | postgres: image postgres:17.6 is not the release of the embedded one
            docker-compose.yml | postgres:/var/lib/postgresql | postgres:/var/lib/postgresql/data | postgres: its data would be lost
            docker-compose.yml | $$POSTGRES_DB | $$POSTGRES_NAME | postgres: its health check asks for POSTGRES_NAME
            .env.example | #BIND=127.0.0.1 | #BIND=0.0.0.0 | variable BIND is usually "127.0.0.1"
            .env.example | #API_PORT | #WEB_PORT | variable WEB_PORT of .env.example is used nowhere
            .env.example | WIRE_TOKEN= | WIRE_TOKEN=letmein-letmein-letmein | variable WIRE_TOKEN has a value in .env.example
            deploy/dateline.yml | partitions: 4 | partition: 4 | ingest: its configuration
            deploy/dateline.yml | port: 8080 | port: 8090 | image: it exposes [8080, 8087], and the configuration listens on [8087, 8090]
            deploy/dateline.yml | host: 0.0.0.0, port: 8087 | host: 127.0.0.1, port: 8087 | ingest: nothing listens on the published port 8087
            deploy/dateline.yml | port: 8081 | port: 8082 | image: its health check does not ask at port 8082
            deploy/dateline.yml | folder: /wires/in | folder: /inbox | ingest: the watched folder /inbox is in no volume
            Dockerfile | bin/healthy deploy/dateline | deploy/dateline | ingest: there is no /opt/dateline/bin/healthy in the image
            """)
    void aSlipInAnyOfThemIsNamed(String file, String text, String other, String defect) {
        assertThat(ComposeDefects.of(shipped.with(file, text, other == null ? "" : other)))
                .anySatisfy(found -> assertThat(found).contains(defect));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Dockerfile | temurin:25-jre-noble | temurin:21-jre-noble | has no JDK 25, which the build is for
            Dockerfile | temurin:25-jre-noble | temurin | has no tag that pins it
            Dockerfile | temurin:25-jre-noble | temurin:latest | has no tag that pins it
            Dockerfile | maven:3.9-eclipse-temurin-25 | maven:3.25-eclipse-temurin-21 | has no JDK 25, which the build is for
            Dockerfile | --from=build /ours | --from=built /ours | there is no stage built to copy from
            Dockerfile | bin/healthy | bin/helathy | there is no bin/helathy to copy
            Dockerfile | COPY benchmarks/pom.xml benchmarks/ | `` | benchmarks/pom.xml is not copied
            Dockerfile | COPY sink/src sink/src | `` | sink/src is not copied, and the launcher needs it
            Dockerfile | USER 10001:10001 | `` | it runs as root
            Dockerfile | USER 10001:10001 | USER 0 | it runs as root
            Dockerfile | USER 10001:10001 | USER dateline | user dateline is no number
            Dockerfile | ENTRYPOINT ["/opt/dateline/bin/dateline"] | ENTRYPOINT /opt/dateline/bin/dateline | ENTRYPOINT is missing or a shell's line
            Dockerfile | ENTRYPOINT ["/opt/dateline/bin/dateline"] | ENTRYPOINT ["/opt/dateline/dateline"] | which is not copied into it
            Dockerfile | HEALTHCHECK | #HEALTHCHECK | HEALTHCHECK is missing
            Dockerfile | ENV PATH= | ENV WIRE_TOKEN="letmein" PATH= | a secret would stay in it
            .dockerignore | !*/src | `` | .dockerignore keeps schemas/src from the build
            .dockerignore | !deploy/dateline | `` | .dockerignore keeps deploy/dateline from the build
            .dockerignore | *\\n!.mvn | !.mvn | .dockerignore lets .env into the build
            deploy/dateline | exec java | java | no exec
            deploy/dateline | dateline.launcher.Dateline | dateline.launcher.Datelin | there is no dateline.launcher.Datelin to start
            """)
    void aSlipInTheImageIsNamed(String file, String text, String other, String defect) {
        assertThat(ImageDefects.of(shipped.with(file, text.replace("\\n", "\n"), other == null ? "" : other)))
                .anySatisfy(found -> assertThat(found).contains(defect));
    }
}
