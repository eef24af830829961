package dateline.ingest.format.telex;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static dateline.ingest.format.Copy.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Status;
import wire.WireItem;

class TelexTest {
    @Test
    void a7901DispatchGivesItsFields() {
        WireItem fire = item("iptc7901/english.txt");

        assertThat(fire.getUrgency()).isEqualTo(3);
        assertThat(fire.getProvider()).isEqualTo("plw");
        assertThat(fire.getSlugline()).isEqualTo("Almere-fire");
        assertThat(fire.getHeadline()).isEqualTo("Warehouse fire near Almere is under control");
        assertThat(fire.getBylines()).containsExactly("Ana Sol");
        assertThat(fire.getGenres()).containsExactly("1ST LEAD");
        assertThat(fire.getDateline().getText()).isEqualTo("Almere (plw)");
        assertThat(fire.getDateline().getPlaceName()).isEqualTo("Almere");
        assertThat(fire.getPublished()).isEqualTo(Instant.parse("2026-03-04T10:15:00Z"));
        assertThat(fire.getBodyText())
                .isEqualTo(
                        "Almere (plw) - A fire at a warehouse is under control, the mayor said on Wednesday.\nSmoke drifted east.");
        assertThat(fire.getEdnote()).contains("adds mayor").doesNotContain("555");
    }

    @Test
    void germanDispatchesAreLatin1AndFiledInTheirOwnZone() {
        WireItem match = item("iptc7901/german-latin-1.txt");

        assertThat(match.getHeadline()).isEqualTo("Müller trifft zum späten Sieg");
        assertThat(match.getSlugline()).isEqualTo("Fußball");
        assertThat(match.getPublished()).isEqualTo(Instant.parse("2026-10-04T09:14:00Z"));
        assertThat(match.getBodyText()).isEqualTo("Köln (plw) - Müller traf in der Nachspielzeit.\nDas Spiel war zäh.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iptc7901/kill.txt", "anpa/kill.txt"})
    void aKillIsToldByItsSlugOrHeadline(String copy) {
        assertThat(item(copy).getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void anEmbargoInTheTextIsReadWithItsZone() {
        WireItem prize = item("iptc7901/embargoed.txt");

        assertThat(prize.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-05T18:00:00Z"));
    }

    @Test
    void anEmbargoThatNobodyCanReadWithholdsTheCopyAndSaysSo() {
        WireItem prize = item("iptc7901/embargo-nobody-can-read.txt");

        assertThat(prize.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(prize.getNotes()).anySatisfy(note -> assertThat(note).contains("embargo"));
    }

    @Test
    void severalDispatchesAreReadApartAndABrokenOneSpoilsNone() {
        Read read = (Read) reading("iptc7901/two-dispatches.txt");

        assertThat(read.items()).extracting(WireItem::getHeadline).containsExactly("First", "Second");
        assertThat(read.defects()).hasSize(1);
    }

    @Test
    void anAnpaDispatchGivesItsFields() {
        WireItem bridge = item("anpa/story.txt");

        assertThat(bridge.getUrgency()).isEqualTo(1);
        assertThat(bridge.getProvider()).isEqualTo("PP");
        assertThat(bridge.getSlugline()).isEqualTo("BC-PP--Harbour Bridge, 1st Ld-Writethru");
        assertThat(bridge.getHeadline()).isEqualTo("Harbour bridge shuts, ferries fill up");
        assertThat(bridge.getBylines()).containsExactly("ANA SOL", "JAN DVORAK");
        assertThat(bridge.getCredit()).isEqualTo("Plains Press");
        assertThat(bridge.getDateline().getPlaceName()).isEqualTo("PORT ELLEN");
        assertThat(bridge.getPublished()).isEqualTo(Instant.parse("2026-03-04T15:09:00Z"));
        assertThat(bridge.getEdnote()).contains("Updates with ferries");
        assertThat(bridge.getBodyText())
                .isEqualTo(
                        "PORT ELLEN (PP) — The bridge — built in 1902 — is shut.\n“We wait,” she said.\nBo Ek contributed.");
    }

    @Test
    void anAnpaTableStaysATable() {
        WireItem weather = item("anpa/table.txt");

        assertThat(weather.getBodyHtml()).contains("<td>Bergen</td><td>3</td>");
        assertThat(weather.getBodyText()).contains("\nBergen\t3\t6\tcdy\n").doesNotContain("END", "PP-WF");
    }

    @Test
    void anAnpaListOfHeadlinesHasTheFirstForItsOwn() {
        WireItem top = item("anpa/headlines-only.txt");

        assertThat(top.getHeadline()).isEqualTo("PP Top News at 11:23 p.m.");
        assertThat(top.getBodyText()).isEqualTo("Bridge shuts in storm\nFerries fill up");
        assertThat(items("anpa/headlines-only.txt")).hasSize(1);
    }
}
