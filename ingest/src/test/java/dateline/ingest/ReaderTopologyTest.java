package dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dateline.ingest.format.Formats;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import dateline.ingest.format.WireFormat;
import dateline.schemas.Encoding;
import dateline.schemas.RecordSize;
import dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.DeadLetter;
import wire.RawItem;
import wire.WireItem;

class ReaderTopologyTest {
    private static final Instant LANDED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant READ = Instant.parse("2026-03-01T10:00:01Z");

    private final Topics topics = new Topics(new Encoding.SingleObject());
    private final TestWire wire;

    ReaderTopologyTest(@TempDir Path state) {
        var formats = new Formats(List.of(new Lines(), new Tripping()));
        var topology = new ReaderTopology(topics, formats, Clock.fixed(READ, ZoneOffset.UTC));
        wire = new TestWire("reader", topology.build(), state);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void anItemIsKeyedByItsIdAndCompletedFromItsFeed() {
        file("item a1 2026-03-01T09:30:00Z");

        assertThat(wire.received(topics.items())).singleElement().satisfies(record -> {
            WireItem item = record.getValue();
            assertThat(record.getKey()).isEqualTo("a1");
            assertThat(record.getRecordTime()).isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
            assertThat(item.getFeed()).isEqualTo("harbour");
            assertThat(item.getProvider()).isEqualTo("Harbour News");
            assertThat(item.getLanguage()).isEqualTo("en");
            assertThat(item.getSource()).isEqualTo("http://example.org/feed");
            assertThat(item.getLanded()).isEqualTo(LANDED);
            assertThat(item.getRead()).isEqualTo(READ);
        });
        assertThat(wire.received(topics.deadLetters())).isEmpty();
    }

    @Test
    void anItemFromTheFutureIsStampedWithTheTimeItLanded() {
        file("item a1 2031-01-01T00:00:00Z");

        assertThat(wire.received(topics.items()))
                .extracting(TestRecord::getRecordTime)
                .containsExactly(LANDED);
    }

    @Test
    void whatOfADocumentCannotBeReadBecomesADeadLetterEachWhileItsGoodItemsGoOn() {
        byte[] raw = file("item a1 2026-03-01T09:30:00Z\nbroken\nitem a2 2026-03-01T09:31:00Z\nbroken again");

        assertThat(wire.received(topics.items())).extracting(TestRecord::getKey).containsExactly("a1", "a2");
        assertThat(letters())
                .extracting(
                        DeadLetter::getStage,
                        DeadLetter::getStep,
                        DeadLetter::getDefect,
                        DeadLetter::getDetail,
                        DeadLetter::getValue)
                .containsExactly(
                        tuple("reader", "refuse", "MALFORMED", "no item: broken", ByteBuffer.wrap(raw)),
                        tuple("reader", "refuse", "MALFORMED", "no item: broken again", ByteBuffer.wrap(raw)));
    }

    @Test
    void garbageUnknownCopyAnItemWithoutIdAndABugBecomeDeadLettersWithTheirBytesAndTheStreamGoesOn() {
        byte[] garbage = {1, 2, 3};
        wire.sendBytes(topics.raw(), "harbour", garbage);
        byte[] unknown = file("?");
        byte[] nameless = file("item  2026-03-01T09:30:00Z");
        byte[] bug = file("bug");
        byte[] deep = file("deep");
        file("item a1 2026-03-01T09:30:00Z");

        assertThat(wire.received(topics.items())).extracting(TestRecord::getKey).containsExactly("a1");
        assertThat(letters())
                .extracting(DeadLetter::getDefect, DeadLetter::getOffset, DeadLetter::getValue)
                .containsExactly(
                        tuple("UNREADABLE_RECORD", 0L, ByteBuffer.wrap(garbage)),
                        tuple("UNKNOWN_FORMAT", 1L, ByteBuffer.wrap(unknown)),
                        tuple("NO_IDENTIFIER", 2L, ByteBuffer.wrap(nameless)),
                        tuple("BUG", 3L, ByteBuffer.wrap(bug)),
                        tuple("TOO_LARGE", 4L, ByteBuffer.wrap(deep)));
    }

    @Test
    void anItemThatKafkaWouldNotTakeBecomesADeadLetterAndTheNextIsRead() {
        file("item huge 2026-03-01T09:30:00Z");
        file("item " + "i".repeat(RecordSize.LONGEST_KEY + 1) + " 2026-03-01T09:30:00Z");
        file("item a1 2026-03-01T09:30:00Z");

        assertThat(wire.received(topics.items())).extracting(TestRecord::getKey).containsExactly("a1");
        assertThat(letters())
                .extracting(DeadLetter::getDefect, DeadLetter::getOffset)
                .containsExactly(tuple("TOO_LARGE", 0L), tuple("TOO_LARGE", 1L));
    }

    @Test
    void whatIsWrongIsSaidOnOneShortLineWhateverTheCopySays() {
        file("item broken \u001b[31mred\u2028INFO all is well " + "and so on ".repeat(1000));

        assertThat(letters())
                .singleElement()
                .extracting(DeadLetter::getDetail)
                .asString()
                .startsWith("no item: item broken  [31mred INFO all is well")
                .hasSizeLessThan(600);
    }

    @Test
    void copyWithNothingOfNoteLeavesNoTrace() {
        file("nothing");

        assertThat(wire.received(topics.items())).isEmpty();
        assertThat(wire.received(topics.deadLetters())).isEmpty();
    }

    private byte[] file(String copy) {
        RawItem raw = RawItem.newBuilder()
                .setFeed("harbour")
                .setProvider("Harbour News")
                .setLanguage("en")
                .setSource("http://example.org/feed")
                .setLanded(LANDED)
                .setBytes(ByteBuffer.wrap(copy.getBytes(UTF_8)))
                .build();
        wire.send(topics.raw(), "harbour", raw);
        return TestWire.bytes(topics.raw(), raw);
    }

    private List<DeadLetter> letters() {
        return wire.received(topics.deadLetters()).stream()
                .map(TestRecord::getValue)
                .toList();
    }

    private static String text(RawItem raw) {
        return UTF_8.decode(raw.getBytes().duplicate()).toString();
    }

    /** A line an item, as "item ID TIME"; any other line is a defect. */
    private static final class Lines implements WireFormat {
        @Override
        public String name() {
            return "lines";
        }

        @Override
        public boolean recognises(RawItem raw) {
            return text(raw).startsWith("item") || text(raw).equals("nothing");
        }

        @Override
        public Reading read(RawItem raw) {
            if (text(raw).equals("nothing")) {
                return new Skipped("there is nothing in it");
            }
            var items = new ArrayList<WireItem>();
            var defects = new ArrayList<Rejected>();
            for (String line : text(raw).lines().toList()) {
                String[] words = line.split(" ", -1);
                if (words.length == 3) {
                    items.add(WireItem.newBuilder()
                            .setId(words[1])
                            .setFormat(name())
                            .setPublished(Instant.parse(words[2]))
                            .setBodyText(words[1].equals("huge") ? "€".repeat(RecordSize.LARGEST / 3) : "")
                            .build());
                } else {
                    defects.add(new Rejected(Defect.MALFORMED, "no item: " + line));
                }
            }
            return new Read(items, defects);
        }
    }

    /** A format with bugs. */
    private static final class Tripping implements WireFormat {
        @Override
        public String name() {
            return "tripping";
        }

        @Override
        public boolean recognises(RawItem raw) {
            return !text(raw).equals("?");
        }

        @Override
        public Reading read(RawItem raw) {
            if (text(raw).equals("deep")) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException("a bug in the format");
        }
    }
}
