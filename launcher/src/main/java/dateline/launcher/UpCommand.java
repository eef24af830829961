package dateline.launcher;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Watch;
import dateline.launcher.embedded.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = {
            "Runs all services in one process, on your dateline.yml.",
            "The broker and the database are embedded unless kafka.bootstrap.servers and archive.url are set."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class UpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--watch", paramLabel = "FOLDER", description = "Take in the files dropped into this folder, too.")
    private List<Path> watch = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Settings settings = options.settings().with(watched());
        PrintWriter out = spec.commandLine().getOut();
        try (var shutdown = new Shutdown()) {
            DataFolder data = shutdown.closing(DataFolder.take(options.data()));
            Logs.toFile(data.logs(), options.verbose());
            Services services = Services.on(settings, data, shutdown);
            try (var tally = new Tally(services.kafka(), out)) {
                services.start();
                print(out, settings, services);
                tally.run(shutdown::wanted);
            }
        }
        return 0;
    }

    private void print(PrintWriter out, Settings settings, Services services) {
        List<String> feeds = settings.feeds().stream().map(Feed::name).toList();
        services.api().ifPresent(address -> out.println("API        " + address + "/api/articles"));
        services.receiver().ifPresent(address -> out.println("push       " + address + "/wire/{feed}"));
        out.println("Kafka      " + services.kafka().bootstrapServers());
        out.println("feeds      "
                + (feeds.isEmpty()
                        ? "none yet: name some in dateline.yml, or drop files into a folder given with --watch"
                        : String.join(", ", feeds)));
        out.println("Ctrl-C stops it; everything is kept in " + options.data());
        out.flush();
    }

    private List<Feed> watched() {
        return watch.stream().map(UpCommand::feed).toList();
    }

    private static Feed feed(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return new Feed(name.isEmpty() ? "watched" : name, null, null, null, null, false, null, Watch.of(folder), null);
    }
}
