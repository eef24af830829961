package dateline.enrich.credit;

import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.take.Hint;
import dateline.enrich.take.Takes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Credits;

/**
 * Wire copy, taken apart.
 *
 * @param headline the headline given, else the one the text opens with; empty if neither is there
 * @param dateline where it was filed, its offsets counted in the text; null if it opens with no dateline
 * @param body the story alone, a paragraph a line
 * @param paragraphs where each of its paragraphs stands in the text
 * @param credits who made it
 * @param related titles of other stories that the text points to
 * @param hints what headline, marks and notes say of updates, takes and corrections
 * @param pieces what stands in the text beside the story, in that order; with the paragraphs, all of the text
 */
public record WireCopy(
        String headline,
        @Nullable FiledFrom dateline,
        String body,
        List<Paragraph> paragraphs,
        Credits credits,
        List<String> related,
        List<Hint> hints,
        List<Piece> pieces) {

    /**
     * A paragraph in the body and in the text it was taken from, in UTF-16 code units.
     *
     * @param start where it begins in the text
     * @param end where it ends in the text, exclusive
     * @param at where it begins in the body
     */
    public record Paragraph(int start, int end, int at) {}

    /**
     * Takes a text apart. Never throws; what is not recognised stays in the body.
     *
     * @param text a paragraph a line
     * @param headline plain text; blank if there is none beside the text
     */
    public static WireCopy read(String text, String headline, Datelines datelines) {
        List<Line> lines = Line.of(text);
        var credits = new Credited();
        var top = new Top(text, lines, headline, datelines);
        var bottom = new Bottom(text, lines, credits);
        top.bylines().forEach(credits::add);

        List<Hint> hints = new ArrayList<>(Takes.of(top.title()).hints());
        hints.addAll(top.hints());
        hints.addAll(bottom.hints());
        List<Piece> pieces = new ArrayList<>(top.pieces());
        pieces.addAll(bottom.pieces());
        pieces.sort(Comparator.comparingInt(Piece::start));

        var body = new StringBuilder(text.length());
        List<Paragraph> paragraphs = new ArrayList<>(lines.size());
        for (Line line : lines) {
            if (!body.isEmpty()) {
                body.append('\n');
            }
            paragraphs.add(new Paragraph(line.start(), line.end(), body.length()));
            body.append(line.text());
        }
        return new WireCopy(
                top.title(),
                top.dateline(),
                body.toString(),
                paragraphs,
                credits.credits(),
                bottom.related(),
                hints,
                List.copyOf(pieces));
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
}
