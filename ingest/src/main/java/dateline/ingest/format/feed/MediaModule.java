package dateline.ingest.format.feed;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.xml.Element;
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
                    into.media(reference(child, entry, base));
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
                case "itunes:image" -> into.media(image(Links.resolve(child.attribute("href"), base)));
                case "georss:featurename", "media:location" ->
                    into.place(child.text().isEmpty() ? child.attribute("description") : child.text());
                default -> {
                    // the rest is no media
                }
            }
        }
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

    private static @Nullable MediaRef reference(Element element, Element around, @Nullable String base) {
        String address = Links.resolve(element.attribute("url"), base);
        if (address == null) {
            return null;
        }
        String medium = element.attribute("medium");
        String role = element.is("thumbnail") ? "thumbnail" : medium == null ? element.name() : medium;
        return MediaRef.newBuilder()
                .setHref(address)
                .setType(element.attribute("type"))
                .setRole(role)
                .setCaption(described(element, around, "media:description", "media:title"))
                .setCredit(described(element, around, "media:credit"))
                .setWidth(pixels(element.attribute("width")))
                .setHeight(pixels(element.attribute("height")))
                .setSize(size(element.attribute("fileSize")))
                .build();
    }

    private static @Nullable String described(Element element, Element around, String... names) {
        String own = Names.text(element, names);
        String text = own == null && around.is("group") ? Names.text(around, names) : own;
        return text == null ? null : Markup.lineOf(text);
    }

    static @Nullable Integer pixels(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}(?:px)?") ? Integer.valueOf(text.replace("px", "")) : null;
    }

    static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") && !text.matches("0+") ? Long.valueOf(text) : null;
    }
}
