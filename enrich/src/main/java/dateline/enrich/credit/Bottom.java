package dateline.enrich.credit;

import dateline.enrich.credit.Piece.Kind;
import dateline.enrich.take.Hint;
import dateline.enrich.take.Notes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands under a story, credits and end marks, and what stands between its lines: links to other stories. */
final class Bottom {
    private static final int MOST_TITLES = 6;
    private static final int MOST_TAILS = 4;
    private static final int LONGEST_TAIL = 300;

    /** A credit that ends the last paragraph: "… he said. (Reporting by A; editing by B)", "… he said. –AFP", "… Enditem". */
    private static final Pattern TAIL = Pattern.compile(
            "(?<=[.!?”\"’»)])\\s*(\\([^()]{2,280}\\)\\.?|(?:[-–—/]{1,2}|–)\\s?\\p{L}[\\p{L} /]{1,30}|/[\\p{L} ]{2,20}/|(?:Enditem|ENDITEM|ENDS|#{3}|-30-|-0-|\\p{Lu}{2,6})(?:[ /]\\p{Lu}{2,5}){0,4})$");

    private final String text;
    private final List<Line> lines;
    private final CreditLines credits;
    private final @Nullable Kind[] kinds;
    private final List<String> related = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();

    /**
     * Reads what is not the story's among these lines, and takes it out of them.
     *
     * @param lines the story's and those under it
     */
    Bottom(String text, List<Line> lines, CreditLines credits) {
        this.text = text;
        this.lines = lines;
        this.credits = credits;
        this.kinds = new Kind[lines.size()];
        between();
        under();
        afterTheEnd();
        read();
    }

    /** Links and notes stand anywhere. A label by itself makes links of the titles under it. */
    private void between() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).text();
            String title = Related.title(line);
            if (title != null) {
                kinds[i] = Kind.RELATED;
                if (title.isEmpty()) {
                    for (int n = 0; n < MOST_TITLES && i + 1 < lines.size() && isLinked(lines.get(i + 1)); n++) {
                        kinds[++i] = Kind.RELATED;
                    }
                }
            } else if (Notes.isToEditors(line)) {
                kinds[i] = Kind.NOTE;
            }
        }
    }

    private static boolean isLinked(Line line) {
        return line.isTitle() && CreditLines.kind(line.text()) == null && Related.title(line.text()) == null;
    }

    /** From the last line up: credits, marks and links, until there is a line that is none. */
    private void under() {
        int end = lines.size();
        for (int i = lines.size() - 1; i > 0; i--) {
            if (kinds[i] == null) {
                kinds[i] = kind(lines.get(i).text());
            }
            if (kinds[i] != null) {
                end = i;
            } else if (end == lines.size() || !lines.get(i).isTitle() || i < 2 || !isUnder(i - 1)) {
                break;
            } else {
                // A bare title between credits or links is a link to another story too.
                kinds[i] = Kind.RELATED;
            }
        }
    }

    private boolean isUnder(int i) {
        return kinds[i] != null || kind(lines.get(i).text()) != null;
    }

    private static @Nullable Kind kind(String line) {
        return Notes.under(line) != null ? Kind.NOTE : CreditLines.kind(line);
    }

    /** An end mark in the later half of a text ends it, whatever follows. */
    private void afterTheEnd() {
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.start() > text.length() / 2 && line.text().length() <= 12 && CreditLines.isFinal(line.text())) {
                for (int j = i; j < lines.size(); j++) {
                    if (kinds[j] == null) {
                        kinds[j] =
                                j == i ? Kind.END_MARK : kindAfter(lines.get(j).text());
                    }
                }
                return;
            }
        }
    }

    private static Kind kindAfter(String line) {
        Kind kind = kind(line);
        return kind == null ? Kind.END_MATTER : kind;
    }

    private void read() {
        List<Line> story = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (kinds[i] == null) {
                last = i;
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Kind kind = kinds[i];
            if (kind == null) {
                story.add(i == last ? withoutTail(line) : line);
                continue;
            }
            pieces.add(new Piece(kind, line.start(), line.end()));
            switch (kind) {
                case RELATED -> related(line.text());
                case CREDIT, END_MATTER -> credits.read(line.text());
                case NOTE -> note(line.text());
                case TITLE, BYLINE, DATELINE, EVENT, END_MARK -> {}
            }
        }
        lines.clear();
        lines.addAll(story);
    }

    private void related(String line) {
        String title = Related.title(line);
        String named = title == null ? line : title;
        if (!named.isEmpty()) {
            related.add(named);
        }
    }

    private void note(String line) {
        Hint hint = Notes.over(line);
        if (hint != null) {
            hints.add(hint);
        }
    }

    private Line withoutTail(Line line) {
        Line rest = line;
        for (int n = 0; n < MOST_TAILS; n++) {
            int length = rest.text().length();
            Matcher tail = TAIL.matcher(rest.text()).region(Math.max(0, length - LONGEST_TAIL), length);
            tail.useTransparentBounds(true);
            if (!tail.find() || tail.start(1) < 2) {
                break;
            }
            String credit = tail.group(1);
            Kind kind = kind(credit);
            Line before = Line.within(text, rest.start(), rest.start() + tail.start(1));
            if (kind == null || before == null) {
                break;
            }
            pieces.add(new Piece(kind, rest.start() + tail.start(1), rest.end()));
            if (kind == Kind.NOTE) {
                note(credit);
            } else {
                credits.read(credit);
            }
            rest = before;
        }
        return rest;
    }

    List<String> related() {
        return related;
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<Hint> hints() {
        return hints;
    }
}
