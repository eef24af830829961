package dateline.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.launcher.embedded.DataFolder;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.DeadLetter;
import wire.RawItem;

/** What a running Dateline makes of copy that nobody can use, and what the dead-letters command makes of that. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class DeadLettersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static Path data;
    private static Drop drop;
    private static Child dateline;
    private static Api api;
    private static KafkaConfig kafka;

    @BeforeAll
    static void aDatelineRunsThatWatchesAFolder() throws Exception {
        data = folder.resolve("data");
        drop = new Drop(folder.resolve("staging"), Files.createDirectory(folder.resolve("inbox")));
        Files.writeString(folder.resolve("dateline.yml"), """
                api: { port: 0 }
                feeds:
                  inbox:
                    watch: { folder: inbox, settle: 200ms, every: 100ms }
                """);
        dateline = Child.dateline(folder, "up", "--data", data);
        api = new Api(dateline.says("API", PATIENCE));
        kafka = new KafkaConfig(DataFolder.broker(data).orElseThrow());
    }

    @AfterAll
    static void itStops() throws IOException {
        api.close();
        dateline.close();
    }

    @Test
    void garbageOnTheRawTopicBecomesADeadLetterThatKeepsItsBytes() throws Exception {
        byte[] garbage = {(byte) 0xde, (byte) 0xad, 0, 1, 2, 3, (byte) 0xff, '\n'};
        String id = writeToRaw(garbage);

        DeadLetter letter = comes(id);

        assertThat(letter.getStage()).endsWith("reader");
        assertThat(letter.getDefect()).isEqualTo("UNREADABLE_RECORD");
        assertThat(letter.getDetail()).isNotBlank();
        assertThat(DeadLetterBox.bytes(letter.getKey())).isEqualTo("nobody".getBytes(UTF_8));
        assertThat(DeadLetterBox.bytes(letter.getValue())).isEqualTo(garbage);
        assertThat(bytesShown(id)).isEqualTo(garbage);
        theStreamGoesOn("after-garbage");
    }

    @Test
    void xmlThatBreaksOffBecomesADeadLetterThatKeepsItsBytes() throws Exception {
        assertRefused("breaks-off.xml", "<nitf><body><body.head><hedline><hl1>Storm", "MALFORMED");
        theStreamGoesOn("after-malformed");
    }

    @Test
    void anItemWithoutContentBecomesADeadLetterThatKeepsItsBytes() throws Exception {
        assertRefused(
                "says-nothing.xml",
                "<nitf><head><docdata><doc-id id-string=\"mute-1\"/></docdata></head><body/></nitf>",
                "NO_CONTENT");
        theStreamGoesOn("after-mute");
    }

    @Test
    void anItemWithoutIdentityBecomesADeadLetterThatKeepsItsBytes() throws Exception {
        assertRefused(
                "is-nobody.xml",
                "<nitf><body><body.content><media media-type=\"image\">"
                        + "<media-reference source=\"storm.jpg\"/></media></body.content></body></nitf>",
                "NO_IDENTIFIER");
        theStreamGoesOn("after-nobody");
    }

    @Test
    void aBugInAStepBecomesADeadLetterThatKeepsItsBytes() throws Exception {
        DeadLetter letter = assertRefused(
                "trips.txt", Stumbling.copy(folder.resolve("never"), "trips", "Nobody reads this"), "BUG");

        assertThat(letter.getDetail()).contains("IllegalStateException", "Stumbling.read");
        theStreamGoesOn("after-bug");
    }

    @Test
    void listNamesThoseThatWaitALineEach() throws Exception {
        String malformed = idOf(refused("listed.xml", "<nitf><body><p>broken <<"));
        String bug = idOf(refused("listed.txt", Stumbling.copy(folder.resolve("never"), "listed", "Nobody")));

        Said all = Said.dateline("dead-letters", "list", "--data", data);
        Said bugs = Said.dateline("dead-letters", "list", "--data", data, "--defect", "bug");

        assertThat(all.exitCode()).isZero();
        assertThat(all.out().lines())
                .allSatisfy(line -> assertThat(line.split("\t")).hasSize(5))
                .anySatisfy(
                        line -> assertThat(line).startsWith(malformed + "\t").contains("\tMALFORMED\t"))
                .anySatisfy(line -> assertThat(line).startsWith(bug + "\t").contains("\tBUG\t"));
        assertThat(all.err()).isEqualTo(all.out().lines().count() + " dead letters\n");
        assertThat(bugs.out()).contains(bug).doesNotContain(malformed);
    }

    @Test
    void showTellsAllOfOneAndGivesItsBytesBack() throws Exception {
        String copy = "<nitf><body><p>shown, with an \u00c9t\u00e9 <<";
        DeadLetter letter = refused("shown.xml", copy);

        Said shown = Said.dateline("dead-letters", "show", idOf(letter), "--data", data);

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains(idOf(letter), letter.getStage(), letter.getDefect(), letter.getDetail(), "inbox", copy);
        assertThat(bytesShown(idOf(letter))).isEqualTo(DeadLetterBox.bytes(letter.getValue()));
    }

    @Test
    void whatWaitsUnderNoSuchIdIsAPlainError() {
        for (String command : List.of("show", "retry")) {
            Said said = Said.dateline("dead-letters", command, "wire.raw/0/999999", "--data", data);

            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err())
                    .contains("no dead letter waits as wire.raw/0/999999")
                    .hasLineCount(1);
        }
    }

    @Test
    void aRecordThatIsStillBrokenComesBackAsANewLetterThatCountsTheAttempt() throws Exception {
        DeadLetter first = refused("still.xml", "<nitf><body><p>still broken <<");
        assertThat(first.getAttempts()).isZero();

        Said said = Said.dateline("dead-letters", "retry", idOf(first), "--data", data);

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).isEqualTo(idOf(first) + "\n");
        dateline.await(
                "a letter of the second attempt",
                PATIENCE,
                () -> about("still.xml")
                        .filter(letter -> letter.getAttempts() == 1)
                        .isPresent());
        DeadLetter second = about("still.xml").orElseThrow();
        assertThat(idOf(second)).isNotEqualTo(idOf(first));
        assertThat(second.getDefect()).isEqualTo(first.getDefect());
        assertThat(second.getValue()).isEqualTo(first.getValue());
        assertThat(waiting()).doesNotContainKey(idOf(first)).containsKey(idOf(second));
    }

    @Test
    void allAreSentRoundAgainAndThoseWhoseCauseIsMendedAreDelivered() throws Exception {
        Path mended = folder.resolve("mended");
        refused("mended-1.txt", Stumbling.copy(mended, "mended-1", "Bridge at Korat opens"));
        refused("mended-2.txt", Stumbling.copy(mended, "mended-2", "Bridge at Korat closes"));
        DeadLetter hopeless = refused("hopeless.xml", "<nitf><body><p>hopeless <<");
        Files.createFile(mended);

        int before = waiting().size();
        Said said = Said.dateline("dead-letters", "retry", "--all", "--data", data);

        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines()).hasSize(before).contains(idOf(hopeless));
        dateline.await("both are delivered", PATIENCE, () -> isArchived("mended-1") && isArchived("mended-2"));
        dateline.await(
                "the hopeless one is back",
                PATIENCE,
                () -> about("hopeless.xml")
                        .filter(letter -> letter.getAttempts() == 1)
                        .isPresent());
        assertThat(about("mended-1.txt")).isEmpty();
        assertThat(about("mended-2.txt")).isEmpty();
    }

    private static DeadLetter assertRefused(String name, String copy, String defect) throws Exception {
        DeadLetter letter = refused(name, copy);

        assertThat(letter.getDefect()).isEqualTo(defect);
        assertThat(letter.getStage()).endsWith("reader");
        assertThat(letter.getStep()).isNotBlank();
        assertThat(letter.getDetail()).isNotBlank();
        assertThat(letter.getTopic()).isEqualTo(Topics.RAW);
        assertThat(letter.getAttempts()).isZero();
        assertThat(raw(letter).orElseThrow().getBytes()).isEqualTo(UTF_8.encode(copy));
        return letter;
    }

    /** Drops a file and waits for the letter about it. */
    private static DeadLetter refused(String name, String copy) throws Exception {
        drop.file(name, copy);
        dateline.await("a letter about " + name, PATIENCE, () -> about(name).isPresent());
        return about(name).orElseThrow();
    }

    /** Copy that is sound is delivered. */
    private static void theStreamGoesOn(String name) throws Exception {
        drop.file(name + ".xml", """
                <rss version="2.0"><channel><title>Meridian Press</title><item>
                <guid isPermaLink="false">%1$s</guid><title>All is well at %1$s</title>
                <description>OSLO (Meridian Press) - All is well in Norway.</description></item></channel></rss>
                """.formatted(name));
        dateline.await(name + " is delivered", PATIENCE, () -> isArchived(name));
    }

    private static boolean isArchived(String id) {
        return api.find("").stream()
                .anyMatch(article -> article.path("id").asText().endsWith(id));
    }

    private static String writeToRaw(byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(kafka.client(), new StringSerializer(), new ByteArraySerializer())) {
            var written = producer.send(new ProducerRecord<>(Topics.RAW, "nobody", value))
                    .get();
            return "%s/%d/%d".formatted(Topics.RAW, written.partition(), written.offset());
        }
    }

    private static DeadLetter comes(String id) throws InterruptedException {
        dateline.await("the letter " + id, PATIENCE, () -> waiting().containsKey(id));
        return requireNonNull(waiting().get(id)).getFirst();
    }

    private static String idOf(DeadLetter letter) {
        return DeadLetterBox.id(letter);
    }

    /** The letter that waits about the file of this name. */
    private static Optional<DeadLetter> about(String name) {
        return waiting().values().stream()
                .map(List::getFirst)
                .filter(letter -> raw(letter)
                        .filter(raw -> raw.getSource().endsWith(name))
                        .isPresent())
                .findFirst();
    }

    private static Optional<RawItem> raw(DeadLetter letter) {
        byte @Nullable [] value = DeadLetterBox.bytes(letter.getValue());
        return letter.getDefect().equals("UNREADABLE_RECORD")
                ? Optional.empty()
                : Optional.of(kafka.topics().raw().values().deserializer().deserialize(Topics.RAW, value));
    }

    private static Map<String, List<DeadLetter>> waiting() {
        try {
            return new DeadLetterBox(kafka, Clock.systemUTC()).waiting();
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    /** What show --bytes writes: bytes, and so to the process's own standard output. */
    private static byte[] bytesShown(String id) {
        PrintStream before = System.out;
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, UTF_8)) {
            System.setOut(out);
            assertThat(Said.dateline("dead-letters", "show", id, "--bytes", "--data", data)
                            .exitCode())
                    .isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toByteArray();
    }
}
