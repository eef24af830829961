package dateline.ingest.format.ninjs;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wire.MediaRef;
import wire.Status;
import wire.Subject;
import wire.WireItem;

/** ninjs of three generations, and the Media API's answers. */
class NinjsCopyTest {
    @Test
    void associatedPicturesAreTheStorysMedia() {
        WireItem bridge = item("ninjs/with-associations.json");

        assertThat(bridge.getItemId()).isEqualTo("tag:hill.example,2026:newsml_HW1:17");
        assertThat(bridge.getHeadline()).isEqualTo("Harbour bridge reopens & ferries rest");
        assertThat(bridge.getMedia())
                .extracting(MediaRef::getHref)
                .containsExactly(
                        "https://img.hill.example/o.jpg",
                        "https://img.hill.example/v.jpg",
                        "https://img.hill.example/c.mp4");
        assertThat(bridge.getMedia().getFirst().getCaption()).isEqualTo("The bridge at noon");
        assertThat(bridge.getSubjects()).contains(new Subject("medtop:20000538", "road transport"));
        assertThat(bridge.getKeywords()).containsExactly("bridge", "ferries");
        assertThat(bridge.getSupersedes()).hasSize(1);
        assertThat(bridge.getBodyText()).doesNotContain("555");
    }

    @Test
    void ninjs2GivesTheMainOfItsHeadlinesAndAllOfItsLists() {
        WireItem bridge = item("ninjs/version-2.json");

        assertThat(bridge.getHeadline()).isEqualTo("Brücke nach elf Tagen offen");
        assertThat(bridge.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(bridge.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-04T11:00:00Z"));
        assertThat(bridge.getProvider()).isEqualTo("Plains Wire");
        assertThat(bridge.getPlaces()).containsExactly("Linz", "Österreich");
        assertThat(bridge.getMedia()).extracting(MediaRef::getRole).containsExactly("thumb", "main");
        assertThat(bridge.getLink()).isEqualTo("https://plains.example/bruecke");
        assertThat(bridge.getBodyText()).endsWith("Die Fähren ruhen.");
    }

    @Test
    void ninjs3MayListItsBylines() {
        WireItem bridge = item("ninjs/version-3-bylines.json");

        assertThat(bridge.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(bridge.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(bridge.getHeadline()).isEqualTo("Bridge sold for one crown");
        assertThat(bridge.getEdnote()).isEqualTo("Hold for the lawyers");
        assertThat(bridge.getBodyText().lines()).containsExactly("The bridge was sold.", "The price was one crown.");
    }

    @Test
    void theListInAServersAnswerIsReadItemByItem() {
        assertThat(items("ninjs/api-answer.json"))
                .extracting(WireItem::getStatus)
                .containsExactly(Status.USABLE, Status.CANCELED);
    }

    @Test
    void theHostOfEitherIdIsTheProviderWhereNothingElseSaysIt() {
        assertThat(item("ninjs/bbc-like.json").getProvider()).isEqualTo("news.town.example");
    }

    @Test
    void aPictureHasItsCaptionForBodyAndItsFilesForMedia() {
        WireItem picture = item("ninjs/picture.json");

        assertThat(picture.getBodyText()).isEqualTo("The bridge at noon.");
        assertThat(picture.getMedia())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.getCaption()).isEqualTo("The bridge at noon."));
    }

    @Test
    void anEmbargoThatNobodyCanReadWithholdsTheItem() {
        WireItem prize = item("ninjs/embargo-nobody-can-read.json");

        assertThat(prize.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(prize.getNotes()).anySatisfy(note -> assertThat(note).contains("embargo"));
    }

    @Test
    void aSearchOfTheMediaApiGivesEveryItemWithItsOwnStatus() {
        List<WireItem> found = items("ap-media-json/search.json");

        assertThat(found)
                .extracting(WireItem::getStatus)
                .containsExactly(Status.USABLE, Status.USABLE, Status.CANCELED, Status.USABLE);
        assertThat(found.getFirst().getUrgency()).isEqualTo(3);
        assertThat(found.getFirst().getBylines()).containsExactly("ANA SOL", "JAN DVORAK");
        assertThat(found.getFirst().getDateline().getPlaceName()).isEqualTo("Port Ellen");
        assertThat(found.get(1).getEmbargoedUntil()).isEqualTo(Instant.parse("2026-06-07T04:01:00Z"));
        assertThat(found.get(3).getBylines()).containsExactly("Bo Ek");
        assertThat(found.get(3).getMedia()).hasSize(2);
    }

    @Test
    void anAnswerMayHoldItsStoryBesideTheItem() {
        WireItem draft = item("ap-media-json/withheld.json");

        assertThat(draft.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(draft.getUrgency()).isEqualTo(1);
        assertThat(draft.getBodyText()).startsWith("PORT ELLEN, N.Y. (AP) — A draft.");
        assertThat(draft.getMedia()).hasSize(1);
    }
}
