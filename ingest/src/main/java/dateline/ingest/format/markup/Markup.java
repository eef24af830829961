package dateline.ingest.format.markup;

import dateline.ingest.format.xml.Element;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** Makes markup from strangers safe to show, and reads the plain text out of it. */
public final class Markup {
    /** Markup larger than this is cut, in characters: no story is. */
    private static final int LARGEST = 1024 * 1024;

    /** The deepest nesting kept; what lies deeper is lifted up to it. */
    private static final int DEEPEST = 200;

    private static final Safelist SAFE = Safelist.none()
            .addTags("p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd")
            .addTags("blockquote", "q", "cite", "pre", "code", "em", "strong", "b", "i", "u", "s", "sub", "sup")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "hr", "figure", "figcaption")
            .addTags("a", "img", "div", "span", "small", "abbr", "time", "del", "ins", "mark")
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("th", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("time", "datetime")
            .addAttributes("abbr", "title")
            .addProtocols("a", "href", "http", "https", "mailto")
            .addProtocols("img", "src", "http", "https")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "pre",
            "table",
            "caption",
            "tr",
            "hr",
            "figure",
            "figcaption",
            "br",
            "thead",
            "tbody",
            "tfoot");

    private static final Pattern TAG = Pattern.compile(
            "</?(?:p|br|b|i|u|em|strong|a|span|div|img|font|h[1-6]|ul|ol|li|table|tr|td|blockquote|sup|sub|small|tt|code"
                    + "|pre|hr|iframe|script|center|q|cite|abbr|del|ins|figure|section|article|math|svg|strike|s)"
                    + "(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    /** Any tag of HTML, old ones too, or a comment. */
    private static final Pattern HTML = Pattern.compile(
            "<!--|</?(?:a|abbr|acronym|address|applet|area|article|aside|audio|b|base|bdo|big|blink|blockquote|body|br|button"
                    + "|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|dir|div|dl|dt|em|embed|fieldset"
                    + "|figcaption|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins"
                    + "|kbd|label|legend|li|link|main|map|mark|marquee|math|menu|meta|nav|nobr|noscript|object|ol|option|p"
                    + "|param|picture|pre|q|rp|rt|ruby|s|samp|script|section|select|small|source|span|strike|strong|style"
                    + "|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video"
                    + "|wbr)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    /**
     * What HTML swallows with the words around it: frames in the page, CDATA marks, and "&lt;!" that opens neither comment nor
     * document type.
     */
    private static final Pattern SWALLOWING =
            Pattern.compile("</?iframe\\b[^>]*>|<!\\[CDATA\\[|\\]\\]>|<!(?!--|doctype)", Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#\\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");

    /** References escaped once too often; those of angle brackets may be meant. */
    private static final Pattern DOUBLY_ESCAPED = Pattern.compile(
            "&amp;(#\\d{2,6}|quot|apos|nbsp|amp|[a-zA-Z]{1,6}(?:acute|grave|uml|circ|tilde|cedil|ring|slash)|[lr][sd]quo|[nm]dash|hellip);");

    private static final Pattern COLUMNS = Pattern.compile("\\S {2,}\\S");

    private Markup() {}

    /** @param base the address that relative links start from, or null */
    public static Body body(String html, @Nullable String base) {
        return safe(parse(html, base));
    }

    /**
     * The body of an agency's copy: without its own page head and what is for editors only. A headline repeated at the head
     * of the text stays, enrich knows it.
     */
    public static Body copy(String html) {
        Document document = parse(DOUBLY_ESCAPED.matcher(html).replaceAll("&$1;"), null);
        document.select("header,nav,.slugline,.byline,.headline").remove();
        Restricted.removeFrom(document);
        for (org.jsoup.nodes.Element paragraph : document.select("p")) {
            if (paragraph.childrenSize() == 0 && isTabular(paragraph.wholeText())) {
                paragraph.tagName("pre");
            }
        }
        return safe(document);
    }

    /** Tables that are laid out by spaces, as in results and market reports. */
    private static boolean isTabular(String text) {
        // Nearly every paragraph is one line; looking for columns in those costs a tenth of the reading.
        boolean oneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return !oneLine
                && text.lines()
                                .filter(line -> COLUMNS.matcher(line).find())
                                .limit(3)
                                .count()
                        == 3;
    }

    private static Document parse(String html, @Nullable String base) {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        Document document = parser.parseInput(tamed(html), base == null ? "" : base);
        document.select("script,style,noscript,template,head>title").remove();
        return document;
    }

    private static String tamed(String html) {
        String bounded = html.length() > LARGEST ? html.substring(0, LARGEST) : html;
        return bounded.contains("<!") || bounded.contains("frame") || bounded.contains("FRAME")
                ? SWALLOWING.matcher(bounded).replaceAll(found -> found.group().equals("<!") ? "&lt;!" : "")
                : bounded;
    }

    private static Body safe(Document dirty) {
        Document clean = new Cleaner(SAFE).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        String text = text(clean.body());
        String safe = clean.body().html().strip();
        return safe.isEmpty() ? Body.EMPTY : new Body(safe, text);
    }

    /** The body of copy that is plain text: a line of text is a paragraph. */
    public static Body plain(String text) {
        var lines = new StringBuilder();
        var html = new StringBuilder();
        text.lines().map(Element::fold).filter(line -> !line.isEmpty()).forEach(line -> {
            lines.append(lines.isEmpty() ? "" : "\n").append(line);
            html.append("<p>").append(Element.escape(line)).append("</p>");
        });
        return lines.isEmpty() ? Body.EMPTY : new Body(html.toString(), lines.toString());
    }

    /** Whether a text that may be HTML or plain is HTML: any tag will do. */
    public static boolean isHtml(String text) {
        return text.indexOf('<') >= 0 && HTML.matcher(text).find();
    }

    /** Whether text that should be plain is markup in truth: it has tags that nobody writes about. */
    public static boolean isMarkup(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find();
    }

    public static boolean hasReferences(String text) {
        return text.indexOf('&') >= 0 && REFERENCE.matcher(text).find();
    }

    /** A line of text from markup: tags dropped, references read, white space folded. */
    public static String line(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return Element.fold(html);
        }
        return Element.fold(text(parsed(html)).replace('\n', ' '));
    }

    /** A line of text from what may be markup or not, as in the titles of RSS, which never said. */
    public static String lineOf(String text) {
        if (isMarkup(text)) {
            return line(text);
        }
        return Element.fold(hasReferences(text) ? Parser.unescapeEntities(text, false) : text);
    }

    private static org.jsoup.nodes.Element parsed(String html) {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        Document document = parser.parseInput(tamed(html), "");
        document.select("script,style").remove();
        return document.body();
    }

    /** The plain form: a block a line, a table row a line with tabs between its cells. */
    static String text(org.jsoup.nodes.Element body) {
        var lines = new Lines();
        gather(body, lines, false);
        return lines.toString();
    }

    private static void gather(Node node, Lines lines, boolean preformatted) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode text) {
                lines.text(text.getWholeText(), preformatted);
            } else if (child instanceof org.jsoup.nodes.Element element) {
                String name = element.normalName();
                boolean block = BLOCKS.contains(name);
                if (block) {
                    lines.end();
                } else if (name.equals("td") || name.equals("th")) {
                    lines.cell();
                }
                gather(element, lines, preformatted || name.equals("pre"));
                if (block) {
                    lines.end();
                }
            }
        }
    }

    /** Lines as they grow: white space folded, blank ones left out. */
    private static final class Lines {
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private boolean gap;

        void text(String text, boolean preformatted) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (preformatted && c == '\n') {
                    end();
                } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF' || c == '\u200B') {
                    gap = true;
                } else if (c >= ' ' && c != '\u007F') {
                    if (gap && !line.isEmpty() && line.charAt(line.length() - 1) != '\t') {
                        line.append(' ');
                    }
                    gap = false;
                    line.append(c);
                }
            }
        }

        void cell() {
            gap = false;
            if (!line.isEmpty()) {
                line.append('\t');
            }
        }

        void end() {
            String done = line.toString().strip();
            if (!done.isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n").append(done);
            }
            line.setLength(0);
            gap = false;
        }

        @Override
        public String toString() {
            end();
            return out.toString();
        }
    }
}
