package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A dateline command in a process of its own, as users run it. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Path said;

    private Child(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static Child dateline(Path folder, Object... arguments) throws IOException {
        return start(folder, List.of("-Xmx1g"), arguments);
    }

    /** The same, for tests that start many: it is up sooner, and takes less of the machine. */
    static Child light(Path folder, Object... arguments) throws IOException {
        return start(folder, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), arguments);
    }

    private static Child start(Path folder, List<String> jvm, Object... arguments) throws IOException {
        Path said = Files.createTempFile("dateline", ".out");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Dateline.class.getName()));
        command.addAll(1, jvm);
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        // Files, not pipes: what it starts may outlive it and would hold a pipe open.
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Child(process, said);
    }

    /** What it has said so far, on standard output and standard error. */
    String said() {
        try {
            // It may be in the middle of a letter.
            return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rest of the first line that starts so, once it has been said. */
    String says(String start, Duration patience) throws InterruptedException {
        await("it says \"" + start + "\"", patience, () -> said().lines().anyMatch(line -> line.startsWith(start)));
        return said().lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .substring(start.length())
                .strip();
    }

    /** Waits until it holds, for as long as the process lives and the patience lasts. */
    void await(Object what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("still alive; it said: %s", said()).isTrue();
            assertThat(System.nanoTime())
                    .as("in time: %s; it said: %s", what, said())
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Ends it as Ctrl-C does, and says how long that took. */
    Duration stop() throws InterruptedException {
        long begin = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it stops").isTrue();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Ends it as kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        Files.deleteIfExists(said);
    }
}
