package dateline.ingest.format.plain;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.itemOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wire.Status;
import wire.WireItem;

/** Wire copy as plain text, in the frames and habits of those who send it so. */
class PlainCopyTest {
    @ParameterizedTest
    @CsvSource({
        "press-release, PORT ELLEN, PRNewswire",
        "business-release, PORT ELLEN, BUSINESS WIRE",
        "kyodo-style, OSAKA, Kyodo",
        "tass-style, MURMANSK, TASS",
        "telegraph, LINOSA, ANSA",
        "signed-heads, PORT ELLEN, AAP",
        "latin-1, Linz, HW",
    })
    void theDatelineTellsPlaceAndAgency(String copy, String place, String agency) {
        WireItem item = item("text/" + copy + ".txt");

        assertThat(item.getDateline().getPlaceName()).isEqualTo(place);
        assertThat(item.getProvider()).isEqualTo(agency);
        assertThat(item.getId()).startsWith("test:");
    }

    @Test
    void contactsAndWhatIsNotForPublicationAreNoText() {
        WireItem release = item("text/press-release.txt");

        assertThat(release.getBodyText()).endsWith("who runs the company.");
        assertThat(release.getEdnote()).contains("press@wharf.example");
        assertThat(item("text/latin-1.txt").getBodyText()).endsWith("Die Fähren ruhen.");
        assertThat(item("text/business-release.txt").getBodyText()).endsWith("ten years.");
    }

    @Test
    void headsInAFormGiveTheirFields() {
        WireItem bridge = item("text/with-heads.txt");

        assertThat(bridge.getSlugline()).isEqualTo("Bridge Reopens");
        assertThat(bridge.getHeadline()).isEqualTo("Harbour bridge to reopen in May");
        assertThat(bridge.getBylines()).containsExactly("Ana Sol", "Jan Dvorak");
        assertThat(bridge.getUrgency()).isEqualTo(3);
        assertThat(bridge.getEdnote()).isEqualTo("Pictures HW01 to HW03");
        assertThat(bridge.getBodyText()).startsWith("PORT ELLEN, March 4 AAP - ");
    }

    @Test
    void theTelegraphsFrameHoldsRoutingAboveAndTheTimeBelow() {
        WireItem bridge = item("text/telegraph.txt");

        assertThat(bridge.getHeadline()).isEqualTo("PONTE RIAPRE A MAGGIO");
        assertThat(bridge.getUrgency()).isEqualTo(4);
        assertThat(bridge.getPublished()).isEqualTo(Instant.parse("2026-11-12T18:25:00Z"));
        assertThat(bridge.getBodyText()).doesNotContain("NNNN", "XFLA");
    }

    @Test
    void headsWithSignsGiveTheirFields() {
        WireItem rowing = item("text/signed-heads.txt");

        assertThat(rowing.getHeadline()).isEqualTo("Rowing: home crew wins Port Ellen regatta");
        assertThat(rowing.getSlugline()).isEqualTo("Rowing Regatta");
        assertThat(rowing.getSubjects())
                .anySatisfy(subject -> assertThat(subject.getCode()).isEqualTo("subj:15042000"));
        assertThat(rowing.getBodyText()).startsWith("PORT ELLEN, March 4 AAP").contains("\nEight boats took part.");
    }

    @Test
    void anEmbargoAboveTheHeadlineHoldsAndIsANoteToEditors() {
        WireItem bees = item("text/embargoed.txt");

        assertThat(bees.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-09T00:01:00Z"));
        assertThat(bees.getHeadline()).isEqualTo("Bees count to four, study finds");
        assertThat(bees.getBylines()).containsExactly("Ana Sol");
        assertThat(bees.getEdnote()).contains("EMBARGOED UNTIL", "bees.example");
    }

    @Test
    void aNoteToEditorsAboveTheStoryTakesNothingElseWithIt() {
        WireItem bees = itemOf(
                "Bees count to four\n\nNote to editors: pictures follow.\n\nBees can count to four.\n\nEds: Adds a quote.\n\nThey do.\n");

        assertThat(bees.getEdnote()).isEqualTo("Note to editors: pictures follow.\nEds: Adds a quote.");
        assertThat(bees.getBodyText().lines()).containsExactly("Bees can count to four.", "They do.");
    }

    @Test
    void aKillInPlainTextKills() {
        assertThat(item("text/kill.txt").getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void versesKeepTheirLines() {
        assertThat(item("text/verse.txt").getBodyText()).startsWith("The boats go out,\nthe boats come in,\n");
    }

    @Test
    void aStoryWithoutAHeadlineKeepsItsFirstParagraph() {
        WireItem sumo = itemOf("OSAKA, March 22, Kyodo - Umikaze won the title.\n\nHe was glad.\n");

        assertThat(sumo.getHeadline()).isEqualTo("Umikaze won the title.");
        assertThat(sumo.getBodyText()).startsWith("OSAKA, March 22, Kyodo - Umikaze");
    }

    @Test
    void aFieldThatNeverEndsIsReadInNoTimeAtAll() {
        WireItem item = itemOf("Headline: H\nSlug: s\nByline: Ana Sol\n" + "word\n".repeat(200_000));

        assertThat(item.getHeadline()).isEqualTo("H");
    }
}
