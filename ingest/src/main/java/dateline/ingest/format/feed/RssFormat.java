package dateline.ingest.format.feed;

import dateline.ingest.format.Reading;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.Status;

/** RSS 0.90 to 0.94, 1.0 (RDF), 1.1 and 2.0, with the modules newsrooms meet. */
public final class RssFormat implements WireFormat {
    @Override
    public String name() {
        return "rss";
    }

    @Override
    public boolean recognises(RawItem raw) {
        Opening opening = Opening.of(raw.getBytes());
        return switch (opening.localRoot()) {
            case "rss", "rdf" -> true;
            // RSS 1.1, and RSS without its root; CDF's channels have no namespace and no titles as elements.
            case "channel" -> !CdfFormat.opensAsCdf(opening);
            default -> false;
        };
    }

    @Override
    public Reading read(RawItem raw) {
        return FeedDocument.read(raw, RssFormat::head, RssFormat::items, (channel, item) -> draft(raw, channel, item));
    }

    private static Element head(Element root) {
        Element channel = root.is("channel") ? null : Names.first(root, "channel");
        return (channel == null ? root : channel).with(child -> !child.is("item"));
    }

    private static List<Element> items(Element root) {
        return root.descendants()
                .filter(element -> element.is("item") && Names.of(element).equals("item"))
                .toList();
    }

    private Draft draft(RawItem raw, Element around, Element item) {
        String address = Names.text(around, "link", "atom:link");
        String base = item.base() != null
                ? Links.resolve(item.base(), address)
                : Links.isWeb(address) ? address : raw.getSource();
        var content = FeedDocument.Content.of(content(item), place -> FeedDocument.bodyOf(place, base));
        Element title = Stream.concat(
                        Names.all(item, "title", "dc:title", "itunes:title", "atom:title"),
                        MediaModule.said(item, "media:title"))
                .filter(element -> !element.rawText().isBlank())
                .findFirst()
                .orElse(null);

        Draft draft = new Draft(raw, name())
                .feedEntry(item::innerHtml)
                .id(id(item))
                .headline(FeedDocument.lineOf(title))
                .body(content.body())
                .published(Names.text(
                        item, "pubdate", "dcterms:issued", "atom:published", "atom:issued", "prism:publicationdate"))
                .published(Names.text(
                        item,
                        "dc:date",
                        "dcterms:created",
                        "dcterms:date",
                        "dcterms:available",
                        "dcterms:datesubmitted",
                        "atom:created",
                        "published",
                        "created",
                        "date",
                        "wp:post_date_gmt"))
                .updated(Names.text(
                        item,
                        "atom:updated",
                        "atom:modified",
                        "dcterms:modified",
                        "updated",
                        "modified",
                        "wp:post_modified_gmt",
                        "prism:modificationdate"))
                .language(FeedDocument.language(content.element(), title, item))
                .language(Names.text(item, "dc:language", "language"))
                .language(Names.text(around, "language", "dc:language"))
                .language(FeedDocument.language(around))
                .credit(Names.text(item, "source", "dc:source", "media:credit"))
                .copyright(Names.text(item, "dc:rights", "dcterms:rights", "copyright", "rights", "media:copyright"))
                .copyright(Names.text(around, "copyright", "dc:rights", "dcterms:rights"))
                .provider(Names.text(item, "dc:publisher", "dcterms:publisher"))
                .provider(raw.getProvider())
                .provider(Names.text(around, "dc:publisher"))
                .provider(Names.text(around, "title", "dc:title"))
                .status(status(item));

        link(item, base, draft);
        Names.all(item, "author", "dc:creator", "dc:author", "itunes:author", "atom:author", "dcterms:creator")
                .map(RssFormat::author)
                .filter(name -> !name.isEmpty())
                .forEach(name -> draft.bylines(Bylines.each(List.of(name))));
        Names.all(item, "category", "dc:subject", "dcterms:subject").forEach(category -> {
            draft.keyword(FeedDocument.lineOf(category));
            String domain = category.attribute("domain");
            if (domain != null && domain.contains("iptc.org")) {
                draft.subject(category.text(), null);
            }
        });
        Names.all(item, "atom:category").forEach(category -> {
            draft.keyword(category.attribute("term"));
            draft.keyword(category.attribute("label"));
        });
        Names.all(item, "dc:coverage", "dcterms:spatial").map(Element::text).forEach(draft::place);
        Names.all(item, "enclosure")
                .forEach(enclosure -> draft.media(MediaModule.enclosure(
                        Links.resolve(enclosure.attribute("url"), base),
                        enclosure.attribute("type"),
                        enclosure.attribute("length"))));
        Names.all(item, "image").forEach(image -> {
            String url = Names.text(image, "url");
            draft.media(MediaModule.image(
                    Links.resolve(url != null ? url : image.hasElements() ? null : image.text(), base)));
        });
        MediaModule.read(item, base, draft);
        return draft;
    }

    /** The places where feeds put their text, the fullest first. */
    private static Stream<Element> content(Element item) {
        Stream<Element> own = Names.all(
                        item,
                        "content:encoded",
                        "content:items",
                        "xhtml:body",
                        "xhtml:div",
                        "body",
                        "fullitem",
                        "atom:content",
                        "content",
                        "description",
                        "dc:description",
                        "dcterms:abstract",
                        "atom:summary",
                        "summary",
                        "itunes:summary",
                        "media:description",
                        "itunes:subtitle",
                        "media:text",
                        "excerpt:encoded",
                        "abstract")
                .filter(element -> !element.rawText().isBlank());
        return Stream.concat(own, MediaModule.said(item, "media:description"));
    }

    private static @Nullable String id(Element item) {
        String guid = Names.text(item, "guid", "atom:id", "id");
        if (guid != null) {
            return guid;
        }
        String about = item.attribute("rdf", "about");
        return about != null ? about : Names.text(item, "dc:identifier", "dcterms:identifier");
    }

    private static void link(Element item, @Nullable String base, Draft draft) {
        Names.all(item, "feedburner:origlink", "link")
                .map(link -> link.text().isEmpty() ? link.attribute("href") : link.text())
                .forEach(link -> draft.link(Links.resolve(link, base)));
        Names.all(item, "atom:link").forEach(link -> AtomFormat.link(link, base, draft));
        Element guid = Names.first(item, "guid");
        // A guid is an address unless it says it is none (RSS 2.0, "guid").
        if (guid != null && !"false".equalsIgnoreCase(guid.attribute("isPermaLink")) && Links.isWeb(guid.text())) {
            draft.link(guid.text());
        }
        String about = item.attribute("rdf", "about");
        if (Links.isWeb(about)) {
            draft.link(about);
        }
        Names.all(item, "comments", "wfw:comment")
                .map(Element::text)
                .filter(Links::isWeb)
                .forEach(draft::alsoLinks);
        Names.all(item, "source")
                .map(source -> source.attribute("url"))
                .filter(Links::isWeb)
                .forEach(draft::alsoLinks);
    }

    /** The name of a person, given as a line or in elements; empty where there is none. */
    static String author(Element person) {
        String name = Names.text(person, "atom:name", "name", "title");
        if (name == null && person.hasElements()) {
            name = Names.text(person, "atom:email", "email");
        } else if (name == null) {
            name = Markup.lineOf(person.rawText());
        }
        return name == null ? "" : name;
    }

    /** WordPress exports drafts beside what was published. */
    private static @Nullable Status status(Element item) {
        String said = Names.text(item, "wp:status");
        return said == null
                ? null
                : switch (said) {
                    case "draft", "private", "pending", "future" -> Status.WITHHELD;
                    case "trash" -> Status.CANCELED;
                    default -> Status.USABLE;
                };
    }
}
