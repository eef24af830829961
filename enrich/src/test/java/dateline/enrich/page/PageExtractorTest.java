package dateline.enrich.page;

import static dateline.enrich.Copy.copy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PageExtractorTest {

    @Test
    void thePageIsTheStoryAndNothingBut() {
        Page page = PageExtractor.extract(copy("page/article.html"), null);

        assertThat(page.headline()).isEqualTo("Ferry returns to Lake Ohrid after nine years");
        assertThat(page.body().lines().toList()).hasSize(5);
        assertThat(page.body())
                .startsWith("OHRID, North Macedonia (QWS) — The ferry")
                .contains("A long wait")
                .endsWith("in a short statement.")
                .doesNotContain("cookies", "Read next", "First!", "rights reserved");
        assertThat(page.bylines()).containsExactly("Mira Kolt");
        assertThat(page.published()).isEqualTo(Instant.parse("2026-04-02T07:30:00Z"));
        assertThat(page.language()).isEqualTo("en-GB");
        assertThat(page.canonical()).isEqualTo("https://quayside.example/ferry");
        assertThat(page.site()).isEqualTo("The Quayside");
    }

    @Test
    void aPageThatHasTextNeverComesOutEmpty() {
        assertThat(PageExtractor.extract("Just words.", null).body()).isEqualTo("Just words.");
        assertThat(PageExtractor.extract("<table><tr><td>Old page", null).body())
                .isEqualTo("Old page");
        assertThat(PageExtractor.extract("<div class=comment>Only a comment", null)
                        .body())
                .isEqualTo("Only a comment");
        assertThat(PageExtractor.extract("", null).body()).isEmpty();
    }

    @Test
    void deepNestingIsReadInBoundedTime() {
        long start = System.nanoTime();
        PageExtractor.extract("<div>".repeat(20_000) + "deep, and long enough to be a paragraph of its own", null);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
}
