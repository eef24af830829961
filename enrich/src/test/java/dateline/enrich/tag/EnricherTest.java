package dateline.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.MediaRef;
import wire.WireItem;

class EnricherTest {
    private static final Instant NOW = Instant.parse("2026-04-02T12:00:00Z");
    private static final String PAGE = """
            <html lang="en"><head><meta property="og:image" content="https://quayside.example/ferry.jpg">
            <meta property="article:published_time" content="2026-04-02T09:30:00+02:00">
            <meta property="article:modified_time" content="2026-04-02T11:00:00+02:00">
            <link rel="canonical" href="https://quayside.example/ferry"><meta name="author" content="Mira Kolt"></head><body>
            <article><h1>Ferry returns to the lake</h1><p>The ferry will run again from May, the town council said on Thursday.</p></article>
            """;

    private final Enricher enricher = new Enricher(new Annotator(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aPageTellsWhatTheWireDidNot() {
        Article article = enricher.edition(item().build()).article();

        assertThat(article.getHeadline()).isEqualTo("Ferry returns to the lake");
        assertThat(article.getBodyText()).startsWith("The ferry will run again");
        assertThat(article.getBylines()).containsExactly("Mira Kolt");
        assertThat(article.getPublished()).isEqualTo(Instant.parse("2026-04-02T07:30:00Z"));
        assertThat(article.getUpdated()).isEqualTo(Instant.parse("2026-04-02T09:00:00Z"));
        assertThat(article.getLink()).isEqualTo("https://quayside.example/ferry");
        assertThat(article.getMedia())
                .extracting(MediaRef::getHref)
                .containsExactly("https://quayside.example/ferry.jpg");
    }

    @Test
    void whatTheWireSaidStands() {
        var picture = MediaRef.newBuilder().setHref("wire.jpg").build();
        Article article = enricher.edition(item().setHeadline("Ferry to run again")
                        .setUpdated(NOW)
                        .setMedia(List.of(picture))
                        .build())
                .article();

        assertThat(article.getHeadline()).isEqualTo("Ferry to run again");
        assertThat(article.getUpdated()).isEqualTo(NOW);
        assertThat(article.getMedia()).containsExactly(picture);
    }

    private static WireItem.Builder item() {
        return WireItem.newBuilder()
                .setId("quayside:1")
                .setProvider("quayside")
                .setFeed("quayside")
                .setVersion("1")
                .setLanded(NOW)
                .setPage(PAGE);
    }
}
