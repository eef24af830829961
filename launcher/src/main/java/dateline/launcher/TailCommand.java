package dateline.launcher;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.json.ArticleJson;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wire.Article;

@Command(
        name = "tail",
        description = "Follows tagged articles as they arrive.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class TailCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Mixin
    private Reach reach = new Reach();

    @ArgGroup
    private Which which = new Which();

    static final class Which {
        @Option(names = "--region", paramLabel = "SLUG", description = "Only articles about this region.")
        private @Nullable String region;

        @Option(names = "--desk", paramLabel = "NAME", description = "Only articles this desk wants.")
        private @Nullable String desk;
    }

    @Option(names = "--json", description = "A line of JSON for each.")
    private boolean json;

    @Option(names = "--from-beginning", description = "First those that are there already.")
    private boolean fromBeginning;

    @Option(names = "--until-end", description = "Stop after those that are there already.")
    private boolean untilEnd;

    @Override
    public Integer call() throws Exception {
        KafkaConfig kafka = reach.kafka();
        PrintWriter out = spec.commandLine().getOut();
        try (var reader = new TopicReader<>(kafka, topic(kafka.topics()))) {
            if (untilEnd) {
                reader.readAll(record -> print(out, record.value()));
            } else {
                (fromBeginning ? reader.fromBeginning() : reader)
                        .follow(record -> print(out, record.value()), () -> !out.checkError());
            }
        }
        return 0;
    }

    private Topic<Article> topic(Topics topics) {
        if (which.region != null) {
            return topics.region(which.region);
        }
        return which.desk != null ? topics.desk(which.desk) : topics.articles();
    }

    private void print(PrintWriter out, @Nullable Article article) {
        if (article != null) {
            out.println(json ? ArticleJson.line(article) : ArticleText.of(article));
            out.flush();
        }
    }
}
