package dateline.enrich.page;
/** stub */
public final class PageExtractor {
    public record Page(String bodyText) {}

    public Page extract(String html, String url) {
        return new Page(org.jsoup.Jsoup.parse(html).text());
    }
}
