package dateline.enrich.credit;

import dateline.enrich.credit.CreditLine.Named;
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
    private final Credited credits;
    private final @Nullable Part[] parts;
    private final List<String> related = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();

    /**
     * What a line is that is not the story's.
     *
     * @param named whom it names, if it is a credit
     */
    private record Part(Kind kind, List<Named> named) {
        static final Part RELATED = new Part(Kind.RELATED);
        static final Part NOTE = new Part(Kind.NOTE);
        static final Part END_MARK = new Part(Kind.END_MARK);
        static final Part END_MATTER = new Part(Kind.END_MATTER);

        Part(Kind kind) {
            this(kind, List.of());
        }

        /** What a line is that stands under a story; null if it is of the story. */
        static @Nullable Part of(String line) {
            if (Ends.isMark(line)) {
                return END_MARK;
            }
            if (Notes.under(line) != null) {
                return NOTE;
            }
            List<Named> named = CreditLine.of(line);
            if (named != null) {
                return new Part(Kind.CREDIT, named);
            }
            return Ends.isMatter(line) ? END_MATTER : null;
        }
    }

    /**
     * Reads what is not the story's among these lines, and takes it out of them.
     *
     * @param lines the story's and those under it
     */
    Bottom(String text, List<Line> lines, Credited credits) {
        this.text = text;
        this.lines = lines;
        this.credits = credits;
        this.parts = new Part[lines.size()];
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
                parts[i] = Part.RELATED;
                if (title.isEmpty()) {
                    for (int n = 0; n < MOST_TITLES && i + 1 < lines.size() && isLinked(lines.get(i + 1)); n++) {
                        parts[++i] = Part.RELATED;
                    }
                }
            } else if (Notes.isToEditors(line)) {
                parts[i] = Part.NOTE;
            }
        }
    }

    private static boolean isLinked(Line line) {
        return line.isTitle() && Part.of(line.text()) == null && Related.title(line.text()) == null;
    }

    /** From the last line up: credits, marks and links, until there is a line that is none. */
    private void under() {
        int end = lines.size();
        for (int i = lines.size() - 1; i > 0; i--) {
            if (part(i) != null) {
                end = i;
            } else if (end == lines.size() || !lines.get(i).isTitle() || i < 2 || part(i - 1) == null) {
                break;
            } else {
                // A bare title between credits or links is a link to another story too.
                parts[i] = Part.RELATED;
            }
        }
        // The line above a title was read to tell what the title is, and may be of the story all the same.
        for (int i = 0; i < end; i++) {
            Part part = parts[i];
            if (part != null && part.kind != Kind.RELATED && part.kind != Kind.NOTE) {
                parts[i] = null;
            }
        }
    }

    private @Nullable Part part(int i) {
        Part part = parts[i];
        if (part == null) {
            part = Part.of(lines.get(i).text());
            parts[i] = part;
        }
        return part;
    }

    /** An end mark in the later half of a text ends it, whatever follows. */
    private void afterTheEnd() {
        int end = lines.size();
        for (int i = lines.size() - 1; i > 0 && lines.get(i).start() > text.length() / 2; i--) {
            if (Ends.isLast(lines.get(i).text())) {
                end = i;
            }
        }
        for (int i = end; i < lines.size(); i++) {
            parts[i] = part(i) == null ? Part.END_MATTER : parts[i];
        }
    }

    private void read() {
        List<Line> story = new ArrayList<>(lines.size());
        int last = lines.size() - 1;
        while (last >= 0 && parts[last] != null) {
            last--;
        }
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Part part = parts[i];
            if (part == null) {
                story.add(i == last ? withoutTail(line) : line);
            } else {
                take(part, line);
            }
        }
        lines.clear();
        lines.addAll(story);
    }

    private void take(Part part, Line line) {
        pieces.add(new Piece(part.kind, line.start(), line.end()));
        switch (part.kind) {
            case RELATED -> related(line.text());
            case CREDIT -> credits.add(part.named);
            case NOTE -> note(line.text());
            case TITLE, BYLINE, DATELINE, EVENT, END_MARK, END_MATTER -> {}
        }
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
        for (int n = 0; n < MOST_TAILS && mayHaveTail(rest.text()); n++) {
            int length = rest.text().length();
            Matcher tail = TAIL.matcher(rest.text()).region(Math.max(0, length - LONGEST_TAIL), length);
            tail.useTransparentBounds(true);
            if (!tail.find() || tail.start(1) < 2) {
                break;
            }
            Line credit = Line.within(text, rest.start() + tail.start(1), rest.end());
            Line before = Line.within(text, rest.start(), rest.start() + tail.start(1));
            Part part = credit == null ? null : Part.of(credit.text());
            if (credit == null || part == null || before == null) {
                break;
            }
            take(part, credit);
            rest = before;
        }
        return rest;
    }

    /** Whether a paragraph ends otherwise than a sentence does. */
    private static boolean mayHaveTail(String line) {
        int last = line.length() - 1;
        char c = line.charAt(last);
        return Character.isLetter(c)
                || c == ')'
                || c == '/'
                || c == '#'
                || c == '-'
                || (c == '.' && last > 0 && line.charAt(last - 1) == ')');
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
