package dateline.ingest.format.feed;

import dateline.ingest.format.xml.Element;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names of feed elements, told apart by namespace and not by prefix: "dc:creator" is Dublin Core's creator whatever
 * its prefix, and a prefix that is bound to nothing means what everyone means by it. Elements of the feed's own format
 * have no prefix here.
 */
final class Names {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("http://purl.org/dc/elements/1.1", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0", "dc"),
            Map.entry("http://purl.org/dc/terms", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.rssboard.org/media-rss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.georss.org/georss", "georss"),
            Map.entry("http://www.w3.org/2003/01/geo/wgs84_pos#", "geo"),
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://purl.org/atom/app#", "app"),
            Map.entry("http://www.w3.org/2007/app", "app"),
            Map.entry("http://purl.org/atompub/tombstones/1.0", "at"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://prismstandard.org/namespaces/1.2/basic", "prism"),
            Map.entry("http://prismstandard.org/namespaces/basic/2.0", "prism"),
            Map.entry("http://wordpress.org/export/1.2", "wp"),
            Map.entry("http://wordpress.org/export/1.1", "wp"),
            Map.entry("http://wordpress.org/export/1.0", "wp"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://wellformedweb.org/commentapi", "wfw"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

    private static final Set<String> PREFIXES = Set.copyOf(KNOWN.values());

    private static final String[] RSS = {
        "http://purl.org/rss/1.0", "http://my.netscape.com/rdf/simple/0.9",
                "http://channel.netscape.com/rdf/simple/0.9",
        "http://backend.userland.com", "http://blogs.law.harvard.edu/tech/rss", "http://purl.org/net/rss1.1",
        "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://feedparser.org",
    };

    private Names() {}

    /** The name in lower case: "title" for the feed's own, "dc:title" for a module's. */
    static String of(Element element) {
        return element.alias(Names::workedOut);
    }

    private static String workedOut(Element element) {
        String local = element.name().toLowerCase(Locale.ROOT);
        String namespace = element.namespace();
        if (namespace.isEmpty()) {
            return element.prefix().isEmpty() ? local : element.prefix().toLowerCase(Locale.ROOT) + ":" + local;
        }
        String plain = namespace.strip().toLowerCase(Locale.ROOT);
        plain = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        plain = plain.startsWith("https:") ? "http:" + plain.substring(6) : plain;
        String known = KNOWN.get(plain);
        if (known != null) {
            return known + ":" + local;
        }
        for (String rss : RSS) {
            if (plain.startsWith(rss) && !plain.contains("/modules/")) {
                return local;
            }
        }
        // A namespace that nobody knows is the format's own where it is the whole document's, and a slip of the pen
        // where
        // it goes by a prefix that everyone knows.
        if (namespace.equals(root(element).namespace())) {
            return local;
        }
        String prefix = element.prefix().toLowerCase(Locale.ROOT);
        return (PREFIXES.contains(prefix) ? prefix : "other") + ":" + local;
    }

    private static Element root(Element element) {
        Element root = element;
        for (Element parent = root.parent(); parent != null; parent = root.parent()) {
            root = parent;
        }
        return root;
    }

    /** The children that bear one of these names, those of the first name first. */
    static Stream<Element> all(Element of, String... names) {
        return Stream.of(names)
                .flatMap(name -> of.children().filter(child -> of(child).equals(name)));
    }

    static @Nullable Element first(Element of, String... names) {
        return all(of, names).findFirst().orElse(null);
    }

    /** The folded text of the first of these that has any; null where none has. */
    static @Nullable String text(Element of, String... names) {
        return all(of, names)
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
