package dateline.launcher;

import dateline.launcher.config.ConfigException;
import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import java.io.IOException;
import java.util.Optional;

/** The options of commands that look at a running Dateline from outside, and how they find its broker. */
final class Reach extends ConfigOptions {

    /** The broker of the configuration, else the one embedded in the Dateline that works on the data folder now. */
    KafkaConfig kafka() throws ConfigException, IOException, Failure {
        Logs.toConsole(verbose());
        Settings settings = settings();
        Optional<String> configured = settings.kafka().bootstrapServers();
        String servers = configured.isPresent() ? configured.get() : embedded();
        return new KafkaConfig(servers, settings.kafka().properties());
    }

    private String embedded() throws IOException, Failure {
        return DataFolder.broker(data())
                .orElseThrow(() -> new Failure(
                        "no Dateline runs on the data folder %s: start one (dateline up), name its folder with --data, or set kafka.bootstrap.servers in the configuration"
                                .formatted(data())));
    }
}
