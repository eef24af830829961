package dateline.enrich.credit;

import dateline.enrich.credit.CreditLines.Kind;
import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wire.Credits;

/**
 * Wire copy, taken apart.
 *
 * @param headline the headline given, else the one the text opens with; empty if neither is there
 * @param dateline where it was filed; null if it opens with no dateline
 * @param datelineStart where the dateline begins in the text
 * @param body the story alone, a paragraph a line
 * @param paragraphs where each of its paragraphs stands in the text
 * @param credits who made it
 * @param related titles of other stories that the text points to
 */
public record WireCopy(
        String headline,
        @Nullable FiledFrom dateline,
        int datelineStart,
        String body,
        List<Paragraph> paragraphs,
        Credits credits,
        List<String> related) {

    /**
     * A paragraph in the body and in the text it was taken from, in UTF-16 code units.
     *
     * @param start where it begins in the text
     * @param end where it ends in the text, exclusive
     * @param at where it begins in the body
     */
    public record Paragraph(int start, int end, int at) {}

    private record Line(int start, int end, String text) {}

    private static final int TITLE = 160;

    /** Takes a text apart. Never throws; what is not recognised stays in the body. */
    public static WireCopy read(String text, String headline, Datelines datelines) {
        List<Line> lines = lines(text);
        String title = headline.isBlank() ? titleTwice(lines) : headline.strip();
        while (lines.size() > 1 && !title.isEmpty() && same(lines.getFirst().text, title)) {
            lines.removeFirst();
        }
        var credits = new CreditLines();
        FiledFrom dateline = null;
        int datelineStart = 0;
        if (!lines.isEmpty()) {
            Line first = lines.getFirst();
            dateline = datelines.read(first.text);
            if (dateline != null) {
                datelineStart = first.start;
                int start = first.start + dateline.end();
                lines.set(0, new Line(start, first.end, text.substring(start, first.end)));
            } else if (headline.isBlank() && title.isEmpty() && lines.size() > 1 && isTitle(first.text)) {
                // A title on top of a dateline is a headline; on top of anything else it may be the story.
                FiledFrom below = datelines.read(lines.get(1).text);
                if (below != null) {
                    title = first.text;
                    lines.removeFirst();
                    Line line = lines.getFirst();
                    dateline = below;
                    datelineStart = line.start;
                    int start = line.start + below.end();
                    lines.set(0, new Line(start, line.end, text.substring(start, line.end)));
                }
            }
        }
        List<Line> story = story(lines, credits);
        var body = new StringBuilder();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Line line : story) {
            if (!body.isEmpty()) {
                body.append('\n');
            }
            paragraphs.add(new Paragraph(line.start, line.end, body.length()));
            body.append(line.text);
        }
        return new WireCopy(
                title, dateline, datelineStart, body.toString(), paragraphs, credits.credits(), credits.related());
    }

    /** Where a place in the body stands in the text it was taken from. */
    public int inText(int at) {
        int low = 0;
        int high = paragraphs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (paragraphs.get(middle).at <= at) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Paragraph paragraph = paragraphs.get(low);
        return paragraph.start + at - paragraph.at;
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int from = start;
            int to = end;
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            if (from < to) {
                lines.add(new Line(from, to, text.substring(from, to)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff';
    }

    /** The story's lines; the credits at its end and the links to other stories are read and left out. */
    private static List<Line> story(List<Line> lines, CreditLines credits) {
        int end = lines.size();
        for (int i = lines.size() - 1; i > 0; i--) {
            if (CreditLines.kind(lines.get(i).text) != null) {
                end = i;
            } else if (end == lines.size() || !isTitle(lines.get(i).text) || !creditsFollowAndPrecede(lines, i)) {
                break;
            }
        }
        for (Line line : lines.subList(end, lines.size())) {
            Kind kind = CreditLines.kind(line.text);
            if (kind == null) {
                credits.related(line.text);
            } else {
                credits.read(line.text);
            }
        }
        List<Line> story = new ArrayList<>();
        for (Line line : lines.subList(0, end)) {
            if (CreditLines.kind(line.text) == Kind.RELATED) {
                credits.read(line.text);
            } else {
                story.add(line);
            }
        }
        return story;
    }

    /** A bare title between credits or links is a link to another story too. */
    private static boolean creditsFollowAndPrecede(List<Line> lines, int i) {
        return i > 1 && CreditLines.kind(lines.get(i - 1).text) != null;
    }

    private static String titleTwice(List<Line> lines) {
        return lines.size() > 2 && same(lines.get(0).text, lines.get(1).text) ? lines.getFirst().text : "";
    }

    private static boolean isTitle(String line) {
        return line.length() <= TITLE && ".!?:;,\"”»".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    private static boolean same(String a, String b) {
        return a.length() <= 2 * b.length() + 20 && plain(a).equals(plain(b));
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
