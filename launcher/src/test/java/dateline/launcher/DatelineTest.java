package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "ingest",
                "enrich",
                "sink",
                "parse",
                "extract",
                "annotate",
                "tail",
                "dead-letters",
                "replay",
                "topics",
                "topology",
                "model",
                "bench"
            })
    void everyCommandExplainsItself(String command) {
        Said said = Said.dateline(command, "--help");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("Usage: dateline " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "retry"})
    void everyDeadLettersCommandExplainsItself(String command) {
        Said said = Said.dateline("dead-letters", command, "--help");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("Usage: dateline dead-letters " + command);
    }

    @Test
    void theVersionIsToldOnStandardOutput() {
        assertThat(Said.dateline("--version")).satisfies(said -> {
            assertThat(said.exitCode()).isZero();
            assertThat(said.out()).startsWith("dateline ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dmeo",
                "parse",
                "up --wach x",
                "dead-letters",
                "dead-letters retry",
                "tail --region a --desk b"
            })
    void whatIsNotUnderstoodExitsWithTwoAndSaysSoOnStandardError(String line) {
        Said said = Said.dateline((Object[]) line.split(" ", 0));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("dateline: ").contains("--help");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void aMistakeInTheConfigurationIsOneLineWithFileLineAndKey() throws IOException {
        Path config = Files.writeString(folder.resolve("dateline.yml"), """
                feeds:
                  kyodo:
                    poll: { url: "http://feeds.example/rss", evry: 5m }
                """);

        Said said = Said.dateline("up", "--config", config, "--data", folder.resolve("data"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("dateline: " + config + ":3: feeds.kyodo.poll.evry: unknown key; expected one of ")
                        .contains("every"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { routers: 0, archive: false } | routers is 0 and archive is false: nothing is left for this process to deliver
            { routers: -1 }                | routers is -1: give a number of threads, 0 to 64
            { routers: 65 }                | routers is 65: give a number of threads, 0 to 64
            """)
    void aSinkThatCannotWorkIsAMistakeInTheConfiguration(String sink, String message) throws IOException {
        Path config = Files.writeString(folder.resolve("dateline.yml"), "sink: " + sink + "\n");

        Said said = Said.dateline("sink", "--config", config, "--data", folder.resolve("data"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err().lines()).singleElement().isEqualTo("dateline: " + config + ":1: sink: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "sink"})
    void aServiceAloneSaysThatItNeedsABroker(String service) {
        Said said = Said.dateline(service, "--data", folder);

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err())
                .startsWith("dateline: ")
                .contains("kafka.bootstrap.servers")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:1", "no-such-host.invalid:9092"})
    @Timeout(60)
    void aBrokerThatDoesNotAnswerIsNamedInOneLine(String broker) throws IOException {
        Path config =
                Files.writeString(folder.resolve("dateline.yml"), "kafka: { bootstrap.servers: \"" + broker + "\" }\n");

        Said said = Said.dateline("enrich", "--config", config, "--data", folder.resolve("data"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err().lines().filter(line -> line.startsWith("dateline: ")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(broker));
    }

    @Test
    void tailSaysWhereItLookedForARunningDateline() {
        Said said = Said.dateline("tail", "--data", folder.resolve("nothing"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("no Dateline runs on the data folder").hasLineCount(1);
    }

    @Test
    void parseGivesALineForEachItemAndForEachFileItCannotRead() throws IOException {
        Path rss = Files.writeString(folder.resolve("feed"), """
                <rss version="2.0"><channel><title>T</title>
                <item><guid>one</guid><title>First</title><description>Copy.</description></item>
                <item><guid>two</guid><title>Second</title><description>More copy.</description></item></channel></rss>
                """);
        Path garbage = Files.write(folder.resolve("garbage"), new byte[] {0, 1, 2, (byte) 0xff, 0, 7});

        Path large = folder.resolve("large");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200_000_000);
        }

        Said said = Said.dateline("parse", rss, garbage, large, folder.resolve("missing"));

        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines()).hasSize(5);
        assertThat(said.out()).contains("TOO_LARGE", "the document has 200,000,000 bytes; at most 16,777,216 are read");
        assertThat(said.out().lines().limit(2))
                .allSatisfy(line -> assertThat(line).contains("\"source_file\":\"" + rss + "\"", "\"format\":\"rss\""));
        assertThat(said.out().lines().skip(2))
                .allSatisfy(line -> assertThat(line).contains("\"error\":{\"defect\":"));
    }

    /** The first line of output has to come while input still is given: nothing waits for all of it. */
    @Test
    void batchWorkStreamsInOrder() throws Exception {
        var out = new java.io.StringWriter();
        List<Integer> numbers = java.util.stream.IntStream.range(0, 500).boxed().toList();

        Lines.ofEach(numbers, new java.io.PrintWriter(out), number -> {
            if (number % 50 == 0) {
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(2).toNanos());
            }
            return String.valueOf(number);
        });

        assertThat(out.toString().lines().map(Integer::valueOf)).containsExactlyElementsOf(numbers);
    }
}
