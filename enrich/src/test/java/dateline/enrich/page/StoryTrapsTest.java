package dateline.enrich.page;

import static dateline.enrich.page.StoryPage.FIRST;
import static dateline.enrich.page.StoryPage.FOURTH;
import static dateline.enrich.page.StoryPage.HEADLINE;
import static dateline.enrich.page.StoryPage.SECOND;
import static dateline.enrich.page.StoryPage.STORY;
import static dateline.enrich.page.StoryPage.THIRD;
import static dateline.enrich.page.StoryPage.article;
import static dateline.enrich.page.StoryPage.body;
import static dateline.enrich.page.StoryPage.p;
import static dateline.enrich.page.StoryPage.page;
import static dateline.enrich.page.StoryPage.paragraphs;
import static dateline.enrich.page.StoryPage.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands about a story, and what stands in it: each page here has one trap. */
class StoryTrapsTest {
    private static final String OTHER =
            "A bakery on Mill Lane has won the regional prize for its rye bread, for the third year running, the guild said.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p class='byline'>By Jonas Feld</p>",
                "<p>By Jonas Feld</p>",
                "<div class=meta><span>4 March 2024</span> <span>3 min read</span></div>",
                "<p>March 4, 2024</p>",
                "<figure><img src=a.jpg><figcaption>The bridge in fog, seen from the east bank last week.</figcaption></figure>",
                "<div class='wp-caption'><img src=a.jpg><p class='wp-caption-text'>The bridge in fog, seen from the bank.</p></div>",
                "<h2 class=subtitle>Cracks in two piers, says the council; ferries to run all winter</h2>",
                "<div class='article-dek'><p>Cracks were found in two piers in autumn, the council says.</p></div><p class=byline>By Jonas Feld</p>",
                "<div class='social-share'><a href=x>Facebook</a> <a href=y>Post this story</a></div>",
                "<ul class=breadcrumb><li><a href=/>Home</a></li><li><a href=/town>Town</a></li></ul>",
                "<div>Advertisement</div>",
                "<p>Listen to this article</p>"
            })
    void whatStandsAboveAStoryIsLeftOut(String above) {
        assertThat(body(article(above, ""))).isEqualTo(STORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Read more: <a href=x>Ferry prices to rise in spring</a></p>",
                "<h3>You may also like</h3><p>A bakery on Mill Lane has won the regional prize for its rye bread, the guild said.</p>",
                "<h4>Related articles</h4><ul><li><a href=a>One story</a><li><a href=b>Another</a></ul>",
                "<div class='author-bio'><p>Jonas Feld is a reporter at The Velmond Post. He likes bridges.</p></div>",
                "<p>Jonas Feld is a senior reporter at The Velmond Post, where he covers the town council.</p>",
                "<p>Tags: <a href=a>bridges</a>, <a href=b>Velmond</a></p>",
                "<div class=tags><a href=a>bridges</a> <a href=b>Velmond</a></div>",
                "<div class='newsletter-box'><p>Get our best stories in your inbox every morning, before breakfast.</p></div>",
                "<p>Sign up for our morning newsletter here.</p>",
                "<p>(Reporting by Jonas Feld; editing by Ruth Aal)</p>",
                "<p>© 2024 The Velmond Post</p>",
                "<p>Follow us on every channel you like</p>",
                "<div id=comments><p>I have crossed this bridge every day for forty years and never saw a crack.</p></div>",
                "<h3>Comments</h3><p>I have crossed this bridge every day for forty years and never saw a crack.</p>",
                "<div class='cookie-consent'><p>We use cookies to make this site work, and to count who comes here.</p></div>",
                "<p>Das könnte Sie auch interessieren</p><p><a href=x>Neue Brücke im Tal eröffnet</a></p>",
                "<p>Lea también: <a href=x>El puente viejo cierra</a></p>",
                "<p>Читайте также: <a href=x>Мост закрыт</a></p>",
                "<p>相关阅读</p><ul><li><a href=x>大桥关闭</a></li></ul>"
            })
    void whatStandsBelowAStoryIsLeftOut(String below) {
        assertThat(body(article("", below))).isEqualTo(STORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<aside><p>More from the harbour: the story of the nine piers, told by those who built them.</p></aside>",
                "<p><a href=x>Ferry prices to rise in spring, company says</a></p>",
                "<p><strong>READ MORE:</strong> <a href=x>Ferry prices to rise in spring</a></p>",
                "<div class='ad-slot'>Buy shoes at half the price today</div>",
                "<figure><img src=x><figcaption>A ferry at the pier on Tuesday. Photo: T. Lind</figcaption></figure>",
                "<p>Photo: T. Lind</p>",
                "<ul class=related><li><a href=a>One story</a></li><li><a href=b>Another</a></li></ul>",
                "<form><p>Enter your address to hear from us each week, and never miss a story again.</p><input></form>",
                "<p>Story continues below</p>",
                "<script>var a = 'no text of a story';</script>",
                "<div style='display: none'>Seen by no reader, whatever it says about the bridge.</div>"
            })
    void whatInterruptsAStoryIsLeftOut(String between) {
        assertThat(body(within(between))).isEqualTo(STORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h2>Two piers of nine</h2>",
                "<h3>Two piers of nine</h3>",
                "<p><b>Two piers of nine</b></p>",
                "<blockquote>Two piers of nine</blockquote>",
                "<blockquote class='twitter-tweet'><p>Two piers of nine</p></blockquote>",
                "<aside class=pullquote><blockquote>Two piers of nine</blockquote></aside>",
                "<figure><blockquote>Two piers of nine</blockquote></figure>",
                "<ul><li>Two piers of nine</li></ul>",
                "<table><tr><td>Two piers of nine</td></tr></table>"
            })
    void subheadsQuotesListsAndTablesAreOfTheStory(String between) {
        assertThat(body(within(between))).containsExactly(FIRST, SECOND, "Two piers of nine", THIRD, FOURTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sources said the bridge may never open again.",
                "Share prices of the ferry company rose.",
                "Comments were not to be had from the builders.",
                "By then the ice will be gone."
            })
    void aSentenceThatBeginsLikeANoteIsOfTheStory(String last) {
        assertThat(body(article("", p(last)))).hasSize(5).last().isEqualTo(last);
    }

    @Test
    void textInBareBoxesIsAStory() {
        String boxes = "<div>" + String.join("</div><div>", STORY) + "</div>";

        assertThat(body(page("<h1>" + HEADLINE + "</h1><div>" + boxes + "</div>")))
                .isEqualTo(STORY);
    }

    @Test
    void textPartedByLineBreaksIsAStory() {
        assertThat(body(page("<h1>" + HEADLINE + "</h1><div>" + String.join("<br><br>", STORY) + "</div>")))
                .isEqualTo(STORY);
    }

    @Test
    void textInALayoutTableIsAStory() {
        String cells =
                "<table><tr><td width=150><a href=a>News</a><br><a href=b>Sport</a><br><a href=c>Weather</a></td><td>"
                        + paragraphs() + "</td></tr></table>";

        assertThat(body(page(cells))).isEqualTo(STORY);
    }

    @Test
    void aStorySplitOverBoxesIsPutTogether() {
        String split = "<article><h1>" + HEADLINE + "</h1><div class=text>" + p(FIRST) + p(SECOND)
                + "</div><div class=ad>Buy shoes</div><div class=text>" + p(THIRD) + p(FOURTH) + "</div></article>";

        assertThat(body(page(split))).isEqualTo(STORY);
    }

    @Test
    void aParagraphInABoxOfItsOwnIsNotLost() {
        StringBuilder split = new StringBuilder();
        STORY.forEach(paragraph ->
                split.append("<div class='block'><div>").append(p(paragraph)).append("</div></div>"));

        assertThat(body(page("<main><h1>" + HEADLINE + "</h1>" + split + "</main>")))
                .isEqualTo(STORY);
    }

    @Test
    void ofTwoArticlesTheOneUnderTheTitleIsTaken() {
        String second =
                "<article><h1>Rye bread of Mill Lane wins again</h1><div>" + p(OTHER).repeat(9) + "</div></article>";

        assertThat(body(page("<article><h1>" + HEADLINE + "</h1><div>" + paragraphs() + "</div></article>" + second)))
                .isEqualTo(STORY);
    }

    @Test
    void commentsLongerThanTheStoryAreNotTheStory() {
        String comments = "<ol class=commentlist>"
                + ("<li class=comment>" + p(OTHER) + p(OTHER + " Again.") + "</li>").repeat(12) + "</ol>";

        assertThat(body(page("<h1>" + HEADLINE + "</h1><div class=post>" + paragraphs() + "</div>" + comments)))
                .isEqualTo(STORY);
    }

    @Test
    void teasersAreNotTheStory() {
        String teaser = "<div class=item><h3><a href=x>Rye bread of Mill Lane wins</a></h3>" + p(OTHER) + "</div>";

        assertThat(body(page("<div class=list>" + teaser.repeat(8) + "</div><h1>" + HEADLINE + "</h1><div>"
                        + paragraphs() + "</div>")))
                .isEqualTo(STORY);
    }

    @Test
    void aClassThatNamesOnlyAPartOfItsUseDropsNoStory() {
        String body = "<div class='content has-sidebar comments-open'><div class='post-body share-buttons-on'>"
                + paragraphs() + "</div></div>";

        assertThat(body(page("<h1>" + HEADLINE + "</h1>" + body))).isEqualTo(STORY);
    }

    @Test
    void anEntryWithItsTagsForClassesIsAStory() {
        String entry = "<div class='post-7 post type-post hentry category-latest-news tag-video'><h1>" + HEADLINE
                + "</h1><div>" + paragraphs() + "</div></div>";

        assertThat(body(page(entry))).isEqualTo(STORY);
    }

    @Test
    void aStoryInAFormThatHoldsThePageIsFound() {
        assertThat(body(page("<form action=/><h1>" + HEADLINE + "</h1><div>" + paragraphs() + "</div></form>")))
                .isEqualTo(STORY);
    }

    @Test
    void anAcceleratedPageIsRead() {
        String amp = "<amp-sidebar><ul><li><a href=a>News of the day</a></ul></amp-sidebar><amp-ad>Buy shoes</amp-ad>"
                + "<article><h1>" + HEADLINE + "</h1><amp-img src=a.jpg></amp-img>" + paragraphs()
                + "</article><amp-consent><p>We use cookies to count who comes here, and for nothing else at all.</p></amp-consent>";

        assertThat(body(page(amp))).isEqualTo(STORY);
    }

    @Test
    void aLiveBlogIsAllItsEntries() {
        StringBuilder entries = new StringBuilder();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String text = "At " + (8 + i) + " in the morning the water stood " + i
                    + " metres above the mark, and it was rising still.";
            entries.append("<div class=entry><h2>The water rises, hour " + i + "</h2>")
                    .append(p(text))
                    .append("</div>");
            told.add(text);
        }

        assertThat(body(page("<main><h1>" + HEADLINE + "</h1><div>" + entries + "</div></main>")))
                .containsSubsequence(told)
                .contains("The water rises, hour 3");
    }

    @Test
    void scriptsWithoutSpacesOrCapitalsAreRead() {
        List<String> story = List.of(
                "市议会周一宣布，港口大桥将于下周关闭，直至明年四月。", "工程师在九月的检查中发现两座桥墩出现裂缝，议员们看到的报告这样写道。", "市长表示，我们不能冒这个险，尽管她在春天曾承诺大桥将继续开放。");

        assertThat(body(
                        "<html lang=zh><title>港口大桥关闭</title><body><div class=menu><a href=a>首页</a></div><div id=c><h1>港口大桥关闭</h1><div><p>"
                                + String.join("<p>", story) + "</div></div>"))
                .isEqualTo(story);
    }

    @Test
    void rightToLeftTextIsRead() {
        List<String> story = List.of(
                "أعلن مجلس المدينة يوم الاثنين أن جسر الميناء القديم سيغلق أمام حركة المرور حتى شهر أبريل المقبل.",
                "وقال المهندسون إنهم وجدوا شقوقا في اثنين من أعمدة الجسر التسعة خلال الفحص الذي جرى في سبتمبر.");

        assertThat(body("<html lang=ar dir=rtl><body><h1>إغلاق جسر الميناء</h1><div><p>" + String.join("</p><p>", story)
                        + "</p></div><h3>اقرأ أيضا</h3><ul><li><a href=x>خبر آخر</a></ul>"))
                .isEqualTo(story);
    }

    @Test
    void theVorspannOfAGermanPaperBeginsItsStory() {
        String vorspann = "Die alte Hafenbrücke in Velmond wird am Montag gesperrt und bleibt bis April geschlossen.";
        String text =
                "Ingenieure haben bei einer Prüfung im September Risse in zwei der neun Pfeiler gefunden, wie der Rat mitteilte.";
        String html = "<html lang=de><body><article><h1>Brücke gesperrt</h1><div class=intro><p>" + vorspann
                + "</p></div><p class=byline>Von Jonas Feld</p><div>" + p(text)
                + p(text + " Es ist nicht das erste Mal.")
                + "</div></article>";

        assertThat(body(html)).startsWith(vorspann, text);
        assertThat(body(html.replace("lang=de", "lang=en"))).startsWith(text);
    }

    @Test
    void blocksAreNeverGluedTogether() {
        assertThat(
                        body(
                                "<div><div>One two three.</div><div>Four five six.</div><ul><li>Seven</li><li>Eight</li></ul></div>"))
                .containsExactly("One two three.", "Four five six.", "Seven", "Eight");
    }
}
