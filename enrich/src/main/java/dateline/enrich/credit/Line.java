package dateline.enrich.credit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a text, white space around it left out.
 *
 * @param start where it begins in the text
 * @param end where it ends in the text, exclusive
 */
record Line(int start, int end, String text) {
    private static final int TITLE = 160;

    /** The lines of a text that have anything on them. */
    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            Line line = within(text, start, end);
            if (line != null) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }

    /** What stands between two places in a text; null if that is nothing but white space. */
    static @Nullable Line within(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : new Line(from, to, text.substring(from, to));
    }

    /** White space, and what teleprinters used between stories. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c)
                || c == '\u00a0'
                || c == '\ufeff'
                || c == '\u200b'
                || Character.isISOControl(c);
    }

    /** Whether it looks like a title rather than a paragraph: short, and no sentence that ends. */
    boolean isTitle() {
        return text.length() <= TITLE && ".!?:;,\"”»)".indexOf(text.charAt(text.length() - 1)) < 0;
    }
}
