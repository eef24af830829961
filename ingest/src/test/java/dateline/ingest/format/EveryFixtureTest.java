package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wire.RawItem;
import wire.WireItem;

/** What holds for copy of every format. */
class EveryFixtureTest {
    static Stream<Path> fixtures() {
        return Copy.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readTwiceItIsReadTheSame(Path fixture) {
        RawItem raw = raw(fixture);

        assertThat(Copy.read(raw)).isEqualTo(Copy.read(raw));
    }

    /** By a reader of HTML that is not ours; white space is the next test's. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void theTextOfABodyIsThePlainFormOfItsMarkup(Path fixture) {
        assertThat(items(fixture))
                .filteredOn(item -> item.getBodyHtml() != null)
                .allSatisfy(item -> {
                    assertThat(words(item.getBodyText()))
                            .isEqualTo(words(Jsoup.parse(item.getBodyHtml()).wholeText()));
                    assertThat(item.getBodyText().lines())
                            .allSatisfy(line -> assertThat(line).isNotBlank().isEqualTo(line.strip()));
                });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aParagraphOfABodyIsALineOfItsText(Path fixture) {
        assertThat(items(fixture))
                .filteredOn(item ->
                        item.getBodyHtml() != null && !item.getBodyHtml().contains("<br"))
                .allSatisfy(item -> assertThat(item.getBodyText().lines())
                        .containsAll(Jsoup.parse(item.getBodyHtml()).select("p").stream()
                                .map(org.jsoup.nodes.Element::text)
                                .filter(text -> !text.isBlank())
                                .toList()));
    }

    private static List<WireItem> items(Path fixture) {
        return Copy.read(raw(fixture)) instanceof Read read ? read.items() : List.of();
    }

    private static RawItem raw(Path fixture) {
        return Copy.raw(Copy.bytes(Copy.FOLDER.relativize(fixture).toString())).build();
    }

    private static String words(String text) {
        return text.replaceAll("[\\s\\u00A0\\u200B\\uFEFF]+", "");
    }
}
