package dateline.enrich.credit;

import dateline.enrich.credit.Piece.Kind;
import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.take.Hint;
import dateline.enrich.take.Notes;
import dateline.enrich.take.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands over a story: its headline once more, bylines, marks of the desk, notes to editors, and its dateline. */
final class Top {
    private static final int MOST_LINES = 16;
    private static final int MOST_UNREAD = 4;
    private static final int BYLINE = 110;

    private final String text;
    private final Datelines datelines;
    private final List<Line> lines;

    private String title;
    private final String plainTitle;
    private final String barePlainTitle;
    private @Nullable FiledFrom dateline;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();
    private final List<Byline> bylines = new ArrayList<>();

    /**
     * Reads the lines over a story and takes them off.
     *
     * @param lines all lines of the text; those that are left are the story's and what stands under it
     * @param headline the headline given beside the text; blank if there is none
     */
    Top(String text, List<Line> lines, String headline, Datelines datelines) {
        this.text = text;
        this.lines = lines;
        this.datelines = datelines;
        this.title = headline.isBlank() ? titleTwice(lines) : headline.strip();
        this.plainTitle = plain(title);
        this.barePlainTitle = plain(Takes.of(title).rest());
        boolean given = !headline.isBlank();
        List<Line> unread = new ArrayList<>();
        int surely = 0;
        int at = 0;
        while (at < lines.size() && at < MOST_LINES && unread.size() < MOST_UNREAD) {
            Line line = lines.get(at);
            int titles = unread.isEmpty() ? titleLines(at) : 0;
            if (titles > 0) {
                pieces.add(new Piece(
                        Kind.TITLE, line.start(), lines.get(at + titles - 1).end()));
                if (!line.text().equals(title)) {
                    hintsOf(line);
                }
                at += titles;
            } else if (isAbout(line) || isAboutIfFiled(at)) {
                at++;
            } else if (dateline(line, unread.size() < (title.isEmpty() ? 2 : 1))) {
                break;
            } else if (line.isTitle() && at + 1 < lines.size()) {
                unread.add(line);
                at++;
            } else {
                break;
            }
            if (unread.isEmpty()) {
                surely = pieces.size();
            }
        }
        if (dateline == null) {
            // What was read between lines that were not may as well be the story's.
            at = unread.isEmpty() ? at : lines.indexOf(unread.getFirst());
            pieces.subList(surely, pieces.size()).clear();
            lines.subList(0, at).clear();
            return;
        }
        if (!given && title.isEmpty() && !unread.isEmpty()) {
            // A title on top of a dateline is a headline; on top of anything else it may be the story.
            Line first = unread.removeFirst();
            title = first.text();
            pieces.addFirst(new Piece(Kind.TITLE, first.start(), first.end()));
        }
        Line filed = lines.get(at);
        Line story = Line.within(text, dateline.end(), filed.end());
        at++;
        while (story == null && at < lines.size() && isAbout(lines.get(at))) {
            at++;
        }
        lines.subList(0, at).clear();
        if (story != null) {
            lines.addFirst(story);
        }
        lines.addAll(0, unread);
    }

    /** The marks that a line of the title has and the title given has not. */
    private void hintsOf(Line line) {
        List<Hint> known = Takes.of(title).hints();
        Takes.of(line.text()).hints().stream()
                .filter(hint -> !known.contains(hint) && !hints.contains(hint))
                .forEach(hints::add);
    }

    /** A byline, a mark or a note. */
    private boolean isAbout(Line line) {
        if (isNote(Notes.over(line.text()), line)) {
            return true;
        }
        List<Hint> marks = Takes.alone(line.text());
        if (!marks.isEmpty()) {
            hints.addAll(marks);
            pieces.add(new Piece(Kind.EVENT, line.start(), line.end()));
            return true;
        }
        Byline byline = Byline.of(line.text());
        if (byline != null) {
            bylines.add(byline);
            pieces.add(new Piece(Kind.BYLINE, line.start(), line.end()));
            return true;
        }
        return false;
    }

    /** "Refiles to add dateline", in words as a story might begin with: a dateline under it tells. */
    private boolean isAboutIfFiled(int at) {
        Line line = lines.get(at);
        Hint note = Notes.overDateline(line.text());
        return note != null
                && lines.stream().skip(at + 1L).limit(MOST_UNREAD).anyMatch(next -> datelines.read(next.text()) != null)
                && isNote(note, line);
    }

    private boolean isNote(@Nullable Hint note, Line line) {
        if (note == null) {
            return false;
        }
        hints.add(note);
        pieces.add(new Piece(Kind.NOTE, line.start(), line.end()));
        return true;
    }

    /**
     * Reads the dateline that a line opens with.
     *
     * @param alone whether a place alone may be one here: under a line that was not read, it takes a day or an agency
     */
    private boolean dateline(Line line, boolean alone) {
        FiledFrom filed = datelines.read(line.text());
        int by = line.start();
        if (filed == null) {
            // "By Asha Rao, NEW DELHI: The envoys met."
            for (int comma = line.text().indexOf(',');
                    comma > 0 && comma < BYLINE;
                    comma = line.text().indexOf(',', comma + 1)) {
                Byline byline = Byline.of(line.text().substring(0, comma));
                Line rest = byline == null ? null : Line.within(text, line.start() + comma + 1, line.end());
                filed = rest == null ? null : datelines.read(rest.text());
                if (byline != null && rest != null && filed != null) {
                    bylines.add(byline);
                    pieces.add(new Piece(Kind.BYLINE, line.start(), line.start() + comma));
                    by = rest.start();
                    break;
                }
            }
        }
        if (filed == null || (!alone && filed.day() == null && filed.agency() == null)) {
            return false;
        }
        dateline = filed.later(by);
        pieces.add(new Piece(
                Kind.DATELINE, dateline.start(), dateline.start() + filed.text().length()));
        return true;
    }

    /** How many lines from here repeat the title: one, or a few where it was wrapped; 0 if none does. */
    private int titleLines(int at) {
        if (title.isEmpty() || at + 1 >= lines.size()) {
            return 0;
        }
        String whole = plainTitle;
        String bare = barePlainTitle;
        var joined = new StringBuilder();
        for (int i = at; i < lines.size() - 1 && i < at + 4 && joined.length() <= whole.length(); i++) {
            String line = lines.get(i).text();
            if (line.length() > 2 * title.length() + 60) {
                return 0;
            }
            joined.append(plain(line));
            String read = joined.toString();
            if (read.equals(whole)
                    || read.equals(bare)
                    || (i == at
                            && read.endsWith(bare)
                            && plain(Takes.of(line).rest()).equals(bare))) {
                return i - at + 1;
            }
            if (!whole.startsWith(read) && !bare.startsWith(read)) {
                return 0;
            }
        }
        return 0;
    }

    private static String titleTwice(List<Line> lines) {
        return lines.size() > 2
                        && lines.get(0).text().length() <= 400
                        && plain(lines.get(0).text()).equals(plain(lines.get(1).text()))
                ? lines.getFirst().text()
                : "";
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    String title() {
        return title;
    }

    @Nullable
    FiledFrom dateline() {
        return dateline;
    }

    List<Piece> pieces() {
        return pieces;
    }

    List<Hint> hints() {
        return hints;
    }

    List<Byline> bylines() {
        return bylines;
    }
}
