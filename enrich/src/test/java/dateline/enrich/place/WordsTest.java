package dateline.enrich.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The U.S. said.|The U.S. said",
                "He left Paris. London slept.|He left Paris / London slept",
                "St. Louis, Mo.|St . Louis , Mo",
                "Guinea-Bissau's|Guinea - Bissau ' s",
                "Boise (Idaho)|Boise ( Idaho",
                "日本と韓国|日 本 と 韓 国",
            })
    void wordsAndWhatPartsThem(String text, String expected) {
        var words = new Words(text);

        assertThat(IntStream.range(0, words.count())
                        .mapToObj(i -> (i == 0 ? "" : sign(words.before(i))) + words.word(i))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    private static String sign(Words.Gap gap) {
        return switch (gap) {
            case SPACE -> "";
            case HYPHEN -> "- ";
            case APOSTROPHE -> "' ";
            case POINT -> ". ";
            case COMMA -> ", ";
            case OPENED -> "( ";
            case CLOSED -> ") ";
            case STOP -> "/ ";
            case OTHER -> "? ";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Saint-Étienne|SAINT ETIENNE",
                "Malmö|Malmo",
                "N’Djamena|N'Djamena",
                "U.S.|US",
                "D.C.|DC",
                "Łódź|lodz",
                "Straße|strasse",
            })
    void aNameHasOneKeyHoweverItIsWritten(String one, String other) {
        assertThat(Keys.of(one)).isEqualTo(Keys.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"US|us", "IN|in", "Nice|Niece", "New York|Newyork"})
    void otherNamesHaveOtherKeys(String one, String other) {
        assertThat(Keys.of(one)).isNotEqualTo(Keys.of(other));
    }
}
