package dateline.launcher;

import dateline.launcher.replay.Change;
import dateline.launcher.replay.ChangeText;
import dateline.launcher.replay.Diff;
import dateline.schemas.KafkaConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Runs what was filed again under today's code and rules, beside the live",
            "pipeline, and prints what would be otherwise. Changes nothing unless told to swap."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class ReplayCommand implements Callable<Integer> {
    static final int USUAL_RATE = 200;

    private static final int MOST_LINES = 50;
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})(m|h|d)");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Mixin
    private Reach reach = new Reach();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "TIME",
            description = "What landed from then on: 2026-11-07T10:15:00Z, 2026-11-07 (UTC), or 90m, 36h, 7d ago.")
    private String from = "";

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Where to begin: read, enrich or route; enrich unless given.")
    private Replay.Again stage = Replay.Again.ENRICH;

    @ArgGroup
    private Purpose purpose = new Purpose();

    static final class Purpose {
        @Option(names = "--dry-run", description = "Only print what would change; the usual.")
        @SuppressWarnings("UnusedVariable") // all it does is to rule the other out
        private boolean dryRun;

        @Option(names = "--swap", description = "Make it so: in one transaction, with retractions.")
        private boolean swap;
    }

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "How many records of history a second, so that live copy is not held up; 200 unless given.")
    private int rate = USUAL_RATE;

    @Option(names = "--json", description = "All changes, a line of JSON for each.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || rate > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "--rate is " + rate + ": give 1 to 1000000");
        }
        var plan = new Replay.Plan(time(from, Instant.now()), stage, rate);
        KafkaConfig kafka = reach.kafka();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = reach.data().resolve("replay");
        Logs.toFile(folder, reach.verbose());
        try (var shutdown = new Shutdown()) {
            var replay = new Replay(kafka, reach.settings(), plan, folder, shutdown);
            Replay.Outcome outcome = replay.run(purpose.swap, words -> {
                err.println("dateline: " + words);
                err.flush();
            });
            print(outcome);
        }
        return 0;
    }

    private void print(Replay.Outcome outcome) {
        PrintWriter out = spec.commandLine().getOut();
        Diff diff = outcome.diff();
        if (json) {
            diff.changes().forEach(change -> out.println(ChangeText.json(change)));
        } else {
            diff.changes().stream()
                    .limit(MOST_LINES)
                    .forEach(change -> out.println(RecordText.plain(oneLine(ChangeText.of(change)))));
            if (diff.changes().size() > MOST_LINES) {
                out.printf("… and %d more; --json prints all%n", diff.changes().size() - MOST_LINES);
            }
        }
        PrintWriter words = json ? spec.commandLine().getErr() : out;
        words.printf(
                "items   %d the same, %d changed, %d added, %d lost, %d with another version%n",
                diff.same(),
                diff.count(Change.Kind.CHANGED),
                diff.count(Change.Kind.ADDED),
                diff.count(Change.Kind.LOST),
                diff.count(Change.Kind.OTHER_VERSION));
        words.printf(
                "tags    %d added, %d lost%n",
                diff.sum(change -> change.changes().getTagsAdded()),
                diff.sum(change -> change.changes().getTagsLost()));
        words.printf("topics  %d entered, %d left%n", diff.sum(Change::entered), diff.sum(Change::left));
        words.printf(
                "aside   %d killed, withheld or under embargo, %d that moved on meanwhile, %d dead letters%n",
                diff.unseen(), diff.moved(), outcome.refused());
        words.println(
                purpose.swap
                        ? "swapped %d of %d changes; enrich has told %d of them so far"
                                .formatted(diff.swapped().size(), diff.changes().size(), outcome.told())
                        : "nothing was changed; --swap makes it so");
        out.flush();
        words.flush();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\n\\t]\\s*", " ");
    }

    /** A time, a day or how long ago. */
    private Instant time(String given, Instant now) {
        Matcher ago = AGO.matcher(given);
        try {
            if (ago.matches()) {
                long count = Long.parseLong(ago.group(1));
                return now.minus(
                        switch (ago.group(2)) {
                            case "m" -> Duration.ofMinutes(count);
                            case "h" -> Duration.ofHours(count);
                            default -> Duration.ofDays(count);
                        });
            }
            return given.contains("T")
                    ? Instant.parse(given)
                    : LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--from is \"%s\": give a time such as 2026-11-07T10:15:00Z, a day such as 2026-11-07, or 90m, 36h, 7d"
                            .formatted(given),
                    e);
        }
    }
}
