package dateline.ingest.format.feed;

import dateline.ingest.format.Reading;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** Channel Definition Format, Microsoft's feed of 1997: attributes where RSS has elements. */
public final class CdfFormat implements WireFormat {
    @Override
    public String name() {
        return "cdf";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return opensAsCdf(Opening.of(raw.getBytes()));
    }

    /** RSS channels without root share the name of the element, not CDF's attributes. */
    static boolean opensAsCdf(Opening opening) {
        String text = opening.text();
        return opening.root().equals("channel")
                && !opening.tag().contains("xmlns=\"http://purl.org")
                && (text.contains("<CHANNEL")
                        || opening.tag().toLowerCase(Locale.ROOT).contains("href="));
    }

    @Override
    public Reading read(RawItem raw) {
        return FeedDocument.read(
                raw,
                channel -> channel.with(child -> !child.is("item")),
                CdfFormat::items,
                (channel, item) -> draft(raw, channel, item));
    }

    private static List<Element> items(Element channel) {
        return channel.descendants("item").toList();
    }

    private Draft draft(RawItem raw, Element channel, Element item) {
        String base = channel.attribute("base") == null ? raw.getSource() : channel.attribute("base");
        Element text = item.child("abstract");
        return new Draft(raw, name())
                .feedEntry(item::outerHtml)
                .headline(said(item, "title"))
                .body(text == null ? Body.EMPTY : FeedDocument.bodyOf(text, base))
                .link(Links.resolve(said(item, "href") == null ? said(item, "a") : said(item, "href"), base))
                .published(said(item, "lastmod"))
                .provider(raw.getProvider())
                .provider(said(channel, "title"))
                .media(MediaModule.image(Links.resolve(item.attributeAt("logo", "href"), base)));
    }

    /** What the attribute or the element of that name says. */
    private static @Nullable String said(Element item, String name) {
        String attribute = item.attribute(name);
        if (attribute != null) {
            return attribute;
        }
        Element element = item.child(name);
        String value = element == null ? null : element.attribute("value");
        String href = element == null ? null : element.attribute("href");
        return value != null ? value : href != null ? href : item.textAt(name);
    }
}
