package dateline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest documents that are read, made of what costs a reader most, and larger ones that are not. */
@Tag(Bounds.GROUP)
class LargeCopyTest {
    /** How documents of each format open, up to where their text stands. */
    private static final List<String> OPENINGS = List.of(
            "<rss><channel><item><title>t</title><description>",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>t</title><content type='html'>",
            "<nitf><body><body.content><p>",
            "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='a'><contentSet><inlineXML><nitf><body><body.content><p>",
            "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>",
            "<!doctype html><title>t</title><p>",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\"",
            "{\"uri\":\"a\",\"headline\":\"t\",\"body_text\":\"",
            "From: a@b.example\nTo: c@d.example\nSubject: x\nDate: Mon, 2 Mar 2026 09:30:00 +0000\n\n",
            """
            From: a@b.example
            To: c@d.example
            Subject: x
            Mime-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x

            """,
            "\001PPS123 4 POL 10 Harbour\n\002",
            "\026\026\001AW2870\037__asian\nf l\023\021 BC-PP--Harbour-Bridge     03-04 0120\n\002",
            "Bridge shuts\n\nPORT ELLEN, March 2 - ");

    /** What they are filled with, over and over. */
    private static final List<String> FILLINGS = List.of(
            "x",
            "\u0080",
            "one word and another ",
            "A line of some length, as copy has them, with a comma. And another sentence of it, to the end\n",
            "<p>",
            "<p>x</p>",
            "<a b='c' d='e' f='g'/>",
            "<a b c d e f g h i j k l m n o p q r s t u v w x y z>x",
            "&amp;",
            "&lt;p&gt;",
            "\\u20ac",
            "\0",
            "\n",
            "\n\n   x",
            "{},",
            "[",
            "\",\"a\":{\"b\":1},\"c\":\"",
            "\n--x\nContent-Type: text/plain\n\ntext\n",
            "\001",
            "\026\026\001AW2870\037__asian\nf l\023\021 BC-PP 03-04 0120\n\002x\003",
            "a;b;c\n");

    static Stream<Arguments> largest() {
        return OPENINGS.stream().flatMap(opening -> FILLINGS.stream().map(filling -> Arguments.of(opening, filling)));
    }

    @ParameterizedTest
    @MethodSource("largest")
    void theLargestDocumentOfAnyMakeIsReadOrRefusedWithinBounds(String opening, String filling) {
        endsWell(Bounds.read(
                Copy.raw(filled(opening, filling, DocumentSize.LARGEST)).build()));
    }

    private static void endsWell(Reading reading) {
        switch (reading) {
            case Rejected(var defect, var detail) -> assertThat(detail).isNotBlank();
            case Read(var items, var defects) ->
                items.forEach(item -> assertThat(item.getId()).isNotBlank());
            case Skipped(var why) -> assertThat(why).isNotBlank();
        }
    }

    private static byte[] filled(String opening, String filling, int bytes) {
        byte[] document = new byte[bytes];
        byte[] start = opening.getBytes(ISO_8859_1);
        byte[] more = filling.getBytes(ISO_8859_1);
        System.arraycopy(start, 0, document, 0, start.length);
        for (int i = start.length; i < bytes; i++) {
            document[i] = more[(i - start.length) % more.length];
        }
        return document;
    }

    @Test
    void twoHundredMegabytesAreTooLargeAtOnce(@TempDir Path folder) throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
            file.setLength(200_000_000);
            ByteBuffer large = file.getChannel().map(MapMode.READ_ONLY, 0, file.length());

            assertThat(Bounds.read(Copy.raw("").setBytes(large).build()))
                    .isInstanceOfSatisfying(Rejected.class, rejected -> {
                        assertThat(rejected.defect()).isEqualTo(Defect.TOO_LARGE);
                        assertThat(rejected.detail()).contains("200,000,000", "16,777,216");
                    });
        }
    }
}
