package dateline.ingest.format.newsml;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static dateline.ingest.format.Copy.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Skipped;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.Status;
import wire.Subject;
import wire.WireItem;

class G2FormatTest {
    @Test
    void aNewsItemGivesItsFields() {
        WireItem fire = items("newsml-g2/message.xml").getFirst();

        assertThat(fire.getId()).isEqualTo("pp:urn:newsml:plains.example:20260304:fire");
        assertThat(fire.getItemId()).isEqualTo("urn:newsml:plains.example:20260304:fire");
        assertThat(fire.getVersion()).isEqualTo("1618095828");
        assertThat(fire.getProvider()).isEqualTo("Plains Press");
        assertThat(fire.getHeadline()).isEqualTo("Warehouse fire under control");
        assertThat(fire.getSlugline()).isEqualTo("ALMERE-FIRE");
        assertThat(fire.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(fire.getDateline().getText()).isEqualTo("Almere (PP)");
        assertThat(fire.getDateline().getPlaceName()).isEqualTo("Almere");
        assertThat(fire.getPublished()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
        assertThat(fire.getUpdated()).isEqualTo(Instant.parse("2026-03-04T10:15:00Z"));
        assertThat(fire.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(fire.getUrgency()).isEqualTo(2);
        assertThat(fire.getLanguage()).isEqualTo("en-GB");
        assertThat(fire.getKeywords()).containsExactly("blaze");
        assertThat(fire.getPlaces()).contains("Netherlands", "Almere");
        assertThat(fire.getSubjects()).contains(new Subject("medtop:20000150", "fire"));
        assertThat(fire.getGenres()).containsExactly("Current");
        assertThat(fire.getUsageTerms()).isEqualTo("Not in the Netherlands");
        assertThat(fire.getSupersedes()).containsExactly("pp:urn:newsml:plains.example:20260303:fire");
        assertThat(fire.getLinks()).containsExactly("https://plains.example/fire");
    }

    @Test
    void pageHeadsNotesAndContactsStayOutOfTheBody() {
        WireItem fire = items("newsml-g2/message.xml").getFirst();

        assertThat(fire.getBodyText()).isEqualTo("Almere (PP) - A fire is out, the mayor said.\n09\t12 engines");
        assertThat(fire.getEdnote()).isEqualTo("Corrects spelling in 2nd paragraph");
    }

    @Test
    void aPictureHasItsCaptionForTextAndItsCreatorForByline() {
        WireItem photo = items("newsml-g2/message.xml").get(1);

        assertThat(photo.getBodyText()).isEqualTo("Smoke rises over Almere on Wednesday.");
        assertThat(photo.getBylines()).containsExactly("Bo Ek");
        assertThat(photo.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(photo.getMedia()).singleElement().satisfies(media -> {
            assertThat(media.getRole()).isEqualTo("highRes");
            assertThat(media.getSize()).isEqualTo(1234);
        });
    }

    @Test
    void anItemWithoutContentIsADefectAndTheOthersGoOn() {
        Read read = (Read) reading("newsml-g2/message.xml");

        assertThat(read.items()).hasSize(2);
        assertThat(read.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.defect()).isEqualTo(Defect.NO_CONTENT);
            assertThat(defect.detail()).contains("urn:newsml:plains.example:empty");
        });
    }

    @Test
    void aKillNeedsNoBodyAndHasTheKeyOfItsStory() {
        WireItem kill = item("newsml-g2/canceled-without-body.xml");

        assertThat(kill.getStatus()).isEqualTo(Status.CANCELED);
        assertThat(kill.getId())
                .isEqualTo(items("newsml-g2/message.xml").getFirst().getId());
    }

    @Test
    void textIsFoundHoweverItStandsInline() {
        assertThat(items("newsml-g2/nitf-and-escaped-html.xml"))
                .extracting(WireItem::getBodyText)
                .containsExactly(
                        "Text after inline tags.",
                        "One & two.\nThree.",
                        "First paragraph.\nSecond paragraph.",
                        "Here too.");
    }

    @Test
    void withoutProviderTheGuidSaysWhoFiledIt() {
        assertThat(items("newsml-g2/nitf-and-escaped-html.xml").getFirst().getProvider())
                .isEqualTo("hill.example");
    }

    @Test
    void aPackageListsTheHeadlinesOfItsMembers() {
        WireItem top = item("newsml-g2/package.xml");

        assertThat(top.getBodyText()).isEqualTo("First story\nSecond story");
        assertThat(top.getLinks()).containsExactly("https://hill.example/1");
    }

    @Test
    void conceptsAreSkipped() {
        assertThat(reading("newsml-g2/concept.xml")).isInstanceOf(Skipped.class);
    }
}
