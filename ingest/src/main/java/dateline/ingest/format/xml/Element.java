package dateline.ingest.format.xml;

import dateline.ingest.format.copy.Links;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document that was read. Names are compared without regard to case, because agencies and feeds write
 * them as they like, and by local name unless said otherwise, because they bind namespaces as they like.
 */
public final class Element {
    private final String name;
    private final String prefix;
    private final String namespace;
    private final @Nullable Element parent;
    private final List<Attribute> attributes;
    /** Elements and Strings, in the document's order. */
    private final List<Object> content = new ArrayList<>(4);

    private @Nullable String alias;

    record Attribute(String name, String prefix, String value) {}

    Element(String name, String prefix, String namespace, @Nullable Element parent, List<Attribute> attributes) {
        this.name = name;
        this.prefix = prefix;
        this.namespace = namespace;
        this.parent = parent;
        this.attributes = attributes;
        if (parent != null) {
            parent.content.add(this);
        }
    }

    void add(String text) {
        if (!text.isEmpty()) {
            content.add(withoutC1(text));
        }
    }

    /** "&#146;" means windows-1252's apostrophe to all who write it (HTML, 13.2.5.80), and nothing to XML. */
    private static String withoutC1(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0080' && c <= '\u009F') {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, C1.charAt(c - '\u0080'));
            }
        }
        return out == null ? text : out.toString();
    }

    private static final String C1 = new String(c1(), Charset.forName("windows-1252"));

    private static byte[] c1() {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (0x80 + i);
        }
        return bytes;
    }

    private Element(Element of, Predicate<Element> children) {
        this.name = of.name;
        this.prefix = of.prefix;
        this.namespace = of.namespace;
        this.parent = of.parent;
        this.attributes = of.attributes;
        of.content.stream()
                .filter(node -> !(node instanceof Element child) || children.test(child))
                .forEach(content::add);
    }

    /** This element as it would be with only these of its children: the head of a feed without its thousand entries. */
    public Element with(Predicate<Element> children) {
        return new Element(this, children);
    }

    /** The name a format knows it by, worked out once. */
    public String alias(Function<Element, String> naming) {
        if (alias == null) {
            alias = naming.apply(this);
        }
        return alias;
    }

    /** Its local name as written. */
    public String name() {
        return name;
    }

    /** Its prefix as written; empty where it has none. */
    public String prefix() {
        return prefix;
    }

    /** The URI of its namespace; empty where it is in none or its prefix is bound to none. */
    public String namespace() {
        return namespace;
    }

    public @Nullable Element parent() {
        return parent;
    }

    public boolean is(String localName) {
        return name.equalsIgnoreCase(localName);
    }

    /** Child elements and Strings, in the document's order. */
    public List<Object> content() {
        return content;
    }

    public Stream<Element> children() {
        return content.stream().filter(Element.class::isInstance).map(Element.class::cast);
    }

    public Stream<Element> children(String localName) {
        return children().filter(child -> child.is(localName));
    }

    public @Nullable Element child(String localName) {
        for (Object node : content) {
            if (node instanceof Element element && element.is(localName)) {
                return element;
            }
        }
        return null;
    }

    /** The elements a path of local names leads to, such as "head/docdata/urgency". */
    public Stream<Element> at(String path) {
        Stream<Element> here = Stream.of(this);
        for (String step : path.split("/", -1)) {
            here = here.flatMap(element -> element.children(step));
        }
        return here;
    }

    public @Nullable Element first(String path) {
        return at(path).findFirst().orElse(null);
    }

    /** The text at the end of a path, folded; null where there is none or it is blank. */
    public @Nullable String textAt(String path) {
        return at(path).map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The attribute of the first element at the end of a path that has it; null where none has. */
    public @Nullable String attributeAt(String path, String attribute) {
        for (Element element : at(path).toList()) {
            String value = element.attribute(attribute);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** All elements below, in the document's order. */
    public Stream<Element> descendants() {
        return children().flatMap(child -> Stream.concat(Stream.of(child), child.descendants()));
    }

    public Stream<Element> descendants(String localName) {
        return descendants().filter(element -> element.is(localName));
    }

    public @Nullable Element descendant(String localName) {
        return descendants(localName).findFirst().orElse(null);
    }

    /** The attribute of that local name, stripped; null where it is missing or blank. */
    public @Nullable String attribute(String localName) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(localName)
                    && !attribute.value().isBlank()) {
                return attribute.value().strip();
            }
        }
        return null;
    }

    /** The attribute of that prefix and local name (xml:lang); null where it is missing or blank. */
    public @Nullable String attribute(String ofPrefix, String localName) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equalsIgnoreCase(localName)
                    && attribute.prefix().equalsIgnoreCase(ofPrefix)
                    && !attribute.value().isBlank()) {
                return attribute.value().strip();
            }
        }
        return null;
    }

    /** The language that holds here (XML 1.0, 2.12); null where nothing says. */
    public @Nullable String language() {
        for (Element at = this; at != null; at = at.parent) {
            for (Attribute attribute : at.attributes) {
                if (attribute.name().equalsIgnoreCase("lang")
                        && attribute.prefix().equalsIgnoreCase("xml")) {
                    // An empty one takes back what holds around it.
                    return attribute.value().isBlank()
                            ? null
                            : attribute.value().strip();
                }
            }
        }
        return null;
    }

    /** The base that holds here (XML Base, 3); null where nothing says. */
    public @Nullable String base() {
        String own = attribute("xml", "base");
        String around = parent == null ? null : parent.base();
        return own == null ? around : Links.resolve(own, around);
    }

    /** All text below, as written. */
    public String rawText() {
        if (content.size() == 1 && content.getFirst() instanceof String only) {
            return only;
        }
        var text = new StringBuilder();
        gather(text);
        return text.toString();
    }

    /** All text below, runs of white space folded into one space. */
    public String text() {
        return fold(rawText());
    }

    private void gather(StringBuilder into) {
        for (Object node : content) {
            if (node instanceof Element element) {
                element.gather(into);
            } else {
                into.append(node);
            }
        }
    }

    public boolean hasElements() {
        return content.stream().anyMatch(Element.class::isInstance);
    }

    /** Its attributes as HTML, those without prefix. */
    void writeAttributes(StringBuilder into) {
        for (Attribute attribute : attributes) {
            if (attribute.prefix().isEmpty()) {
                into.append(' ')
                        .append(attribute.name())
                        .append("=\"")
                        .append(escape(attribute.value()))
                        .append('"');
            }
        }
    }

    /** What stands in it, written as HTML. */
    public String innerHtml() {
        var html = new StringBuilder();
        for (Object node : content) {
            if (node instanceof Element element) {
                element.write(html);
            } else {
                html.append(escape((String) node));
            }
        }
        return html.toString();
    }

    /** The element itself and what stands in it, written as HTML. */
    public String outerHtml() {
        var html = new StringBuilder();
        write(html);
        return html.toString();
    }

    private void write(StringBuilder html) {
        html.append('<').append(name);
        writeAttributes(html);
        html.append('>');
        html.append(is("script") || is("style") ? "" : innerHtml());
        if (!VOID.contains(name.toLowerCase(Locale.ROOT))) {
            html.append("</").append(name).append('>');
        }
    }

    /** Elements that HTML writes without an end tag (HTML, 13.1.2). */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    public static String escape(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escaped = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                default -> null;
            };
            if (escaped != null && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (out != null) {
                if (escaped != null) {
                    out.append(escaped);
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /** Runs of white space, no-break spaces among them, folded into one space; none at the ends. */
    public static String fold(String text) {
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF' || c == '\u200B') {
                gap = true;
            } else if (c >= ' ' && c != '\u00AD') {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return "<" + (prefix.isEmpty() ? "" : prefix + ":") + name + ">";
    }
}
