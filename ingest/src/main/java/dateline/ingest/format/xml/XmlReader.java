package dateline.ingest.format.xml;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.text.Charsets;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that strangers wrote. What is well-formed is read by the book; the rest is repaired and said to be so. No
 * DTD and no entity of the document's own is ever read, so entity bombs and files that reach for other files come to
 * nothing.
 */
public final class XmlReader {
    /** The largest document repaired, in characters: what was not written by machine is smaller. */
    private static final int LARGEST_REPAIR = 4 * 1024 * 1024;

    /** The most elements read: a feed of ten thousand entries has a tenth of them. */
    static final int MOST = 400_000;

    /** The deepest nesting read; markup written by people stays below 50. */
    static final int DEEPEST = 250;

    private static final XMLInputFactory FACTORY = hardened();
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\b[^>]{0,400}>", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTITY = Pattern.compile(
            "<!ENTITY\\s+([A-Za-z][\\w.-]{0,40})\\s+(?:\"((?:[^\"&%<]|&#\\w{1,7};){0,100})\"|'((?:[^'&%<]|&#\\w{1,7};){0,100})')\\s*>");

    private XmlReader() {}

    /** What came of reading. */
    public sealed interface Result {
        /**
         * @param root the document's element
         * @param notes what had to be repaired or assumed, in words
         * @param truncated whether the document ends before its last element does
         */
        record Document(Element root, List<String> notes, boolean truncated) implements Result {}

        /** @param detail what is wrong with it, and where */
        record Broken(Defect defect, String detail) implements Result {}
    }

    public static Result read(ByteBuffer bytes, @Nullable String contentType) {
        Charsets.Decoded decoded = Charsets.decode(bytes, contentType);
        return read(decoded.text(), decoded.notes());
    }

    /** @param notes what was noted on the way to these characters */
    public static Result read(String text, List<String> notes) {
        var said = new ArrayList<>(notes);
        String clean = withoutControls(text);
        if (!clean.equals(text)) {
            said.add("control characters were removed");
        }
        clean = DECLARATION.matcher(clean).replaceFirst("").strip();
        if (clean.isEmpty()) {
            return new Result.Broken(Defect.MALFORMED, "the document is empty");
        }
        try {
            return new Result.Document(strictly(clean, entities(clean), said), said, false);
        } catch (TooDeep e) {
            return tooDeep();
        } catch (XMLStreamException | RuntimeException e) {
            String complaint = complaint(e);
            if (clean.length() > LARGEST_REPAIR) {
                return new Result.Broken(
                        Defect.TOO_LARGE,
                        "not well-formed (%s), and of %,d characters; at most %,d are repaired"
                                .formatted(complaint, clean.length(), LARGEST_REPAIR));
            }
            try {
                Element root = Repair.root(clean, entities(clean));
                if (root == null) {
                    return new Result.Broken(Defect.MALFORMED, "not well-formed and beyond repair: " + complaint);
                }
                said.add("not well-formed XML, repaired (" + complaint + ")");
                return new Result.Document(root, said, truncated(clean, root));
            } catch (TooDeep deep) {
                return tooDeep();
            }
        }
    }

    private static Result tooDeep() {
        return new Result.Broken(
                Defect.TOO_LARGE, "elements nest deeper than %d or are more than %,d".formatted(DEEPEST, MOST));
    }

    private static boolean truncated(String text, Element root) {
        String tail = text.substring(Math.max(0, text.length() - 4096)).toLowerCase(Locale.ROOT);
        return !tail.contains("</"
                        + root.toString().substring(1).toLowerCase(Locale.ROOT).replace(">", ""))
                && !text.endsWith("/>");
    }

    private static String complaint(Exception e) {
        if (e instanceof XMLStreamException ill && ill.getLocation() != null) {
            String message = String.valueOf(ill.getMessage());
            int at = message.indexOf("Message: ");
            String plain = Element.fold(at < 0 ? message : message.substring(at + 9));
            return "line %d: %s"
                    .formatted(
                            ill.getLocation().getLineNumber(),
                            plain.length() > 160 ? plain.substring(0, 160) + "…" : plain);
        }
        return "the parser gave up";
    }

    private static Element strictly(String text, Map<String, String> entities, List<String> notes)
            throws XMLStreamException {
        XMLStreamReader reader;
        synchronized (FACTORY) {
            reader = FACTORY.createXMLStreamReader(new StringReader(text));
        }
        try {
            Element root = null;
            Element here = null;
            int depth = 0;
            int count = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST || ++count > MOST) {
                            throw new TooDeep();
                        }
                        here = new Element(
                                reader.getLocalName(),
                                orEmpty(reader.getPrefix()),
                                orEmpty(reader.getNamespaceURI()),
                                here,
                                attributes(reader));
                        if (root == null) {
                            root = here;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        here = here == null ? null : here.parent();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (here != null) {
                            here.add(reader.getText());
                        }
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE -> {
                        if (here != null) {
                            String own = entities.get(reader.getLocalName());
                            here.add(own == null ? entity(reader.getLocalName(), notes) : own);
                        }
                    }
                    default -> {
                        // comments, processing instructions and document types say nothing to a newsroom
                    }
                }
            }
            if (root == null) {
                throw new XMLStreamException("no element");
            }
            return root;
        } finally {
            reader.close();
        }
    }

    private static List<Element.Attribute> attributes(XMLStreamReader reader) {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        var attributes = new ArrayList<Element.Attribute>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(new Element.Attribute(
                    reader.getAttributeLocalName(i),
                    orEmpty(reader.getAttributePrefix(i)),
                    reader.getAttributeValue(i)));
        }
        return attributes;
    }

    /**
     * The document's own entities, those that are plain text: none that holds another or a tag, so none can grow, and few,
     * so that no document is made of them.
     */
    private static Map<String, String> entities(String text) {
        int root = text.indexOf("]>");
        boolean typed = text.substring(0, Math.min(4096, text.length())).contains("<!DOCTYPE");
        if (!typed || root < 0) {
            return Map.of();
        }
        var entities = new HashMap<String, String>();
        Matcher declared = ENTITY.matcher(text).region(0, Math.min(root, 16 * 1024));
        while (declared.find() && entities.size() < 300) {
            entities.put(
                    declared.group(1),
                    Parser.unescapeEntities(declared.group(2) == null ? declared.group(3) : declared.group(2), false));
        }
        return entities;
    }

    /** HTML's entities are known to everyone, so feeds use them undeclared. */
    private static String entity(String name, List<String> notes) {
        String reference = "&" + name + ";";
        String character = Parser.unescapeEntities(reference, false);
        String note = "undeclared entities were read as HTML's";
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return character;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Characters that XML 1.0, 2.2 does not allow, NUL first among them, and halves of surrogate pairs. */
    private static String withoutControls(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed;
            if (c < ' ') {
                allowed = c == '\n' || c == '\r' || c == '\t';
            } else if (Character.isHighSurrogate(c)) {
                allowed = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            } else if (Character.isLowSurrogate(c)) {
                allowed = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            } else {
                allowed = c < '\uFFFE';
            }
            if (!allowed && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (allowed && out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to " + systemId + ", which is never fetched");
        });
        // Errors are answers here: nothing is to be printed to the console.
        factory.setXMLReporter((message, type, related, location) -> {});
        return factory;
    }

    /** Thrown where nesting passes {@link #DEEPEST} or elements pass {@link #MOST}. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDeep() {
            super("elements nest too deep", null, false, false);
        }
    }
}
