package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wire.EntityType;
import wire.Part;

class LinearTaggerTest {
    private static final int MEGABYTE = 1 << 20;
    private static final LinearTagger TAGGER = new LinearTagger();

    @Test
    void namesOfTheHeadlineCountInTheHeadline() {
        String headline = "Kenya and Uganda agree on a railway";
        String body = "NAIROBI - President William Ruto said on Monday that Kenya had agreed.";

        List<Name> names = TAGGER.names(headline, body, "en");

        assertThat(names)
                .filteredOn(name -> name.part() == Part.HEADLINE)
                .extracting(name -> headline.substring(name.start(), name.end()))
                .contains("Kenya", "Uganda");
        assertThat(names)
                .filteredOn(name -> name.part() == Part.BODY && name.type() == EntityType.PERSON)
                .extracting(name -> body.substring(name.start(), name.end()))
                .contains("William Ruto");
    }

    @Test
    void twoPersonsJoinedByAHyphenAreNamedBoth() {
        String text = "Foreign Minister Yoshimasa Hayashi met Secretary of State Antony Blinken.\n"
                + "The Hayashi-Blinken meeting was held on Monday.";

        assertThat(TAGGER.spans(text))
                .filteredOn(span -> span.type() == EntityType.PERSON)
                .extracting(span -> text.substring(span.start(), span.end()))
                .containsExactly("Yoshimasa Hayashi", "Antony Blinken", "Hayashi", "Blinken");
    }

    @Test
    void namesNeverLieOverOneAnotherAndStayInTheText() {
        var random = new Random(7);
        String[] bits = {
            "A",
            "a",
            ".",
            "-",
            "'",
            "’",
            " ",
            "\n",
            "U.S.",
            "\ud83d",
            "\ude00",
            "😀",
            "Ж",
            "中",
            "שלום",
            "\u0000",
            "@x",
            "#y",
            "http://a.b/c",
            "Paris",
            "&",
            "Mc",
            "O'",
            "(",
            ")",
            "\"",
            "1996-12-06",
            "\u202e",
            "\ufeff",
            "É",
            "ß",
            "İ"
        };
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            String body = text.toString();
            int last = 0;
            for (Name name : TAGGER.names("", body, null)) {
                assertThat(name.start()).isGreaterThanOrEqualTo(last);
                assertThat(name.end()).isGreaterThan(name.start()).isLessThanOrEqualTo(body.length());
                assertThat(name.confidence()).isBetween(0.0, 1.0);
                last = name.end();
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(60)
    void hostileInputIsReadInTimeThatGrowsWithIt(String text) {
        assertThat(TAGGER.names(text, text, null))
                .allSatisfy(name -> assertThat(name.end()).isLessThanOrEqualTo(text.length()));
    }

    static Stream<String> hostileInputIsReadInTimeThatGrowsWithIt() {
        var binary = new StringBuilder();
        var random = new Random(3);
        while (binary.length() < MEGABYTE) {
            binary.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return Stream.concat(
                Stream.of(
                                "x",
                                "X",
                                "X ",
                                "Xx ",
                                "X-",
                                "X.",
                                "'",
                                "\"",
                                "(",
                                "D83d",
                                "😀",
                                "Ж ",
                                "中",
                                "ا ",
                                "1 ",
                                "A of the ",
                                "\n",
                                "\u0000")
                        .map(unit -> unit.repeat(MEGABYTE / unit.length())),
                Stream.of(binary.toString()));
    }
}
