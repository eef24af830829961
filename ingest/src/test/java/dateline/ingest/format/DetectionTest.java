package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wire.WireItem;

/** The folders of the fixtures bear the formats' names, so each fixture says what it has to be taken for. */
class DetectionTest {
    static Stream<Path> sound() {
        return Copy.all().stream().filter(file -> !folder(file).equals("broken"));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void copyIsTakenForWhatItIsByItsContentAlone(Path file) {
        Reading reading = Copy.reading(Copy.FOLDER.relativize(file).toString());

        if (reading instanceof Read read) {
            assertThat(read.items()).extracting(WireItem::getFormat).containsOnly(folder(file));
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void noOtherFormatButPlainTextClaimsIt(Path file) {
        byte[] bytes = Copy.bytes(Copy.FOLDER.relativize(file).toString());

        assertThat(Formats.installed().recognising(Copy.raw(bytes).build()))
                .filteredOn(name -> !name.equals("text") || folder(file).equals("text"))
                .containsExactly(folder(file));
    }

    @Test
    void everyFormatHasAtLeastThreeFixtures() {
        assertThat(Formats.installed().names())
                .allSatisfy(
                        format -> assertThat(sound().filter(file -> folder(file).equals(format)))
                                .hasSizeGreaterThanOrEqualTo(3));
    }

    private static String folder(Path file) {
        return Copy.FOLDER.relativize(file).getName(0).toString();
    }
}
