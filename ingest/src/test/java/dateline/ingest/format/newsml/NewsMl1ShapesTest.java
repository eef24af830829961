package dateline.ingest.format.newsml;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.MediaRef;
import wire.Status;
import wire.Subject;
import wire.WireItem;

/** Shapes that agencies give their NewsML 1.2 beside the plain one. */
class NewsMl1ShapesTest {
    @Test
    void linesOfTheItemComeBeforeThoseOfItsPicturesAndOfTheNitfInside() {
        WireItem rivers = item("newsml-1.2/text-with-nitf-and-photo.xml");

        assertThat(rivers.getHeadline()).isEqualTo("Rivers rise in the hills");
        assertThat(rivers.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(rivers.getCredit()).isEqualTo("HP/Hill Press");
        assertThat(rivers.getSlugline()).isEqualTo("Hills-weather-flood");
        assertThat(rivers.getBodyText()).isEqualTo("Rivers rose on Wednesday.\nTwo bridges are shut.");
        assertThat(rivers.getEdnote()).isEqualTo("ADDS quote");
    }

    @Test
    void topicsThatOccurAreSubjectsPlacesAndWords() {
        WireItem rivers = item("newsml-1.2/text-with-nitf-and-photo.xml");

        assertThat(rivers.getSubjects()).contains(new Subject("subj:17003002", "Flood warning"));
        assertThat(rivers.getPlaces()).containsExactly("Austria", "Hilltown", "River Valley");
        assertThat(rivers.getKeywords()).containsExactly("flood", "river", "Ana Sol");
    }

    @Test
    void captionAndCreditOfAPictureHoldForAllItsRenditions() {
        assertThat(item("newsml-1.2/text-with-nitf-and-photo.xml").getMedia())
                .hasSize(2)
                .allSatisfy(rendition -> {
                    assertThat(rendition.getCaption()).isEqualTo("A bridge under water.");
                    assertThat(rendition.getCredit()).isEqualTo("HP Photo");
                });
    }

    @Test
    void ofAReleaseInTwoLanguagesTheFirstIsRead() {
        WireItem pass = item("newsml-1.2/two-languages.xml");

        assertThat(pass.getLanguage()).isEqualTo("de");
        assertThat(pass.getHeadline()).isEqualTo("Pass wieder offen");
        assertThat(pass.getBodyText()).isEqualTo("Pass wieder offen\nDer Pass ist offen.");
        assertThat(pass.getUrgency()).isEqualTo(6);
    }

    @Test
    void leadAndBodyAreTheTextAndNotesAreForEditors() {
        WireItem rail = item("newsml-1.2/roles-of-text.xml");

        assertThat(rail.getBodyText())
                .isEqualTo("OMSK, March 4. /STEPPE/. The line is open.\nTrains run again.\nTickets cost less.");
        assertThat(rail.getEdnote()).isEqualTo("Desk: check the fare.");
        assertThat(rail.getUrgency()).isEqualTo(2);
        assertThat(rail.getDateline().getPlaceName()).isEqualTo("OMSK");
        assertThat(rail.getPublished()).isEqualTo(Instant.parse("2026-03-04T09:15:00Z"));
    }

    @Test
    void aKilledPictureKeepsItsAdvisory() {
        WireItem lanterns = item("newsml-1.2/photo-only.xml");

        assertThat(lanterns.getStatus()).isEqualTo(Status.CANCELED);
        assertThat(lanterns.getEdnote()).isEqualTo("MANDATORY KILL");
        assertThat(lanterns.getBylines()).containsExactly("Bo Ek");
        assertThat(lanterns.getPlaces()).containsExactly("Riga", "Latvia");
    }

    @Test
    void encodedTextIsReadAndAStatusThatWillEndIsNoEmbargo() {
        WireItem ferry = item("newsml-1.2/base64-text.xml");

        assertThat(ferry.getBodyText()).isEqualTo("The ferry is back.");
        assertThat(ferry.getEmbargoedUntil()).isNull();
        assertThat(ferry.getMedia())
                .singleElement()
                .extracting(MediaRef::getHref)
                .isEqualTo("map.svg");
    }

    @Test
    void oneBadItemNeverSpoilsTheRest() {
        Read read = (Read) reading("newsml-1.2/one-bad-item.xml");

        assertThat(read.items()).extracting(WireItem::getItemId).containsExactly("61");
        assertThat(read.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.defect()).isEqualTo(Defect.NO_CONTENT);
            assertThat(defect.detail()).contains("60");
        });
    }

    @Test
    void whatTheNewsLinesLeaveOutIsReadFromComponentsAndFromTheNitfInside() {
        WireItem isle = item("newsml-1.2/one-bad-item.xml");

        assertThat(isle.getHeadline()).isEqualTo("Isle prepares");
        assertThat(isle.getBylines()).containsExactly("Ana Sol");
        assertThat(isle.getDateline().getPlaceName()).isEqualTo("Port Isle");
        assertThat(isle.getBodyText()).isEqualTo("The isle prepares itself.\na\tb");
    }

    @Test
    void anEmbargoWithoutAnEndWithholdsTheItemAndAnImpossibleDateIsDropped() {
        WireItem isle = item("newsml-1.2/one-bad-item.xml");

        assertThat(isle.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(isle.getPublished()).isEqualTo(Instant.parse("2026-03-04T09:15:00Z"));
        assertThat(isle.getNotes())
                .anySatisfy(note -> assertThat(note).contains("embargo"))
                .anySatisfy(note -> assertThat(note).contains("publication date"));
    }
}
