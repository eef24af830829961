package dateline.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.launcher.config.ConfigException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The dateline command. It exits with 0 when it is done, 1 when it failed and 2 when it was not understood. */
@Command(
        name = "dateline",
        description = "A streaming pipeline for news wires.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            IngestCommand.class,
            EnrichCommand.class,
            SinkCommand.class,
            ParseCommand.class,
            ExtractCommand.class,
            AnnotateCommand.class,
            GazetteerCommand.class,
            TailCommand.class,
            DeadLettersCommand.class,
            ReplayCommand.class,
            TopicsCommand.class,
            TopologyCommand.class,
            ModelCommand.class,
            BenchCommand.class
        })
public final class Dateline implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    public static void main(String[] arguments) {
        // Avro makes objects of no class that it is not told to trust.
        System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "wire");
        Logs.toConsole(false);
        // Lines end and letters are written as the readers of our output expect, whatever this machine's locale is.
        var out = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8));
        System.exit(command().setOut(out).execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Dateline())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Dateline::failed)
                .setParameterExceptionHandler(Dateline::notUnderstood);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing; see dateline --help");
    }

    /** What people can mend is a line; what they cannot is a bug, and its trace goes with it. */
    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        switch (failure) {
            case ConfigException e -> err.println("dateline: " + e.getMessage());
            case Failure e -> err.println("dateline: " + e.getMessage());
            case IOException e -> err.println("dateline: " + e.getMessage());
            case KafkaException e -> err.println("dateline: Kafka: " + e.getMessage());
            default -> {
                err.println("dateline: " + failure);
                failure.printStackTrace(err);
            }
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int notUnderstood(ParameterException mistake, String[] arguments) {
        PrintWriter err = mistake.getCommandLine().getErr();
        err.println("dateline: " + mistake.getMessage());
        err.println("  see " + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Dateline.class.getPackage().getImplementationVersion();
            return new String[] {"dateline " + (version == null ? "(built in place)" : version)};
        }
    }
}
