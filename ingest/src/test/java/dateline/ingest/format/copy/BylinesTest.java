package dateline.ingest.format.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Ana Sól and Jan Dvořák, Plains Press | Ana Sól;Jan Dvořák",
                "By ANA SOL | ANA SOL",
                "Von Ute Sommer, dpa | Ute Sommer",
                "Por Lucía Prado y Juan Vera | Lucía Prado;Juan Vera",
                "ana@x.example (Ana Sól) | Ana Sól",
                "Ana Sól <ana@x.example> | Ana Sól",
                "By Ana Sól, Jan Dvořák and Bo Ek | Ana Sól;Jan Dvořák;Bo Ek",
                "By Ana Sól (Plains Press) | Ana Sól",
                "By Ana Sól, Foreign Correspondent | Ana Sól",
                "By The Associated Press | The Associated Press",
                "Byron Bayliss | Byron Bayliss",
            })
    void bylinesGiveTheirNames(String byline, String names) {
        assertThat(Bylines.names(byline)).isEqualTo(Arrays.asList(names.split(";", -1)));
    }
}
