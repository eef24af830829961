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
        var metas = new Metas(page);
        Element root = page.firstElementChild();
        String link = first(link(page, "link[rel=canonical]"), metas.of("og:url"), metas.of("twitter:url"), source);
        String language = first(
                root == null ? null : root.attr("lang"),
                root == null ? null : root.attr("xml:lang"),
                metas.of("content-language"),
                metas.of("og:locale"));
        Draft draft = new Draft(raw, name())
                .id(first(metas.of("dateline:id"), metas.of("article:id")))
                .headline(first(
                        metas.of("og:title"),
                        metas.of("twitter:title"),
                        metas.of("dc.title"),
                        only(page, "h1"),
                        page.title()))
                .link(Links.isWeb(link) ? link : source)
                .published(first(
                        metas.of("article:published_time"),
                        metas.of("og:article:published_time"),
                        metas.of("datepublished"),
                        itemprop(page, "datePublished"),
                        metas.of("dc.date.issued"),
                        metas.of("dc.date"),
                        metas.of("date"),
                        metas.of("pubdate"),
                        metas.of("parsely-pub-date"),
                        metas.of("sailthru.date"),
                        metas.of("cxenseparse:recs:publishtime")))
                .updated(first(
                        metas.of("article:modified_time"),
                        metas.of("og:updated_time"),
                        itemprop(page, "dateModified"),
                        metas.of("dc.date.modified"),
                        metas.of("last-modified"),
                        metas.of("lastmod")))
                .byline(author(metas))
                .language(language)
                .provider(raw.getProvider())
                .provider(first(metas.of("og:site_name"), metas.of("application-name"), metas.of("dc.publisher")))
                .providerKey(raw.getProvider() == null ? raw.getFeed() : raw.getProvider())
                .copyright(first(metas.of("copyright"), metas.of("dc.rights")))
                .media(picture(first(metas.of("og:image"), metas.of("twitter:image")), source))
                .page(decoded.text());
        String keywords = first(metas.of("news_keywords"), metas.of("keywords"));
        if (keywords != null) {
            for (String keyword : keywords.split(",", -1)) {
                draft.keyword(keyword);
            }
        }
        metas.tags().forEach(draft::keyword);
        return draft;
    }

    private static @Nullable String author(Metas metas) {
        String said = first(
                metas.of("author"),
                metas.of("article:author"),
                metas.of("parsely-author"),
                metas.of("dc.creator"),
                metas.of("byl"));
        return Links.isWeb(said) ? null : said;
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
