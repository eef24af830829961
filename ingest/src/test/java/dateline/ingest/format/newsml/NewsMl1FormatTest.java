package dateline.ingest.format.newsml;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.Status;
import wire.WireItem;

class NewsMl1FormatTest {
    @Test
    void aNewsItemGivesItsFields() {
        WireItem strike = items("newsml-1.2/two-items.xml").getFirst();

        assertThat(strike.getItemId()).isEqualTo("TX-77");
        assertThat(strike.getId()).isEqualTo("coast.example/20260304:TX-77");
        assertThat(strike.getVersion()).isEqualTo("2");
        assertThat(strike.getProvider()).isEqualTo("Agência Coast");
        assertThat(strike.getHeadline()).isEqualTo("Greve fecha o porto");
        assertThat(strike.getSlugline()).isEqualTo("porto-greve");
        assertThat(strike.getBylines()).containsExactly("Lia Mar");
        assertThat(strike.getDateline().getPlaceName()).isEqualTo("LISBOA");
        assertThat(strike.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
        assertThat(strike.getUrgency()).isEqualTo(3);
        assertThat(strike.getPlaces()).containsExactly("Portugal", "Lisboa");
        assertThat(strike.getKeywords()).containsExactly("greve");
        assertThat(strike.getSubjects()).extracting(wire.Subject::getCode).contains("subj:09005000", "medtop:09000000");
        assertThat(strike.getEdnote()).isEqualTo("Substitui a anterior");
        assertThat(strike.getBodyText()).isEqualTo("O porto está fechado.\nNavios esperam.");
        assertThat(strike.getMedia()).singleElement().satisfies(picture -> {
            assertThat(picture.getCaption()).isEqualTo("Guindastes parados em Lisboa.");
            assertThat(picture.getWidth()).isEqualTo(700);
        });
    }

    @Test
    void aCanceledItemNeedsNoComponent() {
        assertThat(items("newsml-1.2/two-items.xml").get(1).getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void aDegenerateIdentifierFallsBackToItsParts() {
        WireItem bridge = item("newsml-1.2/degenerate-identifier.xml");

        assertThat(bridge.getItemId()).isEqualTo("bay.example:20260129T133400:0:4");
        assertThat(bridge.getBodyText()).isEqualTo("De brug is open.\nHet verkeer rijdt weer.");
        assertThat(bridge.getLanguage()).isEqualTo("nl");
    }

    @Test
    void ofTheSameTextInSeveralFormatsTheMarkedOneIsRead() {
        WireItem results = item("newsml-1.2/equivalents.xml");

        assertThat(results.getBodyText()).isEqualTo("Marked results.");
        assertThat(results.getSlugline()).isEqualTo("RESULTS");
    }
}
