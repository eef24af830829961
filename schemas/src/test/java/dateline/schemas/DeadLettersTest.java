package dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.DeadLetter;
import wire.RawItem;

class DeadLettersTest {
    private final Topics topics = new Topics(new Encoding.SingleObject());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> raw;
    private final TestOutputTopic<String, RawItem> out;
    private final TestOutputTopic<String, DeadLetter> letters;

    DeadLettersTest(@TempDir Path state) {
        var builder = new StreamsBuilder();
        builder.stream(topics.raw().name(), topics.raw().consumed("raw"))
                .mapValues(DeadLettersTest::step, Named.as("step"))
                .to("out", topics.raw().produced("out"));
        var settings = new Properties();
        settings.putAll(Stage.settings("test-stage", new KafkaConfig("none:1"), state));
        // The driver forgets what a source step sends within a transaction; the real broker is asked in the launcher's
        // tests.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(builder.build(), settings);
        raw = driver.createInputTopic(topics.raw().name(), new StringSerializer(), new ByteArraySerializer());
        out = driver.createOutputTopic(
                "out", new StringDeserializer(), topics.raw().values().deserializer());
        letters = driver.createOutputTopic(
                Topics.DEAD_LETTERS,
                new StringDeserializer(),
                topics.deadLetters().values().deserializer());
    }

    private static RawItem step(RawItem item) {
        return switch (item.getSource()) {
            case "bug" -> throw new IllegalStateException("a bug in the step");
            case "unusable" -> throw new UnusableRecordException("NO_CONTENT", "neither headline nor body");
            default -> item;
        };
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void aRejectionABugAndGarbageEachBecomeADeadLetterAndTheStreamGoesOn() {
        raw.pipeInput("feed", bytes("unusable"));
        raw.pipeInput("feed", bytes("bug"));
        raw.pipeInput("feed", "garbage".getBytes(StandardCharsets.UTF_8));
        raw.pipeInput("feed", bytes("good"));

        assertThat(out.readValuesToList()).extracting(RawItem::getSource).containsExactly("good");
        assertThat(letters.readValuesToList())
                .extracting(DeadLetter::getStage, DeadLetter::getDefect, DeadLetter::getOffset, DeadLetter::getValue)
                .containsExactly(
                        tuple("test-stage", "NO_CONTENT", 0L, ByteBuffer.wrap(bytes("unusable"))),
                        tuple("test-stage", "BUG", 1L, ByteBuffer.wrap(bytes("bug"))),
                        tuple(
                                "test-stage",
                                "UNREADABLE_RECORD",
                                2L,
                                ByteBuffer.wrap("garbage".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aDeadLetterNamesTheStepTheCauseAndWhereTheRecordStands() {
        raw.pipeInput("feed", bytes("bug"));

        DeadLetter letter = letters.readValue();

        assertThat(letter.getStep()).isEqualTo("step");
        assertThat(letter.getDetail())
                .contains("IllegalStateException", "DeadLettersTest.step")
                .as("a message may quote embargoed copy")
                .doesNotContain("a bug in the step");
        assertThat(DeadLetters.id(letter.getTopic(), letter.getPartition(), letter.getOffset()))
                .isEqualTo("wire.raw/0/0");
        assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap("feed".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDeadLetterCountsHowOftenItsRecordWasSentRoundAgain() {
        var record = new TestRecord<>("feed", bytes("unusable"));
        record.headers().add(DeadLetters.ATTEMPTS, "2".getBytes(StandardCharsets.US_ASCII));

        raw.pipeInput(record);

        assertThat(letters.readValue().getAttempts()).isEqualTo(2);
    }

    private byte[] bytes(String source) {
        RawItem item = RawItem.newBuilder().setFeed("feed").setSource(source).build();
        return topics.raw().values().serializer().serialize(topics.raw().name(), item);
    }
}
