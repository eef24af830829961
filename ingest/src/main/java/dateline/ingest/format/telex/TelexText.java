package dateline.ingest.format.telex;

import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.text.Wrapping;
import dateline.ingest.format.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text as the teleprinter sets it: wrapped lines, tables by separators, quotes of two strokes, dashes of one underscore. */
final class TelexText {
    /** The longest dispatch read, in characters: a teleprinter takes hours for it. */
    private static final int LONGEST = 2 * 1024 * 1024;

    private static final Pattern STROKE = Pattern.compile("(?<=\\s|^)`");
    private static final Pattern DASH = Pattern.compile("(?<=\\s)_(?=\\s)");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");
    /** Signs that open a line of their own: of a list, of the credit. */
    private static final Pattern SIGNED = Pattern.compile("[-*] |==");

    private static final Pattern RULE = Pattern.compile("[_*=\\-—\\s]{2,}");

    /** Cells are parted by tabs, semicolons, or the printer's BS, DLE and DC codes. */
    private static final Pattern CELL = Pattern.compile("[;\\t]|[\\x08\\x10\\x12\\x14\\x1e]+");

    /** The printer's codes part nothing but cells, so that one row of them is a table. */
    private static final Pattern CODE = Pattern.compile("[\\x08\\x10\\x12\\x14]");

    private TelexText() {}

    /** Why a dispatch is too long to be read; null where it is not. */
    static @Nullable String tooLong(String dispatch) {
        return dispatch.length() <= LONGEST
                ? null
                : "the dispatch has %,d characters; at most %,d are read".formatted(dispatch.length(), LONGEST);
    }

    /** Sets paragraphs as a body; three rows of three cells or more, one after the other, make a table. */
    static Body body(List<String> paragraphs) {
        var html = new StringBuilder();
        int at = 0;
        while (at < paragraphs.size()) {
            int end = at;
            while (end < paragraphs.size() && cells(paragraphs.get(end)) >= 3) {
                end++;
            }
            if (end - at >= 3 || (end > at && CODE.matcher(paragraphs.get(at)).find())) {
                table(paragraphs.subList(at, end), html);
                at = end;
            } else {
                String plain = paragraphs.get(at);
                if (!RULE.matcher(plain).matches()) {
                    html.append("<p>").append(Element.escape(typeset(plain))).append("</p>");
                }
                at++;
            }
        }
        return html.isEmpty() ? Body.EMPTY : Markup.body(html.toString(), null);
    }

    private static void table(List<String> rows, StringBuilder html) {
        // A separator at the head of every row stands for the table's edge.
        boolean edged = rows.stream().allMatch(row -> CELL.matcher(row).lookingAt());
        html.append("<table>");
        for (String row : rows) {
            html.append("<tr>");
            for (String cell : CELL.split(edged ? row.substring(1) : row, -1)) {
                html.append("<td>").append(Element.escape(typeset(cell))).append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table>");
    }

    private static int cells(String paragraph) {
        return paragraph.length() > 400 ? 1 : CELL.split(paragraph.strip(), -1).length;
    }

    /** Whether anything can be read in it. */
    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> c <= ' ' || c == '\u007f' || Character.isSpaceChar(c));
    }

    /** Strokes to quotes, underscores to dashes, control characters gone. */
    static String typeset(String text) {
        String plain = text.replace("``", "“").replace("''", "”");
        if (plain.indexOf('`') >= 0) {
            plain = STROKE.matcher(plain).replaceAll("‘");
        }
        if (plain.indexOf('_') >= 0) {
            plain = DASH.matcher(plain).replaceAll("—");
        }
        if (plain.chars().anyMatch(Character::isISOControl)) {
            plain = CONTROL.matcher(plain).replaceAll(" ");
        }
        return Element.fold(plain);
    }

    /**
     * Paragraphs of text whose lines may be wrapped: a blank or indented line opens one, a line that was closed by the
     * end-of-line sign "&lt;" closes it, and lines that were not broken off for want of room stand alone.
     */
    static List<String> paragraphs(List<String> lines) {
        var paragraphs = new ArrayList<String>();
        var open = new ArrayList<String>();
        Wrapping page = Wrapping.of(lines);
        for (String line : lines) {
            String plain = line.strip();
            boolean blank = isBlank(line);
            boolean indented = line.startsWith("   ") || line.startsWith("\t") || line.startsWith("\u00A0\u00A0");
            if (blank || indented || SIGNED.matcher(plain).lookingAt()) {
                paragraphs.addAll(page.joined(open));
                open.clear();
            }
            if (!blank) {
                boolean closed = plain.endsWith("<");
                open.add(closed ? plain.substring(0, plain.length() - 1) : plain);
                if (closed) {
                    paragraphs.addAll(page.joined(open));
                    open.clear();
                }
            }
        }
        paragraphs.addAll(page.joined(open));
        return paragraphs;
    }
}
