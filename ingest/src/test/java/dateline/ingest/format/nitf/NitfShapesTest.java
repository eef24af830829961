package dateline.ingest.format.nitf;

import static dateline.ingest.format.Copy.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.MediaRef;
import wire.Status;
import wire.Subject;
import wire.WireItem;

/** Shapes that agencies give their NITF beside the plain one. */
class NitfShapesTest {
    @Test
    void whatDocdataLeavesOutIsReadFromMeta() {
        WireItem ferry = item("nitf/meta-names.xml");

        assertThat(ferry.getUrgency()).isEqualTo(4);
        assertThat(ferry.getKeywords()).containsExactly("ferje", "uvær", "Fjordby");
        assertThat(ferry.getProvider()).isEqualTo("FT");
    }

    @Test
    void placesAndNotesMayBeTextInsteadOfAttributes() {
        WireItem ferry = item("nitf/meta-names.xml");

        assertThat(ferry.getPlaces()).containsExactly("Fjordby", "Norge", "Vestfjord", "Vest");
        assertThat(ferry.getEdnote()).isEqualTo("Bilde sendes senere");
    }

    @Test
    void theDesksAddressIsNoTagline() {
        assertThat(item("nitf/meta-names.xml").getBodyText())
                .isEqualTo(
                        "All trafikk er stanset.\n– Vi venter, sier kapteinen.\nNye avganger\nNeste avgang er onsdag.");
    }

    @Test
    void severalCaptionsOfAPictureAreOne() {
        assertThat(item("nitf/meta-names.xml").getMedia())
                .singleElement()
                .extracting(MediaRef::getCaption)
                .isEqualTo("Ferja ved kai. Foto: Bo Ek");
    }

    @Test
    void theAgencyAndTheTitleInABylineAreNoNames() {
        WireItem locks = item("nitf/agency-in-byline.xml");

        assertThat(locks.getBylines()).containsExactly("Ana Sól", "Jan Kafka");
        assertThat(locks.getVersion()).isEqualTo("2");
        assertThat(locks.getSlugline()).isEqualTo("LOCKS Reopen");
        assertThat(locks.getPublished()).isEqualTo(Instant.parse("2026-03-04T11:30:00Z"));
    }

    @Test
    void prefixedCopyIsReadLikeAnyOther() {
        WireItem mine = item("nitf/namespaced-3.6.xml");

        assertThat(mine.getItemId()).isEqualTo("urn:bay.example:9");
        assertThat(mine.getHeadline()).isEqualTo("La mine de Cuivre Baie rouvre");
        assertThat(mine.getBylines()).containsExactly("Awa Diop", "Jean Bof");
        assertThat(mine.getPlaces()).containsExactly("Lusaka", "Zambie");
        assertThat(mine.getSubjects()).contains(new Subject("subj:04005000", "Mines"));
        assertThat(mine.getBodyText())
                .isEqualTo("La mine rouvre mercredi, selon Awa Diop, avec 300 mineurs.\nCours\nJour\tPrix\nLundi\t9\n"
                        + "Premier point\nSecond point\nNous rouvrons.\nLe directeur");
        assertThat(mine.getEdnote()).isEqualTo("Remplace le premier envoi.");
    }

    @Test
    void markupInCharacterDataIsMarkup() {
        WireItem harbour = item("nitf/markup-in-text.xml");

        assertThat(harbour.getBodyText()).isEqualTo("The harbour is open.\nThe market is shut.");
        assertThat(harbour.getStatus()).isEqualTo(Status.CANCELED);
        assertThat(harbour.getHeadline()).isEqualTo("Harbour & market");
        assertThat(harbour.getDateline().getPlaceName()).isEqualTo("TALLINN");
    }

    @Test
    void whatHasNoBodyHasItsAbstract() {
        WireItem ice = item("nitf/only-an-abstract.xml");

        assertThat(ice.getBodyText()).isEqualTo("Ice has closed the lake to all traffic.");
        assertThat(ice.getDateline().getText()).isEqualTo("Tartu, Estonia");
        assertThat(ice.getPublished()).isEqualTo(Instant.parse("2026-03-04T10:15:00Z"));
    }

    @Test
    void aBylineAmongTheTextIsABylineAndNoText() {
        WireItem mill = item("nitf/byline-in-content.xml");

        assertThat(mill.getBylines()).containsExactly("Ana Sól");
        assertThat(mill.getBodyText()).isEqualTo("The mill has a buyer.");
        assertThat(mill.getUsageTerms()).isEqualTo("No archive");
        assertThat(mill.getMedia())
                .extracting(MediaRef::getHref)
                .containsExactly("mill-large.jpg", "mill-small.jpg", "mill.mp4");
    }

    @Test
    void anArchivesCopySaysItsBylineAndItsLeadOnce() {
        WireItem ferry = item("nitf/archive.xml");

        assertThat(ferry.getBylines()).containsExactly("ANA SOL");
        assertThat(ferry.getBodyText()).isEqualTo("The ferry came back on Tuesday.\nPeople waved.");
        assertThat(ferry.getProvider()).isEqualTo("The Coast Times");
        assertThat(ferry.getPublished()).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        assertThat(ferry.getPlaces()).containsExactly("Coastville");
        assertThat(ferry.getLinks()).containsExactly("https://coast.example/ferry");
    }

    @Test
    void datesThatNobodyCanReadAreDroppedAndSaidSo() {
        WireItem lights = item("nitf/dates-nobody-can-read.xml");

        assertThat(lights.getPublished()).isNull();
        assertThat(lights.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(lights.getNotes())
                .anySatisfy(note -> assertThat(note).contains("publication date"))
                .anySatisfy(note -> assertThat(note).contains("embargo"));
    }

    @Test
    void theDatelineMayOpenTheTextAndWhatIsNotForPublicationEndsIt() {
        WireItem lights = item("nitf/dates-nobody-can-read.xml");

        assertThat(lights.getDateline().getPlaceName()).isEqualTo("TARTU");
        assertThat(lights.getBodyText()).isEqualTo("TARTU (LP) - Lights burn.");
    }
}
