package dateline.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wire.DeadLetter;

@Command(
        name = "dead-letters",
        description = "Shows the records that no stage could use, and sends them round again.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class,
        synopsisSubcommandLabel = "(list | show | retry)")
final class DeadLettersCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with them: list, show or retry");
    }

    @Command(
            name = "list",
            description = "Lists those that wait: id, failed at, stage, defect, detail.",
            mixinStandardHelpOptions = true)
    void list(
            @Mixin Reach reach,
            @Option(names = "--defect", description = "Only those with this defect.") @Nullable String defect)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, List<DeadLetter>> waiting = box(reach).waiting();
        int count = 0;
        for (List<DeadLetter> letters : waiting.values()) {
            for (DeadLetter letter : letters) {
                if (defect == null || letter.getDefect().equalsIgnoreCase(defect)) {
                    out.printf(
                            "%s\t%s\t%s\t%s\t%s%n",
                            DeadLetterBox.id(letter),
                            letter.getFailed(),
                            letter.getStage(),
                            letter.getDefect(),
                            oneLine(letter.getDetail()));
                    count++;
                }
            }
        }
        out.flush();
        spec.commandLine().getErr().printf("%d dead letter%s%n", count, count == 1 ? "" : "s");
    }

    @Command(
            name = "show",
            description = "Shows one whole, with the bytes it came with.",
            mixinStandardHelpOptions = true)
    void show(
            @Mixin Reach reach,
            @Parameters(paramLabel = "ID", description = "As list gives it: topic/partition/offset.") String id,
            @Option(names = "--bytes", description = "Only the record's value, byte for byte.") boolean bytes)
            throws Exception {
        List<DeadLetter> letters = found(box(reach).waiting(), List.of(id)).getFirst();
        DeadLetter letter = letters.getFirst();
        byte[] value = Objects.requireNonNullElse(DeadLetterBox.bytes(letter.getValue()), new byte[0]);
        if (bytes) {
            System.out.write(value);
            System.out.flush();
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf("id        %s%n", id);
        for (DeadLetter each : letters) {
            out.printf("failed    %s in %s at %s%n", each.getFailed(), each.getStage(), each.getStep());
            out.printf("defect    %s: %s%n", each.getDefect(), oneLine(each.getDetail()));
        }
        out.printf("attempts  %d%n", letter.getAttempts());
        byte[] key = Objects.requireNonNullElse(DeadLetterBox.bytes(letter.getKey()), new byte[0]);
        out.printf("key       %s%n", oneLine(new String(key, StandardCharsets.UTF_8)));
        out.printf(
                "value     %d bytes%n%n%s%n",
                value.length, new RecordText(reach.kafka().topics()).of(letter.getTopic(), value));
        out.flush();
    }

    @Command(
            name = "retry",
            description = "Sends their records round again, to the topic they were on.",
            mixinStandardHelpOptions = true)
    void retry(
            @Mixin Reach reach,
            @Parameters(paramLabel = "ID", arity = "0..*", description = "As list gives it: topic/partition/offset.")
                    @Nullable
                    List<String> ids,
            @Option(names = "--all", description = "All that wait.") boolean all)
            throws Exception {
        if (all == (ids != null && !ids.isEmpty())) {
            CommandLine command = Objects.requireNonNull(spec.subcommands().get("retry"));
            throw new ParameterException(command, "name the dead letters to send round again, or say --all");
        }
        DeadLetterBox box = box(reach);
        Map<String, List<DeadLetter>> waiting = box.waiting();
        List<List<DeadLetter>> chosen = ids == null || all ? new ArrayList<>(waiting.values()) : found(waiting, ids);
        box.retry(chosen);
        chosen.forEach(letters -> spec.commandLine().getOut().println(DeadLetterBox.id(letters.getFirst())));
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().printf("%d sent round again%n", chosen.size());
    }

    private static DeadLetterBox box(Reach reach) throws Exception {
        return new DeadLetterBox(reach.kafka(), Clock.systemUTC());
    }

    private static List<List<DeadLetter>> found(Map<String, List<DeadLetter>> waiting, List<String> ids)
            throws Failure {
        var found = new ArrayList<List<DeadLetter>>();
        for (String id : ids) {
            List<DeadLetter> letters = waiting.get(id);
            if (letters == null) {
                throw new Failure("no dead letter waits as %s; see dateline dead-letters list".formatted(id));
            }
            found.add(letters);
        }
        return found;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}]+", " ");
    }
}
