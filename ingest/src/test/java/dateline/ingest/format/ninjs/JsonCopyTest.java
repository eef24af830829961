package dateline.ingest.format.ninjs;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static dateline.ingest.format.Copy.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wire.Status;
import wire.Subject;
import wire.WireItem;

class JsonCopyTest {
    @Test
    void ninjs1GivesItsFields() {
        WireItem fire = item("ninjs/version-1.json");

        assertThat(fire.getItemId()).isEqualTo("http://plains.example/items/1");
        assertThat(fire.getVersion()).isEqualTo("7");
        assertThat(fire.getProvider()).isEqualTo("Plains Press");
        assertThat(fire.getBylines()).containsExactly("Ana Sól", "Jan Dvořák");
        assertThat(fire.getDateline().getPlaceName()).isEqualTo("Almere");
        assertThat(fire.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-04T11:00:00Z"));
        assertThat(fire.getUrgency()).isEqualTo(3);
        assertThat(fire.getBodyText()).isEqualTo("A fire is out.\nSmoke drifts.");
        assertThat(fire.getSubjects())
                .contains(new Subject("subj:03004000", "fire"), new Subject("medtop:20000150", "fire"));
        assertThat(fire.getPlaces()).containsExactly("Almere", "Netherlands");
        assertThat(fire.getSupersedes()).hasSize(1);
        assertThat(fire.getMedia()).singleElement().satisfies(picture -> {
            assertThat(picture.getHref()).isEqualTo("https://img.plains.example/big.jpg");
            assertThat(picture.getCredit()).isEqualTo("Bo Ek");
        });
    }

    @Test
    void ninjs3GivesTheSameFromOtherNames() {
        WireItem bridge = item("ninjs/version-3.json");

        assertThat(bridge.getHeadline()).isEqualTo("Le pont rouvre");
        assertThat(bridge.getStatus()).isEqualTo(Status.CANCELED);
        assertThat(bridge.getBylines()).containsExactly("Léa Roc");
        assertThat(bridge.getBodyText()).isEqualTo("Le pont est ouvert.");
        assertThat(bridge.getProvider()).isEqualTo("Hill");
        assertThat(bridge.getMedia())
                .singleElement()
                .satisfies(picture -> assertThat(picture.getSize()).isEqualTo(7));
    }

    @Test
    void aListGivesItsItemsAndAStrayMemberIsADefect() {
        Read read = (Read) reading("ninjs/list.json");

        assertThat(read.items()).extracting(WireItem::getBodyText).containsExactly("First.\nSecond.", "x");
        assertThat(read.items().getFirst().getNotes())
                .anySatisfy(note -> assertThat(note).contains("no zone"));
        assertThat(read.items().get(1).getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(read.defects()).hasSize(1);
    }

    @Test
    void anAnswerOfTheMediaApiGivesItsItemAndTheStoryFetchedWithIt() {
        WireItem bridge = item("ap-media-json/answer.json");

        assertThat(bridge.getId()).isEqualTo("ap:abc");
        assertThat(bridge.getItemId()).isEqualTo("abc");
        assertThat(bridge.getVersion()).isEqualTo("8");
        assertThat(bridge.getBylines()).containsExactly("ANA SOL");
        assertThat(bridge.getDateline().getPlaceName()).isEqualTo("Port Ellen");
        assertThat(bridge.getBodyText()).isEqualTo("PORT ELLEN, N.Y. (AP) — The bridge closes.");
        assertThat(bridge.getLink()).isEqualTo("https://apnews.example/abc");
        assertThat(bridge.getEdnote()).startsWith("Eds: UPDATES");
        assertThat(bridge.getMedia()).isEmpty();
    }

    @Test
    void aFeedOfTheMediaApiGivesAllItsItems() {
        List<WireItem> items = items("ap-media-json/feed.json");

        assertThat(items).extracting(WireItem::getStatus).containsExactly(Status.CANCELED, Status.USABLE);
        assertThat(items.get(1).getBodyText()).isEqualTo("Two in short.");
    }

    @Test
    void aPictureOfTheMediaApiHasItsCaptionAndPhotographer() {
        WireItem picture = item("ap-media-json/picture.json");

        assertThat(picture.getBylines()).containsExactly("Bo Ek");
        assertThat(picture.getBodyText()).isEqualTo("The bridge at dusk.");
        assertThat(picture.getMedia()).hasSize(1);
    }
}
