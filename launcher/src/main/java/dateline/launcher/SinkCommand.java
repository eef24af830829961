package dateline.launcher;

import dateline.sink.Sink;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "sink",
        description =
                "Runs sink alone: routes articles to tagged topics, archives them and answers the HTTP API, or what of it sink.routers and sink.archive leave.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class SinkCommand implements Callable<Integer> {
    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws Exception {
        return options.run("sink", (settings, kafka, data) -> {
            if (settings.sink().archive() && settings.archive() == null) {
                throw new Failure(
                        "dateline sink needs a database of its own: set archive.url in the configuration (dateline up brings an embedded one), or sink.archive to false to route only");
            }
            var sink = new Sink(kafka, settings.sinkConfig(settings.archive()), data.state());
            return new ServiceOptions.Service() {
                @Override
                public void start() throws Exception {
                    sink.start();
                }

                @Override
                public boolean healthy() {
                    return sink.isHealthy();
                }

                @Override
                public String started() {
                    return sink.address()
                            .map(address -> "and answers at " + address)
                            .orElse("");
                }

                @Override
                public void close() {
                    sink.close();
                }
            };
        });
    }
}
