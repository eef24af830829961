package dateline.ingest.format.feed;

import dateline.ingest.format.Reading;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.Status;

/** Atom 1.0 (RFC 4287) and 0.3, a feed or a single entry, with tombstones (RFC 6721). */
public final class AtomFormat implements WireFormat {
    @Override
    public String name() {
        return "atom";
    }

    @Override
    public boolean recognises(RawItem raw) {
        String root = Opening.of(raw.getBytes()).localRoot();
        return root.equals("feed") || root.equals("entry");
    }

    @Override
    public Reading read(RawItem raw) {
        return FeedDocument.read(raw, AtomFormat::head, AtomFormat::entries, (feed, entry) -> draft(raw, feed, entry));
    }

    /** An entry alone has no feed around it. */
    private static Element head(Element root) {
        boolean alone = root.is("entry");
        return root.with(child -> !alone && !child.is("entry") && !child.is("deleted-entry"));
    }

    private static List<Element> entries(Element root) {
        return root.is("entry") ? List.of(root) : below(root).toList();
    }

    /** What an entry quotes in its content may be an entry too, and is none of the feed's. */
    private static Stream<Element> below(Element element) {
        return element.children().filter(child -> !child.is("content")).flatMap(child -> {
            String name = Names.of(child);
            boolean entry = name.equals("entry") || name.equals("atom:entry") || child.is("deleted-entry");
            return entry ? Stream.concat(Stream.of(child), below(child)) : below(child);
        });
    }

    private Draft draft(RawItem raw, Element feed, Element entry) {
        String home = alternate(feed);
        String base = entry.base() != null
                ? Links.resolve(entry.base(), Links.isWeb(home) ? home : raw.getSource())
                : Links.isWeb(home) ? home : raw.getSource();
        if (entry.is("deleted-entry")) {
            return new Draft(raw, name())
                    .feedEntry(entry::innerHtml)
                    .id(entry.attribute("ref"))
                    .updated(entry.attribute("when"))
                    .provider(raw.getProvider())
                    .status(Status.CANCELED);
        }
        Element title = atom(entry, "title").findFirst().orElse(null);
        Element source = atom(entry, "source").findFirst().orElse(null);
        Stream<Element> own = Stream.of("content", "summary", "subtitle")
                .flatMap(name -> atom(entry, name))
                .filter(element -> !element.rawText().isBlank());
        var content = FeedDocument.Content.of(
                Stream.concat(own, MediaModule.said(entry, "media:description")), place -> body(place, base));

        Draft draft = new Draft(raw, name())
                .feedEntry(entry::innerHtml)
                .id(text(entry, "id"))
                .headline(title == null ? null : line(title))
                .headline(Names.text(entry, "dc:title"))
                .headline(MediaModule.said(entry, "media:title")
                        .findFirst()
                        .map(Element::text)
                        .orElse(null))
                .body(content.body())
                .published(text(entry, "published"))
                .published(text(entry, "issued"))
                .published(Names.text(entry, "dc:date", "dcterms:issued"))
                .published(text(entry, "created"))
                .published(Names.text(entry, "pubdate", "dcterms:created"))
                .updated(text(entry, "updated"))
                .updated(text(entry, "modified"))
                .updated(Names.text(entry, "dcterms:modified"))
                .language(FeedDocument.language(content.element(), title, entry))
                .language(Names.text(entry, "dc:language"))
                .language(hreflang(entry))
                .language(Names.text(feed, "dc:language", "language"))
                .credit(source == null ? null : text(source, "title"))
                .copyright(text(entry, "rights"))
                .copyright(text(entry, "copyright"))
                .copyright(Names.text(entry, "dc:rights"))
                .copyright(text(feed, "rights"))
                .copyright(text(feed, "copyright"))
                .provider(Names.text(entry, "dc:publisher"))
                .provider(raw.getProvider())
                .provider(atom(feed, "title").findFirst().map(AtomFormat::line).orElse(null))
                .status(isDraft(entry) ? Status.WITHHELD : null);

        atom(entry, "link")
                .sorted(Comparator.comparing(AtomFormat::isNoPage))
                .forEach(link -> link(link, base(link, base), draft));
        atom(entry, "content")
                .filter(elsewhere -> elsewhere.attribute("src") != null)
                .forEach(elsewhere -> {
                    String address = Links.resolve(elsewhere.attribute("src"), base(elsewhere, base));
                    String type = elsewhere.attribute("type");
                    if (type != null && type.matches("(?i)(?:image|audio|video)/.*")) {
                        draft.media(MediaModule.enclosure(address, type, null));
                    } else {
                        draft.alsoLinks(address);
                    }
                });
        // An entry without author has the source's, else the feed's (RFC 4287, 4.2.1).
        Stream.of(entry, source, feed)
                .filter(Objects::nonNull)
                .map(AtomFormat::authors)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .ifPresent(draft::bylines);
        atom(entry, "category").forEach(category -> {
            draft.keyword(category.attribute("label"));
            draft.keyword(category.attribute("term"));
            draft.keyword(category.text());
            String scheme = category.attribute("scheme");
            if (scheme != null && scheme.contains("iptc.org")) {
                draft.subject(category.attribute("term"), category.attribute("label"));
            }
        });
        Names.all(entry, "dc:subject").map(Element::text).forEach(draft::keyword);
        MediaModule.read(entry, base, draft);
        return draft;
    }

    /** Of several forms of a story its page comes first. */
    private static boolean isNoPage(Element link) {
        String type = link.attribute("type");
        return type != null && !type.toLowerCase(Locale.ROOT).contains("html");
    }

    /** Sorts a link by what it is for (RFC 4287, 4.2.7). */
    static void link(Element link, @Nullable String base, Draft draft) {
        String address = Links.resolve(link.attribute("href") == null ? link.text() : link.attribute("href"), base);
        String rel = link.attribute("rel") == null
                ? "alternate"
                : String.valueOf(link.attribute("rel")).toLowerCase(Locale.ROOT);
        switch (rel.substring(rel.lastIndexOf('/') + 1)) {
            case "alternate" -> draft.link(address);
            case "enclosure" ->
                draft.media(MediaModule.enclosure(address, link.attribute("type"), link.attribute("length")));
            default -> draft.alsoLinks(address);
        }
    }

    private static List<String> authors(Element of) {
        return Bylines.each(Stream.concat(atom(of, "author"), Names.all(of, "dc:creator", "dc:author"))
                .map(RssFormat::author)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    private static boolean isDraft(Element entry) {
        Element control = Names.first(entry, "app:control");
        String draft = control == null ? text(entry, "draft") : Names.text(control, "app:draft");
        return "yes".equalsIgnoreCase(draft) || "true".equalsIgnoreCase(draft);
    }

    private static @Nullable String alternate(Element feed) {
        String base = feed.base();
        return base != null
                ? base
                : atom(feed, "link")
                        .filter(AtomFormat::isAlternate)
                        .map(link -> link.attribute("href"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** The language of the story that the entry is about (RFC 4287, 4.2.7.4). */
    private static @Nullable String hreflang(Element entry) {
        return atom(entry, "link")
                .filter(AtomFormat::isAlternate)
                .map(link -> link.attribute("hreflang"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isAlternate(Element link) {
        return link.attribute("rel") == null || "alternate".equals(link.attribute("rel"));
    }

    private static @Nullable String base(Element element, @Nullable String base) {
        return element.base() == null ? base : Links.resolve(element.base(), base);
    }

    /** Children in Atom's namespace; feeds that bind none mean it. */
    private static Stream<Element> atom(Element of, String name) {
        return of.children().filter(child -> {
            String called = Names.of(child);
            return called.equals(name) || called.equals("atom:" + name);
        });
    }

    private static @Nullable String text(Element of, String name) {
        return atom(of, name)
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A text construct as a line (RFC 4287, 3.1; Atom 0.3, 3.1). */
    static String line(Element said) {
        Element element = part(said);
        return switch (kind(element)) {
            case TEXT -> element.text();
            case ESCAPED -> Markup.line(element.rawText());
            case MARKUP -> Markup.line(element.innerHtml());
            case BASE64 -> Markup.lineOf(decoded(element));
        };
    }

    /** Atom 0.3 lets a text hold its content in parts, the fullest last (RFC 2046, 5.1.4). */
    private static Element part(Element element) {
        return atom(element, "content").reduce((plain, full) -> full).orElse(element);
    }

    private static Body body(Element said, @Nullable String base) {
        Element element = part(said);
        String from = base(element, base);
        return switch (kind(element)) {
            case TEXT -> Markup.plain(element.rawText());
            case ESCAPED -> Markup.body(element.rawText(), from);
            case MARKUP -> Markup.body(element.innerHtml(), from);
            case BASE64 -> {
                String text = decoded(element);
                yield Markup.isMarkup(text) ? Markup.body(text, from) : Markup.plain(text);
            }
        };
    }

    private enum Kind {
        TEXT,
        ESCAPED,
        MARKUP,
        BASE64
    }

    private static Kind kind(Element element) {
        String said = element.attribute("type");
        String type = said == null ? "" : said.toLowerCase(Locale.ROOT);
        String mode = element.attribute("mode");
        if ("base64".equalsIgnoreCase(mode)) {
            return Kind.BASE64;
        }
        if (element.hasElements()) {
            return Kind.MARKUP;
        }
        if ("escaped".equalsIgnoreCase(mode)) {
            return type.equals("text/plain") || type.equals("text") ? Kind.TEXT : Kind.ESCAPED;
        }
        if (type.equals("html") || type.equals("text/html")) {
            return Kind.ESCAPED;
        }
        if (type.isEmpty() || type.equals("text") || type.equals("text/plain")) {
            // Many feeds leave out that their content is HTML; a title that looks like it is taken at its word.
            boolean title = element.is("title");
            return type.isEmpty() && !title && Markup.isMarkup(element.rawText()) ? Kind.ESCAPED : Kind.TEXT;
        }
        if (type.equals("xhtml") || type.endsWith("+xml") || type.endsWith("/xml")) {
            return Markup.isMarkup(element.rawText()) && !element.is("title") ? Kind.ESCAPED : Kind.MARKUP;
        }
        if (type.startsWith("text/")) {
            return Kind.ESCAPED;
        }
        // Media types that are no text come in Base64 (RFC 4287, 4.1.3.3).
        return type.contains("/") ? Kind.BASE64 : Kind.TEXT;
    }

    private static String decoded(Element element) {
        String plain = element.rawText();
        try {
            return new String(Base64.getMimeDecoder().decode(plain.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }
}
