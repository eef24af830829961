package dateline.launcher;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Watch;
import dateline.launcher.config.ConfigException;
import dateline.launcher.config.ConfigFile;
import dateline.sink.archive.ArchiveConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration file means for whoever deploys it.
 *
 * @param brokers where Kafka is sought; empty where the broker would be embedded
 * @param archive where articles are kept; null where the database would be embedded
 * @param addresses what it listens on, by the key of the configuration
 * @param watched the folders it watches
 */
public record Deployed(
        Optional<String> brokers, @Nullable ArchiveConfig archive, Map<String, Address> addresses, List<Path> watched) {

    /** @throws ConfigException if the services would refuse it */
    public static Deployed read(Path file, Map<String, String> environment) throws ConfigException {
        Settings settings = new ConfigFile(environment).read(file, Settings.class);
        var receive = settings.ingestConfig().receive();
        return new Deployed(
                settings.kafka().bootstrapServers(),
                settings.archive(),
                Map.of(
                        "ingest.receive", new Address(receive.host(), receive.port()),
                        "api", new Address(settings.api().host(), settings.api().port()),
                        "health",
                                new Address(
                                        settings.health().host(),
                                        settings.health().port())),
                settings.feeds().stream()
                        .map(Feed::source)
                        .flatMap(source -> source instanceof Watch watch
                                ? List.of(watch.folder()).stream()
                                : List.<Path>of().stream())
                        .toList());
    }

    /** An address to listen on. */
    public record Address(String host, int port) {
        public boolean isOpenToOthers() {
            return !host.equals("127.0.0.1") && !host.equals("localhost") && !host.equals("::1");
        }
    }
}
