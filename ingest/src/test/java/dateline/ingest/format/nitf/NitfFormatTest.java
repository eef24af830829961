package dateline.ingest.format.nitf;

import static dateline.ingest.format.Copy.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.Status;
import wire.Subject;
import wire.WireItem;

class NitfFormatTest {
    @Test
    void headAndBodyGiveTheirFields() {
        WireItem item = item("nitf/full.xml");

        assertThat(item.getId()).isEqualTo("plains-press:pp.100.b");
        assertThat(item.getItemId()).isEqualTo("pp.100.b");
        assertThat(item.getVersion()).isEqualTo("3");
        assertThat(item.getUrgency()).isEqualTo(2);
        assertThat(item.getHeadline()).isEqualTo("Warehouse fire under control");
        assertThat(item.getSlugline()).isEqualTo("almere-fire");
        assertThat(item.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(item.getDateline().getPlaceName()).isEqualTo("Almere");
        assertThat(item.getDateline().getText()).isEqualTo("Almere, Netherlands");
        assertThat(item.getLanguage()).isEqualTo("en-GB");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-03-04T09:15:00Z"));
        assertThat(item.getKeywords()).containsExactly("fire", "Almere");
        assertThat(item.getPlaces()).containsExactly("Almere", "Netherlands");
        assertThat(item.getSupersedes()).containsExactly("plains-press:pp.100.a");
        assertThat(item.getMedia()).singleElement().satisfies(picture -> {
            assertThat(picture.getHref()).isEqualTo("pp11.jpg");
            assertThat(picture.getCaption()).isEqualTo("Smoke over Almere");
            assertThat(picture.getCredit()).isEqualTo("Bo Ek");
        });
    }

    @Test
    void subjectCodesKeepTheirSchemeAndBringTheirMediaTopic() {
        assertThat(item("nitf/full.xml").getSubjects())
                .containsExactly(
                        new Subject("subj:03004000", "Fire"),
                        new Subject("medtop:20000150", "fire"),
                        new Subject("Plains Press:PP7", null));
    }

    @Test
    void theBodyKeepsItsOrderItsTablesAndTheTextAfterInlineTags() {
        WireItem item = item("nitf/full.xml");

        assertThat(item.getBodyText())
                .isEqualTo(
                        "A fire at Noord Store is under control, the mayor said.\nSmoke\nSmoke drifted east all day.\n"
                                + "Hour\tEngines\n09\t12\nBo Ek contributed.");
        assertThat(item.getBodyHtml()).contains("<h3>Smoke</h3>", "<td>09</td>", "<em>east</em>");
    }

    @Test
    void notesAreForEditorsAndNeverInTheBody() {
        WireItem item = item("nitf/full.xml");

        assertThat(item.getEdnote()).contains("Picture PP11 goes with this.", "do not use the name");
        assertThat(item.getBodyText()).doesNotContain("owner", "Check wind");
    }

    @Test
    void anEmbargoedStoryWaitsForItsRelease() {
        WireItem item = item("nitf/embargoed.xml");

        assertThat(item.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-05T18:00:00Z"));
        assertThat(item.getStatus()).isEqualTo(Status.USABLE);
        assertThat(item.getHeadline()).isEqualTo("Budget leaves schools untouched");
    }

    @Test
    void anEmbargoWithoutATimeWithholdsTheStoryAndSaysSo() {
        WireItem item = item("nitf/embargoed-without-a-time.xml");

        assertThat(item.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(item.getNotes()).anySatisfy(note -> assertThat(note).contains("embargo"));
    }

    @Test
    void aKillWithoutBodyNamesTheItemItKills() {
        WireItem item = item("nitf/kill-of-another.xml");

        assertThat(item.getStatus()).isEqualTo(Status.CANCELED);
        assertThat(item.getCancels()).containsExactly("plains-press:pp.100.a");
    }
}
