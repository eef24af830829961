package dateline.ingest.format.nitf;

import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.plain.PlainTextFormat;
import dateline.ingest.format.xml.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of NITF copy as HTML: block order kept, tables kept, unknown inline elements gone and their text kept. */
public final class NitfBody {
    /** What each element of NITF 3.6 is in HTML; those of the same name are not listed. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("hl1", "h2"),
            Map.entry("hl2", "h3"),
            Map.entry("hedline", ""),
            Map.entry("bq", "blockquote"),
            Map.entry("nitf-table", "table"),
            Map.entry("block", "div"),
            Map.entry("nitf-col", ""),
            Map.entry("fn", "p"),
            Map.entry("tagline", "p"),
            Map.entry("credit", "p"),
            Map.entry("abstract", "div"));

    private static final Set<String> SAME = Set.of(
            "p",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "br",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "pre",
            "a",
            "q",
            "sub",
            "sup",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "div",
            "blockquote",
            "section",
            "span",
            "cite");

    /** What is not the story's text: pictures go into media, bylines have their field, notes are for editors. */
    private static final Set<String> NOT_TEXT = Set.of(
            "media",
            "note",
            "byline",
            "nitf-table-metadata",
            "table-reference",
            "datasource",
            "custom-table",
            "script",
            "style",
            "head");

    private NitfBody() {}

    /** @param contents body.content and body.end, those there are */
    public static Body of(List<Element> contents) {
        var html = new StringBuilder();
        for (Element content : contents) {
            if (content.hasElements()) {
                write(content, html);
            } else if (!content.text().isEmpty()) {
                String text = content.rawText();
                if (Markup.isMarkup(text)) {
                    html.append(text);
                } else {
                    PlainTextFormat.paragraphs(text)
                            .forEach(paragraph -> html.append("<p>")
                                    .append(Element.escape(paragraph))
                                    .append("</p>"));
                }
            }
        }
        return html.isEmpty() ? Body.EMPTY : Markup.copy(html.toString());
    }

    private static void write(Element from, StringBuilder html) {
        Element lead = lead(from);
        for (Object node : from.content()) {
            if (!(node instanceof Element element)) {
                String text = (String) node;
                // Markup in CDATA is a mistake for what should have been elements; nobody's text reads "<p>".
                html.append(Markup.isMarkup(text) ? text : Element.escape(text));
                continue;
            }
            String name = element.name().toLowerCase(Locale.ROOT);
            if (NOT_TEXT.contains(name) || element.equals(lead)) {
                continue;
            }
            String tag = NAMES.getOrDefault(name, SAME.contains(name) ? name : "");
            if (tag.isEmpty()) {
                write(element, html);
            } else if (tag.equals("br") || tag.equals("hr")) {
                html.append('<').append(tag).append('>');
            } else {
                html.append('<').append(tag);
                attribute(element, "href", html);
                attribute(element, "colspan", html);
                attribute(element, "rowspan", html);
                html.append('>');
                write(element, html);
                html.append("</").append(tag).append('>');
            }
        }
    }

    /** Archives file the lead as a block of its own and then the full text, lead and all: the first says nothing then. */
    private static @Nullable Element lead(Element content) {
        if (!content.is("body.content")) {
            return null;
        }
        List<Element> blocks = content.children("block").limit(2).toList();
        return blocks.size() == 2
                        && blocks.getLast().text().startsWith(blocks.getFirst().text())
                ? blocks.getFirst()
                : null;
    }

    private static void attribute(Element element, String name, StringBuilder html) {
        String value = element.attribute(name);
        if (value != null) {
            html.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Element.escape(value))
                    .append('"');
        }
    }
}
