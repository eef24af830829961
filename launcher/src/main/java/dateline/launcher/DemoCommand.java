package dateline.launcher;

import dateline.launcher.config.ConfigException;
import dateline.launcher.config.ConfigFile;
import dateline.launcher.demo.DemoWires;
import dateline.launcher.embedded.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wire.Article;

@Command(
        name = "demo",
        description = {
            "Runs all of Dateline in one process, with invented wires played to it over HTTP, as files and pushed:",
            "watch stories arrive, one corrected, one killed, one embargoed until its time."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where it keeps everything; .data/demo unless given.")
    private Path folder = Path.of(".data/demo");

    @Option(names = "--port", description = "The HTTP API's port; 8080 unless given, 0 for any that is free.")
    private int port = 8080;

    @Option(
            names = {"-v", "--verbose"},
            description = "More of what goes on, on standard error.")
    private boolean verbose;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (var shutdown = new Shutdown()) {
            DataFolder data = shutdown.closing(DataFolder.take(folder));
            Logs.toFile(data.logs(), verbose);
            var wires = shutdown.closing(new DemoWires(folder, event -> print(out, "--        " + event + "\n")));
            Services services = Services.on(settings(wires), data, shutdown);
            try (var arriving = new TopicReader<>(
                    services.kafka(), services.kafka().topics().articles())) {
                services.start();
                print(out, """
                        Dateline runs. Ctrl-C stops it; everything is kept in %s, and a second start goes on from there.
                        API       %s/api/articles
                        Kafka     %s
                        """.formatted(
                        folder, services.api().orElseThrow(), services.kafka().bootstrapServers()));
                wires.play(services.receiver().orElseThrow());
                arriving.follow(record -> show(out, record), shutdown::wanted);
            }
        }
        return 0;
    }

    private Settings settings(DemoWires wires) throws ConfigException, IOException {
        String text = new String(DemoWires.copy("dateline.yml"), StandardCharsets.UTF_8);
        return new ConfigFile(Map.of("PORT", String.valueOf(port)))
                .read("demo/dateline.yml", text, Settings.class)
                .with(wires.feeds());
    }

    private static void show(PrintWriter out, ConsumerRecord<String, Article> record) {
        if (record.value() != null) {
            print(out, ArticleText.of(record.value()));
        }
    }

    private static void print(PrintWriter out, String text) {
        out.println(text.stripTrailing() + "\n");
        out.flush();
    }
}
