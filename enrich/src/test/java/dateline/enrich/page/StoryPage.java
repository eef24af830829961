package dateline.enrich.page;

import java.util.List;

/** An invented story, and the pages it may stand in. */
final class StoryPage {
    static final String HEADLINE = "Harbour bridge closes for the winter";
    static final String FIRST =
            "The old harbour bridge at Velmond will close to traffic on Monday, the town council said, and stay shut until April.";
    static final String SECOND =
            "Engineers found cracks in two of its nine piers during an inspection in September, according to a report seen by council members.";
    static final String THIRD =
            "\"We cannot take the risk,\" said Mayor Ilse Brandt, who had promised in spring that the bridge would remain open.";
    static final String FOURTH =
            "Ferries will run every twenty minutes between the two banks, and the crossing will be free of charge for residents.";
    static final List<String> STORY = List.of(FIRST, SECOND, THIRD, FOURTH);

    private StoryPage() {}

    /** A page with a menu above and a footer below this body. */
    static String page(String body) {
        return page("", body);
    }

    static String page(String head, String body) {
        return """
                <!doctype html><html lang="en"><head><title>%s | The Velmond Post</title>%s</head><body>
                <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
                <div class="page">%s</div>
                <footer><p>The Velmond Post, 3 Quay Street, Velmond. All rights reserved by the publisher, since 1911.</p></footer>
                </body></html>""".formatted(HEADLINE, head, body);
    }

    /** An article with the headline, this before the story's paragraphs, and this after them. */
    static String article(String before, String after) {
        return page(
                "<article><h1>" + HEADLINE + "</h1>" + before + "<div>" + paragraphs() + after + "</div></article>");
    }

    /** An article with this between the second and the third paragraph. */
    static String within(String between) {
        return page("<article><h1>" + HEADLINE + "</h1><div>" + p(FIRST) + p(SECOND) + between + p(THIRD) + p(FOURTH)
                + "</div></article>");
    }

    static String paragraphs() {
        return p(FIRST) + p(SECOND) + p(THIRD) + p(FOURTH);
    }

    static String p(String text) {
        return "<p>" + text + "</p>";
    }

    static List<String> body(String html) {
        return PageExtractor.extract(html, null).body().lines().toList();
    }
}
