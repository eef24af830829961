package dateline.ingest.format.telex;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Status;
import wire.WireItem;

/** IPTC 7901 in the habits of several agencies. */
class Iptc7901CopyTest {
    @Test
    void apaNamesItselfInTheDatelineAndSetsASubtitle() {
        WireItem bridge = item("iptc7901/apa-style.txt");

        assertThat(bridge.getProvider()).isEqualTo("APA");
        assertThat(bridge.getUrgency()).isEqualTo(5);
        assertThat(bridge.getSlugline()).isEqualTo("Hochwasser/Brücken/Oberösterreich");
        assertThat(bridge.getHeadline()).isEqualTo("Talbrücke nach Hochwasser wieder offen");
        assertThat(bridge.getPublished()).isEqualTo(Instant.parse("2026-10-14T12:05:00Z"));
        assertThat(bridge.getDateline().getPlaceName()).isEqualTo("Linz");
        assertThat(bridge.getBodyText()).startsWith("Linz (APA) - Die").endsWith("(parteifrei).");
    }

    @Test
    void copyWithoutControlCharactersHasItsSlugInTheFirstLineAndItsContactsInTheNote() {
        WireItem inn = item("iptc7901/ots-release.txt");

        assertThat(inn.getSlugline()).isEqualTo("Gastronomie/Wien/Tourismus");
        assertThat(inn.getHeadline()).isEqualTo("Wirtshaus am Kanal eröffnet die Saison");
        assertThat(inn.getProvider()).isEqualTo("OTS");
        assertThat(inn.getPublished()).isEqualTo(Instant.parse("2026-10-15T10:00:00Z"));
        assertThat(inn.getBodyText()).endsWith("Die Plätze sind ab 11 Uhr zu haben.");
        assertThat(inn.getEdnote()).contains("01/555 00 11");
    }

    @Test
    void aDispatchMayBeSignedBeforeItsTime() {
        WireItem bridge = item("iptc7901/french.txt");

        assertThat(bridge.getProvider()).isEqualTo("AFP");
        assertThat(bridge.getPublished()).isEqualTo(Instant.parse("2026-11-12T10:15:00Z"));
        assertThat(bridge.getDateline().getPlaceName()).isEqualTo("LYON");
        assertThat(bridge.getBodyText()).endsWith("a dit sa présidente, Léa Roc.");
    }

    @Test
    void belgasDatelineEndsInAnEqualsSign() {
        WireItem bridge = item("iptc7901/belga-style.txt");

        assertThat(bridge.getProvider()).isEqualTo("BELGA");
        assertThat(bridge.getSlugline()).isEqualTo("BRUG/WERKEN/GENT");
        assertThat(bridge.getDateline().getPlaceName()).isEqualTo("GENT");
        assertThat(bridge.getBodyText()).endsWith("zei ze.");
    }

    @Test
    void aGermanEmbargoIsReadWithItsZone() {
        WireItem prize = item("iptc7901/sperrfrist.txt");

        assertThat(prize.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-10-13T16:00:00Z"));
        assertThat(prize.getHeadline()).isEqualTo("Buchpreis geht an Lyrikerin aus Görlitz");
        assertThat(prize.getDateline().getPlaceName()).isEqualTo("Frankfurt/Main");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iptc7901/kill-in-text.txt", "iptc7901/withdrawn.txt"})
    void aKillInTheTextKills(String copy) {
        assertThat(item(copy).getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void linesThatSomebodyEndedStandAlone() {
        assertThat(item("iptc7901/results.txt").getBodyText().lines())
                .containsExactly(
                        "Berlin (dpa) - Results of the handball league on Sunday:",
                        "Rostock v Jena 28-25",
                        "Kiel v Emden 31-31",
                        "Gotha v Celle 19-22",
                        "Standings of the first five teams after the last round of the season are moved apart from this dispatch.");
    }

    @Test
    void theNotebooksLinksAreLinksAndItsContactsAreNowhere() {
        WireItem canal = item("iptc7901/with-links.txt");

        assertThat(canal.getHeadline()).isEqualTo("Canal is open again after grounding, says port office");
        assertThat(canal.getBylines()).containsExactly("Ana Sol", "Jan Dvorak", "Eve Bell");
        assertThat(canal.getLinks()).containsExactly("http://port.example/canal", "https://ships.example/t");
        assertThat(canal.getEdnote()).contains("Adds details").doesNotContain("555");
        assertThat(canal.getBodyText()).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Lead singer of harbour band dies, ''",
        "Extra time for the ferry, ''",
        "1ST LEAD, 1ST LEAD",
        "2ND NEW LEAD, 2ND NEW LEAD",
        "KORREKTUR, KORREKTUR",
    })
    void onlyWordsOfTheTradeMarkADispatch(String line, String marker) {
        WireItem item = itemOf("\001plx0123 3 i 12 plw 0456\r\n\r\nHarbour/\r\n\002" + line
                + "\r\nThe second line =\r\n\r\nOslo (plw) - Text.\r\n\003041015 GMT Mar 26\r\n\004");

        if (marker.isEmpty()) {
            assertThat(item.getGenres()).isEmpty();
            assertThat(item.getHeadline()).isEqualTo(line + " The second line");
        } else {
            assertThat(item.getGenres()).containsExactly(marker);
            assertThat(item.getHeadline()).isEqualTo("The second line");
        }
    }

    @Test
    void theTelegraphsFrameIsNoPartOfADispatch() {
        WireItem item = itemOf(
                "ZCZC AGX0123 3 POL 0 R01 /\n\nPonte riapre =\n\nLinosa (AGX) - Il ponte riapre.\n\n131825 NOV 26\nNNNN\n");

        assertThat(item.getFormat()).isEqualTo("iptc7901");
        assertThat(item.getHeadline()).isEqualTo("Ponte riapre");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-11-13T18:25:00Z"));
        assertThat(item.getBodyText()).isEqualTo("Linosa (AGX) - Il ponte riapre.");
    }
}
