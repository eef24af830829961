package dateline.ingest.format.page;

import dateline.ingest.format.Reading;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.text.Charsets;
import dateline.ingest.format.text.Opening;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;
import wire.RawItem;

/** A web page. Its metadata is read here; the article in it is found later, in enrich. */
public final class HtmlPageFormat implements WireFormat {
    @Override
    public String name() {
        return "html";
    }

    @Override
    public boolean recognises(RawItem raw) {
        Opening opening = Opening.of(raw.getBytes());
        String head = opening.text()
                .substring(0, Math.min(opening.text().length(), 2048))
                .toLowerCase(Locale.ROOT);
        String type = raw.getContentType() == null ? "" : raw.getContentType().toLowerCase(Locale.ROOT);
        // A stray word or two may stand above a page; other markup and mail may hold one.
        int page = head.indexOf("<html") < 0 ? head.indexOf("<!doctype html") : head.indexOf("<html");
        return opening.localRoot().equals("html")
                || head.startsWith("<!doctype html")
                || (opening.root().isEmpty() && page >= 0 && page < 64)
                || (type.startsWith("text/html") && head.contains("<"))
                || switch (opening.root()) {
                    case "head", "body", "article", "div", "p", "h1", "main", "section" -> true;
                    default -> false;
                };
    }

    @Override
    public Reading read(RawItem raw) {
        Charsets.Decoded decoded = Charsets.decode(raw.getBytes(), raw.getContentType());
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(500);
        String source = raw.getSource();
        Document page = parser.parseInput(decoded.text(), Links.isWeb(source) ? source : "");
        var harvest = new Harvest();
        harvest.add(draft(raw, page, decoded).notes(decoded.notes()));
        return harvest.reading("an empty page");
    }

    private Draft draft(RawItem raw, Document page, Charsets.Decoded decoded) {
        String source = Links.isWeb(raw.getSource()) ? raw.getSource() : null;
        String link = first(link(page, "link[rel=canonical]"), meta(page, "og:url"), meta(page, "twitter:url"), source);
        String language = first(
                page.select("html").attr("lang"),
                page.select("html").attr("xml:lang"),
                meta(page, "content-language"),
                meta(page, "og:locale"));
        Draft draft = new Draft(raw, name())
                .id(first(meta(page, "dateline:id"), meta(page, "article:id")))
                .headline(first(
                        meta(page, "og:title"),
                        meta(page, "twitter:title"),
                        meta(page, "dc.title"),
                        only(page, "h1"),
                        page.title()))
                .link(Links.isWeb(link) ? link : source)
                .published(first(
                        meta(page, "article:published_time"),
                        meta(page, "og:article:published_time"),
                        meta(page, "datepublished"),
                        itemprop(page, "datePublished"),
                        meta(page, "dc.date.issued"),
                        meta(page, "dc.date"),
                        meta(page, "date"),
                        meta(page, "pubdate"),
                        meta(page, "parsely-pub-date"),
                        meta(page, "sailthru.date"),
                        meta(page, "cxenseparse:recs:publishtime")))
                .updated(first(
                        meta(page, "article:modified_time"),
                        meta(page, "og:updated_time"),
                        itemprop(page, "dateModified"),
                        meta(page, "dc.date.modified"),
                        meta(page, "last-modified"),
                        meta(page, "lastmod")))
                .byline(author(page))
                .language(language)
                .provider(raw.getProvider())
                .provider(first(meta(page, "og:site_name"), meta(page, "application-name"), meta(page, "dc.publisher")))
                .providerKey(raw.getProvider() == null ? raw.getFeed() : raw.getProvider())
                .copyright(first(meta(page, "copyright"), meta(page, "dc.rights")))
                .media(picture(first(meta(page, "og:image"), meta(page, "twitter:image")), source))
                .page(decoded.text());
        String keywords = first(meta(page, "news_keywords"), meta(page, "keywords"));
        if (keywords != null) {
            for (String keyword : keywords.split(",", -1)) {
                draft.keyword(keyword);
            }
        }
        page.select("meta[property=article:tag],meta[property=article:section]")
                .eachAttr("content")
                .forEach(draft::keyword);
        return draft;
    }

    private static @Nullable String author(Document page) {
        String said = first(
                meta(page, "author"),
                meta(page, "article:author"),
                meta(page, "parsely-author"),
                meta(page, "dc.creator"),
                meta(page, "byl"));
        return Links.isWeb(said) ? null : said;
    }

    private static @Nullable String meta(Document page, String name) {
        for (Element meta : page.getElementsByTag("meta")) {
            if (name.equalsIgnoreCase(meta.attr("property"))
                    || name.equalsIgnoreCase(meta.attr("name"))
                    || name.equalsIgnoreCase(meta.attr("http-equiv"))) {
                String content = meta.attr("content");
                if (!content.isBlank()) {
                    return content;
                }
            }
        }
        return null;
    }

    private static @Nullable String link(Document page, String query) {
        Element link = page.selectFirst(query);
        return link == null
                ? null
                : Links.resolve(link.attr("href"), page.baseUri().isEmpty() ? null : page.baseUri());
    }

    private static @Nullable String itemprop(Document page, String name) {
        Element element = page.selectFirst("[itemprop=" + name + "]");
        return element == null ? null : first(element.attr("content"), element.attr("datetime"));
    }

    private static @Nullable String only(Document page, String tag) {
        List<Element> found = page.getElementsByTag(tag);
        return found.size() == 1 ? found.getFirst().text() : null;
    }

    private static @Nullable MediaRef picture(@Nullable String address, @Nullable String base) {
        String full = Links.resolve(address, base);
        return full == null
                ? null
                : MediaRef.newBuilder().setHref(full).setRole("image").build();
    }

    private static @Nullable String first(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }
}
