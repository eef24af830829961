package dateline.enrich.page;

import static dateline.enrich.Copy.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageExtractorTest {
    private static final String PARAGRAPH = "deep, and long enough to be a paragraph of its own";

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
        assertThat(page.published()).isEqualTo(OffsetDateTime.parse("2026-04-02T07:30:00Z"));
        assertThat(page.language()).isEqualTo("en-GB");
        assertThat(page.canonical()).isEqualTo("https://quayside.example/ferry");
        assertThat(page.site()).isEqualTo("The Quayside");
    }

    @Test
    void aTextWithoutMarkupKeepsItsLines() {
        assertThat(PageExtractor.extract("Ferry sails\n\n  It sails &amp; lands.\nDaily.", null)
                        .body())
                .isEqualTo("Ferry sails\nIt sails & lands.\nDaily.");
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

    /** What is linear takes a second or two; what is quadratic in any of these takes many minutes. */
    @ParameterizedTest
    @MethodSource
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileMarkupIsReadInBoundedTime(String shape, String html) {
        assertThat(PageExtractor.extract(html, null).body()).contains(PARAGRAPH);
    }

    static Stream<Arguments> hostileMarkupIsReadInBoundedTime() {
        String paragraph = "<p>" + PARAGRAPH + "</p>";
        return Stream.of(
                arguments("deep", "<div>".repeat(100_000) + paragraph),
                arguments("deep and long", "<div>".repeat(200) + paragraph + "<div>word, </div>".repeat(20_000)),
                arguments("deep in spans", "<p>" + "<span>".repeat(100_000) + PARAGRAPH),
                arguments("many around", "<div class='" + "x ".repeat(400_000) + "'>" + paragraph.repeat(10_000)),
                arguments("many links", paragraph + "<div><a href=x>" + "<a href=y>link ".repeat(50_000)),
                arguments(
                        "many headings, long title",
                        "<title>" + "a ".repeat(200_000) + "</title>" + paragraph
                                + "<h2>a a a a a</h2>".repeat(50_000)),
                arguments("many authors", paragraph + "<div itemprop=author><span itemprop=author>x ".repeat(30_000)),
                arguments("long author", "<meta name=author content='" + " ".repeat(300_000) + "x'>" + paragraph),
                arguments(
                        "many authors in data",
                        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":[\"Somebody\""
                                + IntStream.range(0, 30_000)
                                        .mapToObj(i -> ",\"Somebody " + i + "\"")
                                        .collect(Collectors.joining())
                                + "]}</script>" + paragraph + "<p>a short line</p>".repeat(50_000)),
                arguments("never closed", paragraph + "<ul><li>".repeat(50_000)));
    }
}
