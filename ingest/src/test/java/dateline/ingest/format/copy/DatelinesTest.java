package dateline.ingest.format.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALMERE (AP) — The fire is out. | ALMERE",
                "Oslo (NTB): Ferja ligger til kai. | Oslo",
                "Paris, 4 mars 2026 (AFP) - Le port est ouvert. | Paris",
                "Madrid, 4 mar (EFE).- El puerto abre. | Madrid",
                "Lisboa, 04 mar 2026 (Lusa) - O porto abriu. | Lisboa",
                "BEIJING, March 4 (Xinhua) -- The port is open. | BEIJING",
                "SAITAMA, Japan, March 4, Kyodo - The port is open. | SAITAMA",
                "SYDNEY, March 4 AAP - The port is open. | SYDNEY",
                "OMSK, March 4. /TASS/. The line is open. | OMSK",
                "BOSTON, March 4, 2026 /PRNewswire/ -- The port is open. | BOSTON",
                "BOSTON--(BUSINESS WIRE)--The port is open. | BOSTON",
                "GREENWICH, Conn.--(BUSINESS WIRE)--The port is open. | GREENWICH",
                "BOSTON, March 04, 2026 (GLOBE NEWSWIRE) -- The port is open. | BOSTON",
                "(ANSA) - ROMA, 04 MAR - Il porto è aperto. | ROMA",
            })
    void theHeadOfTheTextSaysWhereItWasFiled(String text, String place) {
        assertThat(Datelines.opening(text))
                .isNotNull()
                .extracting(Datelines.Found::place)
                .isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister (SPD) said the port is open.",
                "On Monday, March 4, the port opened.",
                "He drove a car/van and paid, in May, 50 euros/day - no more.",
                "Anna, 12 (NTB) years old, won."
            })
    void otherTextIsNoDateline(String text) {
        assertThat(Datelines.opening(text)).isNull();
    }
}
