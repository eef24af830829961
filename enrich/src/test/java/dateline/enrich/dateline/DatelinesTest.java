package dateline.enrich.dateline;

import static dateline.enrich.Copy.lines;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatelinesTest {
    /** Few are known, so that the form has to tell. */
    private static final Set<String> KNOWN = Set.of(
            "paris",
            "london",
            "berlin",
            "washington",
            "new delhi",
            "ottawa",
            "jakarta",
            "moscow",
            "beijing",
            "taipei",
            "nice",
            "sydney",
            "florence",
            "victoria",
            "georgia",
            "jordan",
            "ukraine",
            "russia",
            "china",
            "france",
            "deutschland",
            "españa",
            "italia",
            "indonesia",
            "new york",
            "tokyo",
            "bern",
            "la habana",
            "frankfurt a.m.");

    private static final Datelines DATELINES = new Datelines(name -> KNOWN.contains(name.toLowerCase(Locale.ROOT)));

    /**
     * A row of the table.
     *
     * @param paragraph the text
     * @param line the dateline in it
     * @param story where its story begins
     */
    record Case(String paragraph, String line, int story, String places, String within, String day, String agency) {
        static Case of(String row) {
            String[] columns = row.split("\t", -1);
            String marked = columns[0];
            String line = marked.substring(marked.indexOf('{') + 1, marked.indexOf('}'));
            String paragraph = marked.replaceAll("[{}|]", "");
            return new Case(paragraph, line, marked.indexOf('|') - 2, columns[1], columns[2], columns[3], columns[4]);
        }

        @Override
        public String toString() {
            return line;
        }
    }

    static List<Case> datelines() {
        return lines("wire/datelines.tsv").stream().map(Case::of).toList();
    }

    static List<String> openings() {
        return lines("wire/no-datelines.txt");
    }

    @ParameterizedTest
    @MethodSource("datelines")
    void aDatelineIsReadWithAllThatItSays(Case wanted) {
        FiledFrom filed = DATELINES.read(wanted.paragraph);

        assertThat(filed).isNotNull();
        assertThat(filed.text()).isEqualTo(wanted.line);
        assertThat(filed.end()).isEqualTo(wanted.story);
        assertThat(wanted.paragraph.substring(
                        filed.start(), filed.start() + filed.text().length()))
                .isEqualTo(filed.text());
        assertThat(orDash(filed.places().stream().map(FiledFrom.Spot::name).collect(joining(" + "))))
                .isEqualTo(wanted.places);
        assertThat(orDash(filed.within())).isEqualTo(wanted.within);
        assertThat(orDash(filed.day())).isEqualTo(wanted.day);
        assertThat(orDash(filed.agency())).isEqualTo(wanted.agency);
        assertThat(filed.places())
                .allSatisfy(spot -> assertThat(wanted.paragraph.substring(
                                spot.start(), spot.start() + spot.name().length()))
                        .isEqualTo(spot.name()));
    }

    @ParameterizedTest
    @MethodSource("openings")
    void whatIsNoDatelineStaysInTheText(String paragraph) {
        assertThat(DATELINES.read(paragraph)).isNull();
    }

    @Test
    void theTablesAreNotShort() {
        assertThat(datelines()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(openings()).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void aPlaceInCapitalsWithADayNeedsNoGazetteer() {
        var strange = new Datelines(name -> false);

        assertThat(datelines())
                .filteredOn(line -> line.paragraph.matches("\\p{Lu}[\\p{Lu} ]{2,}, \\p{Lu}\\p{L}+ \\d+ -.*"))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(strange.read(line.paragraph)).isNotNull());
    }

    @Test
    void aPlaceByItselfIsReadOnlyWhereItIsKnown() {
        assertThat(DATELINES.read("OTTAWA — The envoys met again on Monday.")).isNotNull();
        assertThat(DATELINES.read("OTTOWA — The envoys met again on Monday.")).isNull();
    }

    @Test
    void nothingIsReadOfNothing() {
        for (String text :
                List.of("", " ", "—", "-", "(", "()", "/", "A", "(AP)", "[", "\ud83d", "PARIS", "PARIS,", "PARIS (")) {
            assertThat(DATELINES.read(text)).as(text).isNull();
        }
    }

    @Test
    @Timeout(30)
    void hostileTextIsReadQuickly() {
        for (String part : List.of(
                "A -",
                "A,",
                "A/",
                "(",
                "AP (",
                "May 1 ",
                "PARIS/",
                "de ",
                "1/",
                ". ",
                "- ",
                "A and ",
                "' ",
                "PARIS (A) ")) {
            assertThat(DATELINES.read(part.repeat(300_000))).as(part).isNull();
        }
    }

    private static String orDash(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "-" : value.toString();
    }
}
