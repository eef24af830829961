package dateline.launcher;

import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The options of a service that runs alone, on a broker of the user's, and the frame it runs in. */
final class ServiceOptions extends ConfigOptions {
    private static final Logger log = LoggerFactory.getLogger(ServiceOptions.class);

    /** One service, made and started; closing it stops it. */
    interface Service extends AutoCloseable {
        void start() throws Exception;

        boolean healthy();

        @Override
        void close();

        /** What it has to say of itself once it runs: addresses, mostly. */
        default String started() {
            return "";
        }
    }

    /** Makes a service of the configuration. */
    interface Maker {
        Service make(Settings settings, KafkaConfig kafka, DataFolder data) throws Exception;
    }

    /** Runs it until the process is told to stop. */
    int run(String name, Maker maker) throws Exception {
        Settings settings = settings();
        String servers = settings.kafka()
                .bootstrapServers()
                .orElseThrow(() -> new Failure(
                        "dateline %s needs a broker of its own: set kafka.bootstrap.servers in the configuration (dateline up brings an embedded one)"
                                .formatted(name)));
        try (var shutdown = new Shutdown()) {
            DataFolder data = shutdown.closing(DataFolder.take(data()));
            Logs.toFile(data.logs(), verbose());
            var kafka = new KafkaConfig(servers, settings.kafka().properties());
            Services.ensureTopics(settings, kafka);
            Service service = shutdown.closing(maker.make(settings, kafka, data));
            service.start();
            BooleanSupplier healthy = service::healthy;
            if (settings.health().port() > 0) {
                shutdown.closing(new HealthServer(settings.health(), healthy));
            }
            log.info("{} runs on Kafka at {} {}", name, servers, service.started());
            shutdown.await();
        }
        return 0;
    }
}
