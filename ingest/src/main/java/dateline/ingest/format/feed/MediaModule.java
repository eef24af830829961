package dateline.ingest.format.feed;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.xml.Element;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;

/** The modules that feeds of all dialects share: Media RSS 1.5, iTunes, GeoRSS. */
final class MediaModule {
    private MediaModule() {}

    static void read(Element entry, @Nullable String base, Draft into) {
        for (Element child : entry.children().toList()) {
            switch (Names.of(child)) {
                case "media:group" -> read(child, base, into);
                case "media:content", "media:thumbnail", "media:player", "media:peerlink" -> {
                    into.media(reference(child, base));
                    read(child, base, into);
                }
                case "media:category", "itunes:category" -> {
                    String label = child.attribute("label");
                    into.keyword(label == null ? child.attribute("text") : label);
                    into.keyword(child.text());
                    read(child, base, into);
                }
                case "media:keywords", "itunes:keywords" -> {
                    for (String keyword : child.text().split(",", -1)) {
                        into.keyword(keyword);
                    }
                }
                case "media:copyright" -> into.copyright(child.text());
                case "itunes:image", "itunes:link" ->
                    into.media(image(Links.resolve(address(child, "href", "url"), base)));
                case "georss:featurename", "media:location" ->
                    into.place(child.text().isEmpty() ? child.attribute("description") : child.text());
                default -> {
                    // the rest is no media
                }
            }
        }
    }

    /** What is said of an entry's media, outside in: the words of entries that are all media. */
    static Stream<Element> said(Element entry, String name) {
        return Stream.concat(
                Names.all(entry, name),
                Names.all(entry, "media:group", "media:content").flatMap(child -> said(child, name)));
    }

    /** A picture of which only the address is known. */
    static @Nullable MediaRef image(@Nullable String address) {
        return address == null
                ? null
                : MediaRef.newBuilder().setHref(address).setRole("image").build();
    }

    /** An enclosure (RSS 2.0, "enclosure"; RFC 4287, 4.2.7). */
    static @Nullable MediaRef enclosure(@Nullable String address, @Nullable String type, @Nullable String length) {
        return address == null
                ? null
                : MediaRef.newBuilder()
                        .setHref(address)
                        .setType(type)
                        .setRole("enclosure")
                        .setSize(size(length))
                        .build();
    }

    private static @Nullable MediaRef reference(Element element, @Nullable String base) {
        String address = Links.resolve(address(element, "url"), base);
        if (address == null) {
            return null;
        }
        String medium = element.attribute("medium");
        String role = element.is("thumbnail") ? "thumbnail" : medium == null ? element.name() : medium;
        return MediaRef.newBuilder()
                .setHref(address)
                .setType(element.attribute("type"))
                .setRole(role)
                .setCaption(described(element, "media:description", "media:title"))
                .setCredit(described(element, "media:credit"))
                .setWidth(pixels(element.attribute("width")))
                .setHeight(pixels(element.attribute("height")))
                .setSize(size(element.attribute("fileSize")))
                .build();
    }

    /** The address in the first of these attributes, else in an element of that name, else in the text. */
    private static @Nullable String address(Element element, String... names) {
        for (String name : names) {
            String address = element.attribute(name);
            if (address != null || (address = element.textAt(name)) != null) {
                return address;
            }
        }
        return Links.isWeb(element.text()) ? element.text() : null;
    }

    /** What is said of a medium, or of the group or the entry around it (Media RSS 1.5, "Optional Elements"). */
    private static @Nullable String described(Element element, String... names) {
        for (Element at = element; at != null; at = Names.of(at).startsWith("media:") ? at.parent() : null) {
            String text = Names.text(at, names);
            if (text != null) {
                return Markup.lineOf(text);
            }
        }
        return null;
    }

    static @Nullable Integer pixels(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}(?:px)?") ? Integer.valueOf(text.replace("px", "")) : null;
    }

    static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") && !text.matches("0+") ? Long.valueOf(text) : null;
    }
}
