package dateline.enrich.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.place.Gazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {
    private static final Datelines DATELINES = new Datelines(new Gazetteer()::knows);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Karuizawa, Japan (Lantern Wire) – The envoys met.|Karuizawa|Japan|Lantern Wire",
                "TOKYO, July 16 (Kyodo) -- The envoys met.|TOKYO|-|Kyodo",
                "PARIS (AFP) - The envoys met.|PARIS|-|AFP",
                "WASHINGTON — The envoys met.|WASHINGTON|-|-",
                "PARIS/BERLIN, March 3 (Reuters) - The envoys met.|PARIS|-|Reuters",
                "TOKYO, Nov. 23, Kyodo - The envoys met.|TOKYO|-|Kyodo",
                "BEIJING, Nov. 23 (Xinhua) -- The envoys met.|BEIJING|-|Xinhua",
                "MADRID, 12 mar (EFE).- The envoys met.|MADRID|-|EFE",
                "BERLIN dpa — The envoys met.|BERLIN|-|dpa",
                "Jakarta (ANTARA) - The envoys met.|Jakarta|-|ANTARA",
                "NEW DELHI, Sept 4 -- The envoys met.|NEW DELHI|-|-",
                "SPRINGFIELD, Ill. (AP) — The envoys met.|SPRINGFIELD|Ill.|AP",
                "NEW YORK, March 25 - The envoys met.|NEW YORK|-|-",
            })
    void aDatelineIsReadWithItsPlaceAndAgency(String paragraph, String place, String within, String agency) {
        FiledFrom filed = DATELINES.read(paragraph);

        assertThat(filed).isNotNull();
        assertThat(filed.place()).isEqualTo(place);
        assertThat(filed.within()).isEqualTo(within);
        assertThat(filed.agency()).isEqualTo(agency);
        assertThat(paragraph.substring(filed.end())).isEqualTo("The envoys met.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Paris – the city of light – was dark on Tuesday.",
                "The minister (Labour) - who is new - resigned.",
                "He said so -- twice.",
                "BREAKING - The envoys met.",
                "UPDATE 2 - The envoys met.",
                "President Macron, 45 — the youngest in decades — smiled.",
                "A well-known man left.",
                "- The envoys met.",
                "",
                "—",
            })
    void whatIsNoDatelineStaysInTheText(String paragraph) {
        assertThat(DATELINES.read(paragraph)).isNull();
    }

    @Test
    void hostileTextIsReadQuickly() {
        assertThat(DATELINES.read("A -".repeat(300_000))).isNull();
        assertThat(DATELINES.read("A,".repeat(300_000) + " - x")).isNull();
    }
}
