package dateline.enrich.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Place;

class GazetteerBuilderTest {
    @TempDir
    private Path folder;

    private static String row(
            int id, String name, String byNames, double lat, double lon, String code, String state, int people) {
        return String.format(
                Locale.ROOT,
                "%d\t%s\t%s\t%s\t%f\t%f\t%s\t%s\tXX\t\t%s\t\t\t\t%d\t\t12\tEurope/Berlin\t2026-01-01",
                id,
                name,
                name,
                byNames,
                lat,
                lon,
                code.substring(0, 1),
                code.substring(2),
                state,
                people);
    }

    private Gazetteer built(int fewest) throws IOException {
        Path file = folder.resolve("made/gazetteer.bin");
        GazetteerBuilder.build(folder, file, fewest);
        return new Gazetteer(file);
    }

    private void dump() throws IOException {
        Files.write(
                folder.resolve("allCountries.txt"),
                List.of(
                        row(11, "Great Wick", "Grand Wick,Wiek,GWK", 10, 20, "P.PPL", "07", 80_000),
                        row(12, "Little Wick", "Petit Wick", 11, 21, "P.PPL", "07", 40),
                        row(13, "Wickland", "", 12, 22, "A.ADM1", "07", 500_000),
                        row(14, "Wick Water", "", 13, 23, "H.LK", "07", 0),
                        row(15, "Old Wick", "", 14, 24, "P.PPLH", "07", 9_000),
                        "not\ta\tplace"));
        Files.write(
                folder.resolve("countryInfo.txt"),
                List.of(
                        "# a comment",
                        "ISO\tISO3\tand so on",
                        "XX\tXXX\t000\tXX\tWickonia\tGreat Wick\t1\t600000\tEU\t.xx\tEUR\tEuro\t1\t#\t#\ten\t99\t\t"));
        Files.write(folder.resolve("admin1CodesASCII.txt"), List.of("XX.07\tWicklandia\tWicklandia\t13"));
        Files.write(
                folder.resolve("alternateNamesV2.txt"),
                List.of(
                        "1\t11\tde\tGroß Wick\t1\t\t\t\t\t",
                        "2\t11\tlink\tWikilink\t\t\t\t\t\t",
                        "3\t77\ten\tNowhere\t\t\t\t\t\t"));
    }

    @Test
    void geoNamesOwnDumpIsRead() throws IOException {
        dump();
        Gazetteer gazetteer = built(500);

        Place wick = requireNonNull(gazetteer.place("Great Wick", null));
        assertThat(wick.getGeonameId()).isEqualTo(11);
        assertThat(wick.getCountry()).isEqualTo("XX");
        assertThat(wick.getLat()).isEqualTo(10);
        assertThat(wick.getLon()).isEqualTo(20);
        assertThat(gazetteer.place("Gross Wick", "Wickland")).isEqualTo(wick);
        assertThat(gazetteer.knows("GRAND WICK")).isTrue();
        assertThat(gazetteer.knows("Wick Water")).isTrue();
        assertThat(gazetteer.country("Japan")).isEqualTo("JP");
    }

    @Test
    void whatIsTooSmallOrGoneOrNoNameIsLeftOut() throws IOException {
        dump();
        Gazetteer gazetteer = built(500);

        assertThat(List.of("Little Wick", "Old Wick", "Wikilink", "GWK", "Nowhere"))
                .noneMatch(gazetteer::knows);
        assertThat(built(0).knows("Little Wick")).isTrue();
    }

    @Test
    void theSameListsMakeTheSameFile() throws IOException {
        dump();
        Path first = folder.resolve("first.bin");
        Path second = folder.resolve("second.bin");
        GazetteerBuilder.build(folder, first, 0);
        GazetteerBuilder.build(folder, second, 0);

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void aFolderWithoutListsAndAFileThatIsNoneAreRefused() throws IOException {
        Path file = folder.resolve("gazetteer.bin");
        assertThatThrownBy(() -> GazetteerBuilder.build(folder, file, 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no lists of places");

        Files.writeString(file, "no such thing");
        assertThatThrownBy(() -> new Gazetteer(file)).hasMessageContaining("cannot be read");
    }
}
