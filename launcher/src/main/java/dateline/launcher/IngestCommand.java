package dateline.launcher;

import dateline.ingest.Ingest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "ingest",
        description = "Runs ingest alone: collects the feeds, and reads what they filed into wire.items.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws Exception {
        return options.run("ingest", (settings, kafka, data) -> {
            var ingest = new Ingest(kafka, settings.ingestConfig(), data.state());
            return new ServiceOptions.Service() {
                @Override
                public void start() throws Exception {
                    ingest.start();
                }

                @Override
                public boolean healthy() {
                    return ingest.isHealthy();
                }

                @Override
                public String started() {
                    return ingest.port().isPresent()
                            ? "and receives at port " + ingest.port().getAsInt()
                            : "";
                }

                @Override
                public void close() {
                    ingest.close();
                }
            };
        });
    }
}
