package dateline.launcher;

import dateline.enrich.entity.LinearTagger;
import dateline.enrich.entity.Model;
import dateline.enrich.entity.train.Corpora;
import dateline.enrich.entity.train.Score;
import dateline.enrich.entity.train.Training;
import dateline.enrich.entity.train.Training.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "model",
        description = "The model that finds names.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ModelCommand.Train.class)
final class ModelCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; see dateline model --help");
    }

    /** Prints the figures of a tagger on the corpora' parts that are kept back. */
    static void score(LinearTagger tagger, Path corpora, PrintWriter out) throws IOException {
        Corpora.heldOut(corpora).forEach((name, documents) -> {
            out.printf("%-10s %s%n", name, Score.of(tagger::spans, documents));
            out.flush();
        });
    }

    @Command(
            name = "train",
            description = {
                "Makes a model of names out of corpora, lists and invented copy, and measures it on what it kept back.",
                "The same input makes the same model. docs/tagging.md says which corpora these are."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Dateline.Version.class)
    static final class Train implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it
        private CommandSpec spec;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes.")
        @SuppressWarnings("NullAway.Init") // picocli fills it
        private Path out;

        @Option(
                names = "--corpus",
                required = true,
                paramLabel = "FOLDER",
                description = "The corpora and names of people.")
        @SuppressWarnings("NullAway.Init") // picocli fills it
        private Path corpus;

        @Option(names = "--places", required = true, paramLabel = "FOLDER", description = "Cities and provinces.")
        @SuppressWarnings("NullAway.Init") // picocli fills it
        private Path places;

        @Option(
                names = "--without",
                paramLabel = "CORPUS",
                description = "One to leave out, such as docred. May be repeated.")
        private List<String> without = List.of();

        @Option(
                names = "--with",
                paramLabel = "CORPUS",
                description = "One to add that is not among the usual, such as gmb.")
        private List<String> with = List.of();

        @Override
        public Integer call() throws Exception {
            PrintWriter err = spec.commandLine().getErr();
            Settings settings = Settings.SHIPPED.with(with).without(without);
            Model model = Training.train(corpus, places, settings, words -> {
                err.println(words);
                err.flush();
            });
            try (var to = Files.newOutputStream(out)) {
                model.write(to);
            }
            PrintWriter said = spec.commandLine().getOut();
            said.printf("%s: %d features, %d bytes%n", out, model.features(), Files.size(out));
            score(new LinearTagger(model), corpus, said);
            return 0;
        }
    }
}
