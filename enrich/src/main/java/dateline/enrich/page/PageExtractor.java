package dateline.enrich.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds headline, body and what a page says of itself, from one parse. Never throws for bad markup. */
public final class PageExtractor {
    /** Longer pages are read up to here, in UTF-16 code units. */
    private static final int LONGEST = 8 * 1024 * 1024;
    /** Deeper elements are taken up by the one at this depth. */
    private static final int DEEPEST = 256;

    private PageExtractor() {}

    /** @param address where the page came from; null if that is not known */
    public static Page extract(String html, @Nullable String address) {
        String bounded = html.substring(0, Math.min(html.length(), LONGEST));
        Document page = Jsoup.parse(
                bounded, address == null ? "" : address, Parser.htmlParser().setMaxDepth(DEEPEST));
        JsonLd news = JsonLd.of(page);
        String headline = headline(page, news);
        return new Page(
                headline,
                story(page, headline).stream().map(b -> b.text).collect(java.util.stream.Collectors.joining("\n")),
                bylines(page, news),
                time(first(
                        news.published(),
                        meta(
                                page,
                                "article:published_time",
                                "datePublished",
                                "date",
                                "dc.date",
                                "DC.date.issued",
                                "parsely-pub-date"),
                        timeElement(page))),
                time(first(news.modified(), meta(page, "article:modified_time", "og:updated_time", "dateModified"))),
                first(page.select("html").attr("lang"), meta(page, "og:locale")),
                first(
                        page.select("link[rel=canonical]").attr("abs:href"),
                        page.select("link[rel=canonical]").attr("href"),
                        meta(page, "og:url")),
                first(meta(page, "og:site_name"), news.publisher()));
    }

    private static java.util.List<Block> story(Document page, String headline) {
        Markup markup = new Markup(page);
        return Trim.trim(new Story(markup, markup.facts).blocks(), headline);
    }

    private static String headline(Document page, JsonLd news) {
        Element h1 = page.selectFirst("article h1, [itemprop=headline], main h1, h1");
        String title = page.title();
        int bar = Math.max(title.lastIndexOf(" | "), Math.max(title.lastIndexOf(" - "), title.lastIndexOf(" – ")));
        String found = first(
                news.headline(),
                h1 == null ? null : h1.text(),
                meta(page, "og:title", "twitter:title"),
                bar > 10 ? title.substring(0, bar) : title);
        return found == null ? "" : found;
    }

    private static List<String> bylines(Document page, JsonLd news) {
        Set<String> names = new LinkedHashSet<>(news.authors());
        if (names.isEmpty()) {
            String author = first(meta(page, "author", "article:author", "parsely-author", "byl"));
            if (author != null && !author.startsWith("http")) {
                names.add(author);
            }
        }
        if (names.isEmpty()) {
            for (Element author : page.select("[rel=author], [itemprop=author], .byline, .author-name")) {
                String text = author.text().strip();
                if (!text.isEmpty() && text.length() < 80) {
                    names.add(text);
                    break;
                }
            }
        }
        return names.stream()
                .map(name -> name.replaceFirst("(?i)^by\\s+", "").strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String timeElement(Document page) {
        Element time =
                page.selectFirst("article time[datetime], time[pubdate], time[datetime], [itemprop=datePublished]");
        return time == null ? null : first(time.attr("datetime"), time.attr("content"));
    }

    private static @Nullable String meta(Document page, String... names) {
        for (String name : names) {
            for (String attribute : List.of("property", "name", "itemprop")) {
                Element meta = page.selectFirst("meta[" + attribute + "=\"" + name + "\"]");
                if (meta != null && !meta.attr("content").isBlank()) {
                    return meta.attr("content");
                }
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return null;
    }

    /** ISO 8601 with or without an offset (UTC is assumed then); null for all else. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.length() < 10) {
            return null;
        }
        String iso =
                text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        try {
            return OffsetDateTime.parse(iso, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            // no offset then
        }
        try {
            return iso.length() == 10
                    ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
