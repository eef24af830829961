package dateline.launcher;

import dateline.enrich.Enrich;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "enrich",
        description =
                "Runs enrich alone: keeps standing versions and tags them. Start as many as there are partitions.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class EnrichCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws Exception {
        return options.run("enrich", (settings, kafka, data) -> {
            var enrich = new Enrich(kafka, settings.enrich(), settings.kafka().kinShares(), data.state());
            return new ServiceOptions.Service() {
                @Override
                public void start() {
                    enrich.start();
                }

                @Override
                public boolean healthy() {
                    return enrich.state().isRunningOrRebalancing();
                }

                @Override
                public void close() {
                    enrich.close();
                }
            };
        });
    }
}
