package dateline.launcher;

import dateline.enrich.Enrich;
import dateline.ingest.ReaderTopology;
import dateline.ingest.format.Formats;
import dateline.schemas.Encoding;
import dateline.schemas.Topics;
import dateline.sink.RouterTopology;
import dateline.sink.desk.Desks;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "topology",
        description = "Prints the steps and stores of each stage.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class TopologyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text());
        out.flush();
        return 0;
    }

    static String text() {
        var topics = new Topics(new Encoding.SingleObject());
        return """
                reader: wire.raw to wire.items

                %s
                enrich: wire.items to wire.articles

                %s
                router: wire.articles to the tagged topics

                %s""".formatted(
                        new ReaderTopology(topics, Formats.installed(), Clock.systemUTC())
                                .build()
                                .describe(),
                        Enrich.topology(topics).describe(),
                        new RouterTopology(topics, new Desks(Map.of()), List.of(), List.of(), Set.of())
                                .build()
                                .describe());
    }
}
