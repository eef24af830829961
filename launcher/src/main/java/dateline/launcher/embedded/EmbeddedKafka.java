package dateline.launcher.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker and controller in this process (KRaft), for this machine alone. What it holds survives the process,
 * however that ends; its ports change with each start.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String HOST = "localhost";

    private final int port = FreePort.find();
    private final KafkaRaftServer server;

    /**
     * Starts a broker on the folder, formatting it if it is new.
     *
     * @param maxRecordBytes the largest record it takes
     */
    public EmbeddedKafka(Path folder, int maxRecordBytes) throws Exception {
        Files.createDirectories(folder);
        var config = new KafkaConfig(settings(folder, FreePort.find(), maxRecordBytes), false);
        format(folder);
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    /** Where clients begin. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    private Properties settings(Path folder, int controllerPort, int maxRecordBytes) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        settings.put("message.max.bytes", String.valueOf(maxRecordBytes));
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // One broker: nothing to replicate to, and few clients, so few partitions for its own topics.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // After kill -9 the controller takes the broker's new incarnation only once the old one's session has run out.
        settings.put("broker.session.timeout.ms", "1500");
        settings.put("broker.heartbeat.interval.ms", "300");
        return settings;
    }

    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    @Override
    public void close() throws IOException {
        server.shutdown();
        server.awaitShutdown();
    }
}
