package dateline.ingest.format.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads XML that is not well-formed: unbound prefixes, bare ampersands, unquoted attributes, tags that do not match. */
final class Repair {
    private static final Pattern SUBSET = Pattern.compile("<!DOCTYPE[^>\\[]*\\[.*?\\]\\s*>", Pattern.DOTALL);
    private static final Pattern BARE_CDATA_END = Pattern.compile("\\]\\]\\s+>");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([a-zA-Z][\\w.-]{0,40}));");
    private static final String CDATA = "<![CDATA[";

    private Repair() {}

    /**
     * @param entities the document's own entities that are plain text, by name
     * @return the document's element; null where there is none
     */
    static @Nullable Element root(String text, Map<String, String> entities) {
        String plain = text;
        if (plain.length() > 9
                && plain.substring(0, Math.min(4096, plain.length())).contains("<!DOCTYPE")) {
            Matcher subset = SUBSET.matcher(plain);
            plain = subset.find() && subset.start() < 4096
                    ? plain.substring(0, subset.start()) + plain.substring(subset.end())
                    : plain;
        }
        plain = referencing(BARE_CDATA_END.matcher(plain).replaceAll("]]>"), entities);
        Parser parser = Parser.xmlParser();
        parser.setMaxDepth(XmlReader.DEEPEST + 2);
        // Names in one case, so that "<Title>" is ended by "</title>".
        parser.settings(new ParseSettings(false, true));
        for (Node node : parser.parseInput(plain, "").childNodes()) {
            if (node instanceof org.jsoup.nodes.Element element
                    && !element.tagName().startsWith("?")) {
                return copy(element, null, Map.of(), 1);
            }
        }
        return null;
    }

    /**
     * Bare ampersands as references, so that "?a=1&copy=2" stays an address: HTML has references without a semicolon, XML has
     * not.
     */
    private static String referencing(String text, Map<String, String> entities) {
        var out = new StringBuilder(text.length() + 64);
        Matcher reference = REFERENCE.matcher(text);
        int at = 0;
        int cdata = text.indexOf(CDATA);
        for (int next = text.indexOf('&'); next >= 0; next = text.indexOf('&', at)) {
            if (cdata >= 0 && cdata < next) {
                int end = text.indexOf("]]>", cdata);
                end = end < 0 ? text.length() : end;
                out.append(text, at, end);
                at = end;
                cdata = text.indexOf(CDATA, at);
                continue;
            }
            out.append(text, at, next);
            at = next + 1;
            if (reference.region(next, text.length()).lookingAt()) {
                String own = reference.group(1) == null ? null : entities.get(reference.group(1));
                out.append(own == null ? reference.group() : Element.escape(own));
                at = reference.end();
            } else {
                out.append("&amp;");
            }
        }
        return out.append(text, at, text.length()).toString();
    }

    private static Element copy(
            org.jsoup.nodes.Element from, @Nullable Element parent, Map<String, String> bound, int depth) {
        if (depth > XmlReader.DEEPEST) {
            throw new XmlReader.TooDeep();
        }
        var declared = new HashMap<String, String>();
        var attributes = new ArrayList<Element.Attribute>(from.attributesSize());
        for (var attribute : from.attributes()) {
            String key = attribute.getKey();
            int colon = key.indexOf(':');
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                declared.put(colon < 0 ? "" : key.substring(colon + 1).toLowerCase(Locale.ROOT), attribute.getValue());
            } else {
                attributes.add(new Element.Attribute(
                        key.substring(colon + 1), colon < 0 ? "" : key.substring(0, colon), attribute.getValue()));
            }
        }
        Map<String, String> namespaces = bound;
        if (!declared.isEmpty()) {
            namespaces = new HashMap<>(bound);
            namespaces.putAll(declared);
        }
        String tag = from.tagName();
        int colon = tag.indexOf(':');
        String prefix = colon < 0 ? "" : tag.substring(0, colon);
        var element = new Element(
                tag.substring(colon + 1), prefix, namespaces.getOrDefault(prefix, ""), parent, List.copyOf(attributes));
        for (Node node : from.childNodes()) {
            switch (node) {
                case org.jsoup.nodes.Element child -> copy(child, element, namespaces, depth + 1);
                case CDataNode cdata -> element.add(cdata.text());
                case TextNode text -> element.add(text.getWholeText());
                case org.jsoup.nodes.DataNode data -> element.add(data.getWholeData());
                default -> {
                    // comments and declarations say nothing to a newsroom
                }
            }
        }
        return element;
    }
}
