package dateline.ingest.format.page;

import static dateline.ingest.format.Copy.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.WireItem;

class PagesAndTextTest {
    @Test
    void aPageGivesItsMetadataAndKeepsItsBodyForLater() {
        WireItem page = item("html/article.html");

        assertThat(page.getHeadline()).isEqualTo("El puente reabre");
        assertThat(page.getLink()).isEqualTo("https://diario.example/puente");
        assertThat(page.getItemId()).isEqualTo("https://diario.example/puente");
        assertThat(page.getPublished()).isEqualTo(Instant.parse("2026-03-01T07:00:00Z"));
        assertThat(page.getBylines()).containsExactly("Lucía Prado");
        assertThat(page.getLanguage()).isEqualTo("es");
        assertThat(page.getProvider()).isEqualTo("Diario del Valle");
        assertThat(page.getPage()).contains("<nav>Inicio</nav>");
        assertThat(page.getBodyText()).isEmpty();
    }

    @Test
    void aBarePageHasItsFirstHeadingForHeadline() {
        assertThat(item("html/bare.html").getHeadline()).isEqualTo("Notice to readers");
    }

    @Test
    void aPageIsReadInTheCharsetItsMetaElementNames() {
        assertThat(item("html/windows-1251.html").getHeadline()).isEqualTo("Мост открыт");
    }

    @Test
    void plainCopyHasItsHeadlineOnceAndItsCreditsInTheText() {
        WireItem item = item("text/headline-twice.txt");

        assertThat(item.getHeadline()).isEqualTo("Lighthouse keeper retires after 41 years");
        assertThat(item.getBodyText())
                .startsWith("Kalmar, Sweden (Coast Wire) –")
                .contains("\nSource: Coastal Agency\n", "\nTranslator: Ann Example\nEditor: Bo Example\n")
                .doesNotContain("Lighthouse keeper retires");
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        assertThat(item("text/wrapped-lines.txt").getBodyText())
                .isEqualTo("TOLEDO (Plains Wire) - Two days of rain have ended the longest drought that the three"
                        + " provinces have known since records of it were first kept, the weather office said.\n"
                        + "Farmers were glad.");
    }

    @Test
    void aParagraphAloneLosesNothingToTheHeadline() {
        WireItem item = item("text/no-headline.txt");

        assertThat(item.getHeadline()).hasSizeLessThan(110).endsWith("…");
        assertThat(item.getBodyText()).startsWith("Die Talbrücke").endsWith("umgestellt sind.");
    }
}
