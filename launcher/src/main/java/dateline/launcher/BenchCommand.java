package dateline.launcher;

import dateline.launcher.bench.Figures;
import dateline.launcher.bench.ProcessorTime;
import dateline.launcher.config.ConfigException;
import dateline.launcher.config.ConfigFile;
import dateline.launcher.embedded.DataFolder;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = {
            "Measures the pipeline on this machine: all services and the embedded broker in one process, made-up copy.",
            "The pass-through ceiling of the same broker is measured in the same run: compare ratios, machines differ."
        },
        subcommands = {ExtractBenchCommand.class, TagBenchCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class BenchCommand implements Callable<Integer> {
    /** The compiler is still at work for the first thousands. */
    private static final int WARM_UP = 10_000;

    private static final int RECORD_BYTES = 5_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(names = "--articles", paramLabel = "N", description = "How many to flood it with; 10000 unless given.")
    private int articles = 10_000;

    @Option(names = "--rate", paramLabel = "N", description = "Articles a second for the ages; 200 unless given.")
    private int rate = 200;

    @Option(names = "--seconds", paramLabel = "N", description = "How long the ages are taken; 20 unless given.")
    private int seconds = 20;

    @Option(names = "--partitions", paramLabel = "N", description = "Of each topic; 4 unless given.")
    private int partitions = 4;

    @Option(names = "--replay", description = "Take the ages a second time, with a replay running beside.")
    private boolean replay;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("dateline-bench");
        try (var shutdown = new Shutdown()) {
            shutdown.closing(() -> Folders.delete(folder));
            DataFolder data = shutdown.closing(DataFolder.take(folder));
            Logs.toFile(data.logs(), false);
            Settings settings = settings();
            Services services = Services.on(settings, data, shutdown);
            services.start();
            var bench = new Bench(services);

            bench.flood("warm", WARM_UP);
            bench.settle();
            var time = new ProcessorTime();
            Duration flood = bench.flood("flood", articles);
            bench.settle();
            Map<ProcessorTime.Part, Duration> taken = time.taken();
            Figures ages = bench.ages("steady", rate, Duration.ofSeconds(seconds));
            var passThrough = new PassThrough(services.kafka(), data.state(), partitions);
            passThrough.time(WARM_UP, RECORD_BYTES);
            Duration ceiling = passThrough.time(articles, RECORD_BYTES);
            report(out, flood, taken, ages, ceiling);
            if (replay) {
                report(out, ages, beside(bench, settings, folder));
            }
        }
        return 0;
    }

    /** The ages while all that came before is run again; from the replay's start on, which costs the most. */
    private Figures beside(Bench bench, Settings settings, Path folder) throws Exception {
        var plan = new Replay.Plan(Instant.EPOCH, Replay.Again.ENRICH, ReplayCommand.USUAL_RATE);
        var ended = new AtomicReference<String>();
        Figures ages;
        Thread running;
        bench.settle();
        try (var replaying = new Shutdown()) {
            var history = new Replay(bench.kafka(), settings, plan, folder.resolve("replay"), replaying);
            running = Thread.ofPlatform().start(() -> {
                try {
                    history.run(false, words -> {});
                    ended.set("it came through all of its history; flood it with more articles");
                } catch (Exception e) {
                    ended.set(String.valueOf(e));
                }
            });
            ages = bench.ages("beside-replay", rate, Duration.ofSeconds(seconds));
            if (ended.get() != null) {
                throw new Failure("the replay ended before the ages were taken: " + ended.get());
            }
        }
        running.join();
        return ages;
    }

    private Settings settings() throws ConfigException {
        String config = """
                desks: { %s: { providers: [bench] } }
                kafka: { partitions: %d }
                api: { port: 0 }
                """.formatted(Bench.DESK, partitions);
        return new ConfigFile(Map.of()).read("bench.yml", config, Settings.class);
    }

    private void report(
            PrintWriter out, Duration flood, Map<ProcessorTime.Part, Duration> taken, Figures ages, Duration ceiling) {
        double endToEnd = Figures.rate(articles, flood);
        double passed = Figures.rate(articles, ceiling);
        Runtime jvm = Runtime.getRuntime();
        out.printf(
                "measured on %d processors, %s %s, JDK %s, embedded broker, %d partitions, exactly once%n%n",
                jvm.availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                partitions);
        out.printf("%-58s %10.0f articles/s%n", "end to end, wire.raw to tagged topic, archive and all", endToEnd);
        out.printf("%-58s %10.0f records/s%n", "ceiling: produce, one empty stage, consume, 5 KB records", passed);
        out.printf("%-58s %10.3f%n", "ratio", endToEnd / passed);
        taken.forEach((part, time) -> out.printf(
                "%-58s %10.2f ms%n",
                "processor time an article, %s".formatted(part.name().toLowerCase(Locale.ROOT)),
                time.toNanos() / 1e6 / articles));
        out.printf("%-58s %10d ms%n", "age on the tagged topic at %d/s, p50".formatted(rate), ages.percentile(0.50));
        out.printf("%-58s %10d ms%n", "age on the tagged topic at %d/s, p99".formatted(rate), ages.percentile(0.99));
        out.printf(
                "%-58s %10d MB%n",
                "heap in use, broker included",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        out.flush();
    }

    private void report(PrintWriter out, Figures alone, Figures beside) {
        long p99 = beside.percentile(0.99);
        out.printf("%-58s %10d ms%n", "age at %d/s beside a replay, p50".formatted(rate), beside.percentile(0.50));
        out.printf("%-58s %10d ms%n", "age at %d/s beside a replay, p99".formatted(rate), p99);
        out.printf("%-58s %10.2f%n", "ratio of p99, beside a replay to alone", (double) p99 / alone.percentile(0.99));
        out.flush();
    }
}
