package dateline.launcher;

import dateline.enrich.place.GazetteerBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "gazetteer",
        description = "Makes places files, from which places are told by their names.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class,
        subcommands = GazetteerCommand.Build.class)
final class GazetteerCommand {
    private GazetteerCommand() {}

    @Command(
            name = "build",
            description = {
                "Builds a places file of the lists in a folder; enrich.gazetteer in dateline.yml then names it.",
                "The lists are GeoNames' own dumps: allCountries.txt or one of cities500.txt to cities15000.txt, countryInfo.txt"
                        + " and, if they are there, admin1CodesASCII.txt and alternateNamesV2.txt;"
                        + " or the tables that docs/places.md describes."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Dateline.Version.class)
    static final class Build implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it
        private CommandSpec spec;

        @Option(names = "--in", required = true, paramLabel = "FOLDER", description = "Where the lists are.")
        private @Nullable Path lists;

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "The places file to write.")
        private @Nullable Path file;

        @Option(
                names = "--fewest",
                defaultValue = "500",
                paramLabel = "PEOPLE",
                description = "Towns with fewer people are left out of a GeoNames dump. Default: ${DEFAULT-VALUE}")
        private int fewest;

        @Override
        public Integer call() throws Failure {
            if (lists == null || file == null) {
                throw new IllegalStateException("picocli asks for both");
            }
            try {
                spec.commandLine().getErr().println(GazetteerBuilder.build(lists, file, fewest));
            } catch (IOException e) {
                throw new Failure("the gazetteer cannot be built: " + e.getMessage(), e);
            }
            return 0;
        }
    }
}
