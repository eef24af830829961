package dateline.ingest.format.newsml;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.MediaRef;
import wire.Status;
import wire.Subject;
import wire.WireItem;

/** Shapes that agencies give their NewsML-G2 beside the plain one. */
class G2ShapesTest {
    @Test
    void withoutBylineAPersonWhoCreatedItWroteIt() {
        assertThat(item("newsml-g2/creator-without-by.xml").getBylines()).containsExactly("Ana Sól");
    }

    @Test
    void ofHeadlinesWithRolesTheMainOneCounts() {
        assertThat(item("newsml-g2/creator-without-by.xml").getHeadline()).isEqualTo("River level falls");
    }

    @Test
    void conceptsAreNamedByWhatTheItemAssertsOfThem() {
        WireItem river = item("newsml-g2/creator-without-by.xml");

        assertThat(river.getSubjects()).contains(new Subject("org:9", "River Board"));
        assertThat(river.getPlaces()).containsExactly("Lowland", "Delta Land", "Riverton", "New Shire", "Netherlands");
    }

    @Test
    void statusAndSourceMayBeAddresses() {
        WireItem river = item("newsml-g2/creator-without-by.xml");

        assertThat(river.getStatus()).isEqualTo(Status.USABLE);
        assertThat(river.getProvider()).isEqualTo("ACME");
        assertThat(river.getCopyright()).isEqualTo("Copyright 2026, all rights reserved");
        assertThat(river.getEdnote()).isEqualTo("Note to editors: STRICTLY CHECKED.");
    }

    @Test
    void ofTranslationsTheItemsOwnLanguageCounts() {
        WireItem port = item("newsml-g2/several-languages.xml");

        assertThat(port.getLanguage()).isEqualTo("fr");
        assertThat(port.getHeadline()).isEqualTo("Fin de la grève au port");
        assertThat(port.getSlugline()).isEqualTo("Port-grève");
        assertThat(port.getBodyText()).isEqualTo("La grève est finie mercredi.");
    }

    @Test
    void everyRenditionOfAPictureIsKeptHoweverItIsAddressed() {
        WireItem lanterns = item("newsml-g2/picture-of-several-renditions.xml");

        assertThat(lanterns.getMedia())
                .extracting(MediaRef::getHref)
                .containsExactly(
                        "https://lens.example/pic7-t.jpg",
                        "tag:lens.example,2026:bin7",
                        "https://lens.example/pic7-p.jpg");
        assertThat(lanterns.getMedia())
                .extracting(MediaRef::getCaption)
                .containsOnly("Lanterns on the river, March 3, 2026. LENS/Bo Ek");
        assertThat(lanterns.getBylines()).containsExactly("Bo Ek");
        assertThat(lanterns.getDateline().getPlaceName()).isEqualTo("Riga");
    }

    @Test
    void aVideoHasItsScriptForText() {
        WireItem ferry = item("newsml-g2/video-with-shotlist.xml");

        assertThat(ferry.getBodyText())
                .isEqualTo("The ferry is back.\nOSLO (MARCH 4, 2026) (CLIP)\n1. FERRY AT QUAY 2. PEOPLE WAVING");
        assertThat(ferry.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(ferry.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
        assertThat(ferry.getPlaces()).containsExactly("Oslo", "Norway");
    }

    @Test
    void aPackageOfGroupsComesBesideItsMembers() {
        assertThat(items("newsml-g2/hierarchical-package.xml"))
                .extracting(WireItem::getBodyText)
                .containsExactly(
                        "The day's stories.\nFirst story\nSecond, a picture", "First line of text.\nSecond paragraph.");
    }

    @Test
    void prefixesSayNothing() {
        WireItem peat = item("newsml-g2/wrapped-and-prefixed.xml");

        assertThat(peat.getItemId()).isEqualTo("urn:newsml:moor.example:20260304:m-1");
        assertThat(peat.getHeadline()).isEqualTo("Peat burns again");
        assertThat(peat.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(peat.getBodyText()).isEqualTo("Peat burns.\na\tb");
    }

    @Test
    void anEmbargoWithoutEndWithholdsTheItem() {
        WireItem peat = item("newsml-g2/wrapped-and-prefixed.xml");

        assertThat(peat.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(peat.getNotes()).anySatisfy(note -> assertThat(note).contains("embargo"));
    }

    @Test
    void datesThatNobodyCanReadAreDroppedAndSaidSo() {
        WireItem peat = item("newsml-g2/dates-nobody-can-read.xml");

        assertThat(peat.getPublished()).isEqualTo(Instant.parse("2026-03-04T03:45:00Z"));
        assertThat(peat.getUpdated()).isNull();
        assertThat(peat.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(peat.getNotes())
                .anySatisfy(note -> assertThat(note).contains("future"))
                .anySatisfy(note -> assertThat(note).contains("embargo"));
    }

    @Test
    void aVersionThatIsInTheGuidTooIsNoPartOfIt() {
        assertThat(item("newsml-g2/dates-nobody-can-read.xml").getItemId())
                .isEqualTo("urn:newsml:moor.example:20260304:m-2");
    }

    @Test
    void countriesAreKnownByTheirCode() {
        assertThat(item("newsml-g2/dates-nobody-can-read.xml").getPlaces()).containsExactly("Estonia");
    }

    @Test
    void theDatelineMayOpenTheText() {
        WireItem peat = item("newsml-g2/dates-nobody-can-read.xml");

        assertThat(peat.getDateline().getPlaceName()).isEqualTo("HIGHMOOR");
        assertThat(peat.getBodyText()).isEqualTo("HIGHMOOR, March 4 (Moor) -- Peat burns on.");
    }
}
