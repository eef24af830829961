package dateline.ingest.format.telex;

import dateline.ingest.format.copy.Contacts;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Orders;
import dateline.ingest.format.markup.Restricted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The copy of one IPTC 7901 dispatch: what stands above the text, the text, and the notes below it. */
record Iptc7901Copy(
        Draft draft, @Nullable Instant filed, @Nullable ZoneId zone) {
    private static final String ORDINAL = "(?:\\d{1,2}(?:ST|ND|RD|TH|\\.)?|FIRST|SECOND|THIRD)";
    private static final String MARK =
            "(?:LEAD|LD|NET|ADD|UPDATE|TAKE|WRAP|WRITETHRU|ROUNDUP|EXTRA|URGENT|FLASH|BULLETIN|PREVIEW|FEATURE|CORRECTION|CORRECTED|REFILE|REPEAT|KILL|ADVISORY|MANDATORY|NEW|NEWS|ALERT"
                    + "|EIL|EILMELDUNG|BLITZ|ZUSAMMENFASSUNG|BERICHTIGUNG|KORREKTUR|WIEDERHOLUNG|ACHTUNG|VORABMELDUNG|HINTERGRUND|KORR|INTERVIEW|PORTRÄT)";

    /** What kind of dispatch it is: such words and numbers only, so that "Lead singer dies" is a headline. */
    private static final Pattern MARKER = Pattern.compile(
            "^\\(?(?:" + ORDINAL + "[\\s-]+)*" + MARK + "(?:[\\s-]+(?:" + MARK + "|" + ORDINAL
                    + "))*(?:\\s*\\([^()]*\\))?\\)?:?$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BYLINE =
            Pattern.compile("^(?:By|Von|Par|Por|Di|Door)\\s+\\p{Lu}.*", Pattern.UNICODE_CASE);
    private static final Pattern SUBTITLE = Pattern.compile("^(?:Utl|Untertitel)\\s?[.:].*");
    private static final Pattern NOTES =
            Pattern.compile("^(?:#+\\s*(?:Notebook|Notizblock)|\\*(?:\\s*\\*){3,}|-{2,}\\s*Notizblock.*)\\s*$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]{1,200}\\]\\((https?://[^\\s()]{1,500})\\)");

    /** Initials of those who wrote and edited, signs that the text ends, and the dispatch's own number. */
    private static final Pattern SIGN_OFF = Pattern.compile(
            "^(?:\\p{Ll}[\\p{Ll}-]{1,9}(?:[ /]\\p{Ll}[\\p{Ll}\\d]{0,4}){1,7}|[\\p{L}]{2,4}(?:/[\\p{L}]{2,4}){1,4}/?|\\(Schluss\\).{0,30}|\\./\\.|[A-Z]{2,5}\\d{2,5}\\s+\\d{4}-\\d\\d-\\d\\d/\\d\\d:\\d\\d|[A-Z]{2,6}|-?30-?|\\*{3}.*\\*{3})$");

    /** A line of the slug where no STX parts it from the text: words between strokes. */
    private static final Pattern SLUG =
            Pattern.compile("/.*|.*/|[^\\s/.]+(?: [^\\s/.]+)?(?:/[^\\s/.]+(?: [^\\s/.]+)?)+");

    void read(String slugLine, List<String> lines) {
        String slug = slugLine;
        int at = 0;
        while (at < lines.size() && TelexText.isBlank(lines.get(at))) {
            at++;
        }
        if (slug.isEmpty()
                && at + 1 < lines.size()
                && isShort(lines.get(at))
                && SLUG.matcher(lines.get(at).strip()).matches()) {
            slug = lines.get(at++).strip();
        }
        draft.slugline(slug.replaceFirst("^/", "").replaceFirst("/\\s*$", ""));
        Orders.readSlug(slug, draft);
        text(lines.subList(head(lines, at), lines.size()));
    }

    /** Reads what stands above the text, and answers where the text begins. */
    private int head(List<String> lines, int from) {
        var headline = new StringBuilder();
        String order = null;
        boolean byline = false;
        boolean subtitle = false;
        boolean ended = false;
        int at = from;
        while (at < lines.size() && !ended) {
            String line = lines.get(at).strip();
            if (line.isEmpty() && !headline.isEmpty() && !subtitleFollows(lines, at)) {
                break;
            }
            // Without blank line and "=", a dateline shows where the text begins.
            if (!headline.isEmpty() && Datelines.opening(line) != null) {
                break;
            }
            at++;
            ended = line.endsWith("=");
            String plain = line.replaceFirst("\\s*=$", "").strip();
            if (plain.isEmpty()) {
                continue;
            }
            boolean ordered = Orders.read(plain, draft, filed, zone) != Orders.Order.NONE;
            subtitle |= SUBTITLE.matcher(plain).matches();
            if (BYLINE.matcher(plain).matches() && !headline.isEmpty()) {
                draft.byline(plain);
                byline = true;
            } else if (headline.isEmpty()
                    && isShort(plain)
                    && MARKER.matcher(plain).matches()) {
                draft.genre(plain.replaceAll("[()]", ""));
            } else if (plain.startsWith("(") && plain.endsWith(")")) {
                draft.ednote(plain.substring(1, plain.length() - 1));
            } else if (ordered && headline.isEmpty()) {
                order = order == null ? plain : order;
            } else if (!byline && !subtitle) {
                headline.append(headline.isEmpty() ? "" : " ").append(plain);
            }
        }
        draft.headline(headline.toString())
                .ednote(headline.isEmpty() ? null : order)
                .headline(order);
        Orders.readSlug(headline.toString(), draft);
        return at;
    }

    /** No line above the text is longer; longer ones are not worth a look, and may be there to make it dear. */
    private static boolean isShort(String line) {
        return line.length() <= 160;
    }

    private static boolean subtitleFollows(List<String> lines, int blank) {
        int at = blank;
        while (at < lines.size() && TelexText.isBlank(lines.get(at))) {
            at++;
        }
        return at < lines.size() && SUBTITLE.matcher(lines.get(at).strip()).matches();
    }

    private void text(List<String> lines) {
        var copy = new ArrayList<String>();
        var notes = new StringBuilder();
        boolean noting = false;
        for (String paragraph : TelexText.paragraphs(lines)) {
            if (Restricted.opens(paragraph)) {
                break;
            }
            if (noting || NOTES.matcher(paragraph).matches()) {
                noting = true;
                notes.append(NOTES.matcher(paragraph).matches() ? "" : paragraph + " ");
            } else {
                copy.add(paragraph);
            }
        }
        Matcher link = LINK.matcher(notes);
        while (link.find()) {
            draft.alsoLinks(link.group(1));
        }
        draft.ednote(notes.toString());
        while (!copy.isEmpty() && SIGN_OFF.matcher(copy.getLast().strip()).matches()) {
            copy.removeLast();
        }
        List<String> story = Orders.readHead(Contacts.takenOff(copy, draft), draft, filed, zone);
        Datelines.Found dateline = story.isEmpty() ? null : Datelines.opening(story.getFirst());
        if (dateline != null) {
            draft.dateline(dateline.line(), dateline.place());
        }
        draft.body(TelexText.body(story)).headOfText();
    }
}
