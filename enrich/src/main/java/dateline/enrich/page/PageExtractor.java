package dateline.enrich.page;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article in a page, and what the page says of it, from one parse and one walk over the document. Never throws for
 * bad markup.
 */
public final class PageExtractor {
    /** Longer pages are read up to here, in UTF-16 code units. */
    private static final int LONGEST = 8 * 1024 * 1024;
    /** Deeper elements are taken up by the one at this depth. */
    private static final int DEEPEST = 256;
    /** How many blocks about the headline may hold the byline and the date. */
    private static final int ABOUT = 25;

    private final @Nullable String address;
    private final Markup markup;
    private final Facts facts;
    private final JsonLd data;

    private PageExtractor(Document page, @Nullable String address) {
        this.address = address;
        markup = new Markup(page);
        facts = markup.facts;
        String og = facts.meta("og:title");
        data = JsonLd.of(facts.data(), (og == null ? "" : og) + ' ' + (facts.title() == null ? "" : facts.title()));
    }

    /** @param address where the page came from; null if that is not known */
    public static Page extract(String html, @Nullable String address) {
        String bounded = html.substring(0, Math.min(html.length(), LONGEST));
        if (bounded.indexOf('<') < 0) {
            return plain(bounded);
        }
        Document page = Jsoup.parse(
                bounded, address == null ? "" : address, Parser.htmlParser().setMaxDepth(DEEPEST));
        return new PageExtractor(page, address).page();
    }

    /** A text without any markup is its own article. */
    private static Page plain(String text) {
        String body = Parser.unescapeEntities(text, false)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Page("", body, List.of(), null, null, null, null, null, null, null, false);
    }

    private Page page() {
        var story = new Story(markup, data.body());
        List<Block> found = story.blocks();
        String site = first(facts.meta("og:site_name", "application-name"), data.publisher());
        String headline = Headline.of(story.titled(), data, facts, site, markup.blocks);
        List<Block> head = head(story.titled(), found);
        List<String> bylines = Bylines.of(data, facts, head, site);
        String language = language();
        var dates = new Dates(language);
        OffsetDateTime published = published(dates, head);
        OffsetDateTime updated = updated(dates);
        String body = Trim.trim(found, markup.blocks, headline, bylines, dates, isGerman(language)).stream()
                .map(block -> block.text)
                .collect(Collectors.joining("\n"));
        return new Page(
                headline,
                body,
                bylines,
                published,
                updated == null || (published != null && updated.isBefore(published)) ? null : updated,
                first(
                        data.section(),
                        facts.meta(
                                "article:section",
                                "og:article:section",
                                "parsely-section",
                                "section",
                                "cxenseparse:section")),
                language,
                first(facts.canonical(), facts.meta("og:url"), data.address()),
                site,
                first(
                        facts.meta("og:image", "og:image:url", "og:image:secure_url"),
                        data.image(),
                        facts.meta("twitter:image", "twitter:image:src", "thumbnail"),
                        facts.image(start(story.titled(), found))),
                isPaywalled());
    }

    /** The first block after the headline, or of the text. */
    private static int start(@Nullable Block titled, List<Block> story) {
        int text = story.isEmpty() ? 0 : story.getFirst().index;
        return titled == null || titled.index > text ? text : titled.index + 1;
    }

    /** German papers begin a story with the lines under its headline. */
    private static boolean isGerman(@Nullable String language) {
        return language != null && language.toLowerCase(Locale.ROOT).startsWith("de");
    }

    /** The blocks from shortly before the headline to the first of the text. */
    private List<Block> head(@Nullable Block titled, List<Block> story) {
        int text = story.isEmpty() ? 0 : story.getFirst().index;
        int title = titled == null ? Math.max(0, text - ABOUT) : Math.max(0, titled.index - 5);
        int start = Math.min(title, text);
        int end = Math.min(markup.blocks.size(), Math.max(title, text) + 6);
        List<Block> head = new ArrayList<>(markup.blocks.subList(start, Math.min(end, start + 2 * ABOUT)));
        head.remove(titled);
        return head;
    }

    private @Nullable OffsetDateTime published(Dates dates, List<Block> head) {
        LocalDate day = Dates.inAddress(address);
        OffsetDateTime told = firstDate(
                dates,
                data.published(),
                facts.meta(
                        "article:published_time",
                        "og:article:published_time",
                        "og:published_time",
                        "datepublished",
                        "article:published",
                        "parsely-pub-date",
                        "sailthru.date",
                        "dc.date.issued",
                        "dcterms.issued",
                        "dc.date.created",
                        "dcterms.created",
                        "dc.date",
                        "dcterms.date",
                        "pubdate",
                        "publishdate",
                        "publish-date",
                        "publication_date",
                        "article.published",
                        "date",
                        "datecreated",
                        "displaydate",
                        "cxenseparse:recs:publishtime",
                        "citation_publication_date",
                        "release_date",
                        "publish_date"));
        if (told != null) {
            return told;
        }
        OffsetDateTime moment = moment(dates, true);
        if (moment == null) {
            moment = moment(dates, false);
        }
        if (moment == null) {
            moment = visible(dates, head);
        }
        return moment == null && day != null ? day.atStartOfDay().atOffset(ZoneOffset.UTC) : moment;
    }

    private @Nullable OffsetDateTime updated(Dates dates) {
        return firstDate(
                dates,
                data.modified(),
                facts.meta(
                        "article:modified_time",
                        "og:updated_time",
                        "datemodified",
                        "dc.date.modified",
                        "dcterms.modified",
                        "last-modified",
                        "lastmod",
                        "article.updated",
                        "article:modified",
                        "revised",
                        "updated_time"));
    }

    /** The first time element that says it is of the publication, or that says nothing. */
    private @Nullable OffsetDateTime moment(Dates dates, boolean sure) {
        for (Facts.Moment moment : facts.moments()) {
            String names = moment.names().toLowerCase(Locale.ROOT);
            boolean of = names.contains("pub") || names.contains("created") || names.contains("issued");
            if (sure ? of : !names.contains("modif") && !names.contains("updat")) {
                OffsetDateTime time = dates.read(moment.value());
                if (time != null) {
                    return time;
                }
            }
        }
        return null;
    }

    private static @Nullable OffsetDateTime visible(Dates dates, List<Block> head) {
        for (Block block : head) {
            OffsetDateTime time = block.size < 160 ? dates.read(block.text) : null;
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private @Nullable String language() {
        String language = first(
                facts.language(),
                facts.meta("content-language", "og:locale", "language", "dc.language", "inlanguage"),
                data.language());
        return language == null ? null : language.replace('_', '-');
    }

    private boolean isPaywalled() {
        if (data.free() != null) {
            return !data.free();
        }
        String tier = facts.meta("article:content_tier", "og:article:content_tier", "content_tier");
        if (tier != null) {
            return !tier.equals("free");
        }
        return markup.boxes.stream().anyMatch(box -> Sign.PAYWALL.in(box.signs) && box.size > 40);
    }

    private static @Nullable OffsetDateTime firstDate(Dates dates, @Nullable String... texts) {
        for (String text : texts) {
            OffsetDateTime time = dates.read(text);
            if (time != null) {
                return time;
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
}
