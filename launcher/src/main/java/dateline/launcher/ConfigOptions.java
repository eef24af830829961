package dateline.launcher;

import dateline.launcher.config.ConfigException;
import dateline.launcher.config.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that needs the configuration. */
class ConfigOptions {
    private static final Path USUAL = Path.of("dateline.yml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration; dateline.yml in this folder unless given.")
    private @Nullable Path config;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where stores, logs and the embedded broker and database live; .data unless given.")
    private Path data = Path.of(".data");

    @Option(
            names = {"-v", "--verbose"},
            description = "More of what goes on, on standard error.")
    private boolean verbose;

    Path data() {
        return data;
    }

    boolean verbose() {
        return verbose;
    }

    /** What the configuration says; the usual where there is no file and none was named. */
    Settings settings() throws ConfigException {
        if (config == null && !Files.exists(USUAL)) {
            return Settings.USUAL;
        }
        return new ConfigFile(System.getenv()).read(config == null ? USUAL : config, Settings.class);
    }
}
