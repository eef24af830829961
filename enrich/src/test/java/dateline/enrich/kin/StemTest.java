package dateline.enrich.kin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UPDATE 3-Mill fire kills nine | mill fire kills nine",
                "CORRECTED-UPDATE 2-Mill fire kills nine | mill fire kills nine",
                "REFILE-Mill fire kills nine | mill fire kills nine",
                "(CORRECTED) Mill fire kills nine | mill fire kills nine",
                "Corrected: Mill fire kills nine | mill fire kills nine",
                "2nd LEAD: Mill fire kills nine | mill fire kills nine",
                "NEW LEAD - Mill fire kills nine | mill fire kills nine",
                "Mill fire kills nine (UPDATE 2) | mill fire kills nine",
                "Mill fire kills nine - correction | mill fire kills nine",
                "BC-US--Mill Fire, 3rd Ld-Writethru | us mill fire",
                "Mill-Fire-1st-Ld | mill fire",
                "Mill-Fire_Update | mill fire update",
                "MILL-FIRE/ (UPDATE 1) | mill fire",
                "mill-fire-lead-2 | mill fire",
                "Korrektur: Brand in der Mühle | brand in der mühle",
            })
    void anUpdateHasTheStemOfItsStoryAndSaysSo(String name, String stem) {
        assertThat(Stem.of(name).text()).isEqualTo(stem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lead levels in water exceed limits",
                "Update on the road works promised",
                "Corrected figures show a smaller deficit",
                "Smith takes lead",
                "RPT-Mill fire kills nine",
                "BC-Mill-Fire",
                "Mill fire, take 2",
                ""
            })
    void aPlainHeadlineIsNoUpdate(String name) {
        assertThat(Stem.of(name).isUpdate()).isFalse();
    }
}
