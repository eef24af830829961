package dateline.enrich.page;

import static dateline.enrich.page.StoryPage.HEADLINE;
import static dateline.enrich.page.StoryPage.article;
import static dateline.enrich.page.StoryPage.page;
import static dateline.enrich.page.StoryPage.paragraphs;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFactsTest {
    private static final String BODY = "<article><h1>" + HEADLINE + "</h1>" + paragraphs() + "</article>";

    private static Page of(String head) {
        return PageExtractor.extract(page(head, BODY), null);
    }

    private static String data(String json) {
        return "<script type='application/ld+json'>" + json + "</script>";
    }

    @Test
    void aGraphIsReadWithWhatItPointsTo() {
        Page page = of(data("""
                {"@context":"https://schema.org","@graph":[
                 {"@type":"WebSite","name":"Not this"},
                 {"@type":"Person","@id":"#p","name":"Jonas Feld"},
                 {"@type":"Organization","@id":"#o","name":"The Velmond Post"},
                 {"@type":["NewsArticle"],"headline":"Harbour bridge closes for the winter","author":{"@id":"#p"},
                  "publisher":{"@id":"#o"},"datePublished":"2024-03-04T08:15:00+01:00","dateModified":"2024-03-04T10:00:00+01:00",
                  "articleSection":["Town","Council"],"inLanguage":"en-GB","image":[{"url":"https://velmond.example/a.jpg"}],
                  "isAccessibleForFree":"False","url":"https://velmond.example/bridge"}]}"""));

        assertThat(page.bylines()).containsExactly("Jonas Feld");
        assertThat(page.site()).isEqualTo("The Velmond Post");
        assertThat(page.published()).hasToString("2024-03-04T08:15+01:00");
        assertThat(page.updated()).hasToString("2024-03-04T10:00+01:00");
        assertThat(page.section()).isEqualTo("Town");
        assertThat(page.image()).isEqualTo("https://velmond.example/a.jpg");
        assertThat(page.canonical()).isEqualTo("https://velmond.example/bridge");
        assertThat(page.paywalled()).isTrue();
    }

    @Test
    void ofSeveralArticlesInTheDataTheOneWithThePagesTitleCounts() {
        assertThat(of(data("""
                        [{"@type":"NewsArticle","headline":"Rye bread of Mill Lane wins again","author":"Ruth Aal"},
                         {"@type":"NewsArticle","headline":"Harbour bridge closes for the winter","author":"Jonas Feld"}]""")).bylines()).containsExactly("Jonas Feld");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@type\":\"NewsArticle\",\"author\":\"Jonas Feld\",}",
                "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"author\":\"Jonas Feld\"}\n//]]>",
                "<!-- {\"@type\":\"NewsArticle\",\"author\":\"Jonas Feld\"} -->",
                "{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Jonas Feld\"}],\"description\":\"a\nline\"}",
                "{\"@type\":\"NewsArticle\",\"author\":{\"name\":[\"Jonas&nbsp;Feld\"]}}"
            })
    void dataWrittenCarelesslyIsRead(String json) {
        assertThat(of(data(json)).bylines()).containsExactly("Jonas Feld");
    }

    @Test
    void brokenDataLeavesTheRestOfThePageToTellIt() {
        assertThat(of(data("{\"@type\":\"NewsArticle\",") + "<meta name=author content='Jonas Feld'>")
                        .bylines())
                .containsExactly("Jonas Feld");
    }

    @Test
    void articleBodyIsWhereTheTextIsLookedForAndNeverTheText() {
        String other = "<article><h2>Rye bread</h2><p>"
                + "Rye bread is the pride of Mill Lane, as everyone knows. ".repeat(15) + "</p></article>";
        String html = page(
                data("{\"@type\":\"NewsArticle\",\"articleBody\":\"&lt;p&gt;" + StoryPage.FIRST
                        + "&lt;/p&gt; And a teaser\"}"),
                other + "<article><h2>Piers</h2><div>" + paragraphs() + "</div></article>");

        assertThat(StoryPage.body(html)).isEqualTo(StoryPage.STORY);
    }

    @ParameterizedTest
    @CsvSource({
        "By Jonas Feld, Jonas Feld",
        "Von Jonas Feld und Ruth Aal, Jonas Feld;Ruth Aal",
        "Por Jonás Feld, Jonás Feld",
        "Par Jonas Feld et Ruth Aal, Jonas Feld;Ruth Aal",
        "By JONAS FELD | The Velmond Post, JONAS FELD"
    })
    void bylinesAreReadFromTheLinesUnderTheHeadline(String line, String names) {
        assertThat(PageExtractor.extract(article("<p>" + line + "</p>", ""), null)
                        .bylines())
                .containsExactly(names.split(";", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | March 4, 2024 8:15 a.m. EST | 2024-03-04T08:15-05:00",
                "en-GB | Published: 04/03/2024 08:15 | 2024-03-04T08:15Z",
                "en-US | 03/04/2024 | 2024-03-04T00:00Z",
                "de | Montag, 4. März 2024, 8.15 Uhr | 2024-03-04T08:15Z",
                "de | Veröffentlicht: 04.03.2024, 08:15 Uhr MEZ | 2024-03-04T08:15+01:00",
                "fr | Publié le 4 mars 2024 à 08h15 | 2024-03-04T08:15Z",
                "es | 4 de marzo de 2024 | 2024-03-04T00:00Z",
                "pl | 4 marca 2024 | 2024-03-04T00:00Z",
                "ru | 4 марта 2024, 08:15 | 2024-03-04T08:15Z",
                "zh | 2024年3月4日 08:15 | 2024-03-04T08:15Z"
            })
    void datesAreReadFromTheVisibleText(String language, String line, String time) {
        String html = article("<p>" + line + "</p>", "").replace("lang=\"en\"", "lang=\"" + language + "\"");

        assertThat(PageExtractor.extract(html, null).published()).hasToString(time);
    }

    @ParameterizedTest
    @CsvSource({
        "<meta property='article:published_time' content='2024-03-04T08:15:00+0100'>, 2024-03-04T08:15+01:00",
        "<meta name=parsely-pub-date content='2024-03-04T07:15:00Z'>, 2024-03-04T07:15Z",
        "<meta name=DC.date.issued content=2024-03-04>, 2024-03-04T00:00Z",
        "<meta itemprop=datePublished content='2024-03-04 07:15:00'>, 2024-03-04T07:15Z"
    })
    void datesAreReadFromMetadata(String meta, String time) {
        assertThat(of(meta).published()).hasToString(time);
    }

    @Test
    void theAddressTellsTheDayWhereNothingElseDoes() {
        assertThat(PageExtractor.extract(page(BODY), "https://velmond.example/2024/03/04/bridge")
                        .published())
                .hasToString("2024-03-04T00:00Z");
    }

    @Test
    void impossibleDatesAreNone() {
        assertThat(of("<meta name=date content='2024-13-45'><meta property='og:updated_time' content='soon, we hope'>"))
                .satisfies(page -> {
                    assertThat(page.published()).isNull();
                    assertThat(page.updated()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "<title>Harbour bridge closes for the winter - The Velmond Post</title>",
        "<title>Harbour bridge closes for the winter | The Velmond Post</title>",
        "<title>The Velmond Post - Harbour bridge closes for the winter</title>",
        "<title>x</title><meta property='og:title' content='Harbour bridge closes for the winter - The Velmond Post'>"
    })
    void theSitesNameIsNoPartOfTheHeadline(String title) {
        String html =
                "<html><head>" + title + "<meta property='og:site_name' content='The Velmond Post'></head><body><div>"
                        + paragraphs() + "</div></body></html>";

        assertThat(PageExtractor.extract(html, null).headline()).isEqualTo(HEADLINE);
    }

    @Test
    void theHeadlineIsNotTheSitesNameInALargerHeading() {
        assertThat(PageExtractor.extract(
                                page("<h1>The Velmond Post</h1><h2>" + HEADLINE + "</h2><div>" + paragraphs()
                                        + "</div>"),
                                null)
                        .headline())
                .isEqualTo(HEADLINE);
    }

    @Test
    void theFirstPictureOfTheStoryIsItsImageWhereThePageNamesNone() {
        String html = page("<img src=/logo.png><article><h1>" + HEADLINE + "</h1><img src=/bridge.jpg>" + paragraphs()
                + "</article>");

        assertThat(PageExtractor.extract(html, "https://velmond.example/bridge").image())
                .isEqualTo("https://velmond.example/bridge.jpg");
    }

    @Test
    void freePagesAreNotPaywalled() {
        assertThat(of("").paywalled()).isFalse();
        assertThat(of(data("{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":true}"))
                        .paywalled())
                .isFalse();
        assertThat(of("<meta property='article:content_tier' content=metered>").paywalled())
                .isTrue();
    }
}
