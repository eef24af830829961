package dateline.enrich.kin;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of a slug or headline when all that changes from one take of a story to the next is taken off. */
public final class Stems {
    private static final int LONGEST = 400;

    private static final String ORDINAL = "(?:\\d{1,2}(?:st|nd|rd|th|er|e|\\.)?|new|first|second|third|fourth|fifth)";
    private static final String COUNT = "(?:[ -]*(?:no\\.? *)?\\d{1,2})?";

    /** Words that say so wherever they are set off. */
    private static final String UPDATE =
            "(?:updates?|updated|upd|recasts?|refiled?|refiles|corrects|corrected|correction|corr|clarifies|clarification|write-?thru"
                    + "|sub|subs|adds|actualizaci[oó]n|actualiza|corrige|correcci[oó]n|actualis[ée]|rectificatif|correctif|korrektur|korrigiert|berichtigung"
                    + "|aktualisiert|aktualisierung|neufassung|zusammenfassung)";

    private static final String LEAD = "(?:ld|lead|lede|optional lead)";
    private static final String MARK = "(?:" + ORDINAL + "[ -]*" + LEAD + "(?:[ -]*write-?thru)?|" + LEAD + COUNT + "|"
            + "(?:" + ORDINAL + "[ -]+)?" + UPDATE + COUNT + ")";

    /** What stands before and says nothing of an update: AP's cycles, a repeat, urgent copy. */
    private static final String COVER = "(?:bc|am|pm|rpt|repeat|urgent|eilmeldung|advisory|eds)";

    private static final String TAKE = "(?:(?:take|pt|part|page)[ -]*\\d{1,2})";
    private static final String SET_OFF = "[-:;,/|~=–—]";
    private static final Pattern UPDATED_HEAD = leading(MARK);
    private static final Pattern COVERED_HEAD = leading(COVER);
    private static final Pattern UPDATED_TAIL = trailing(MARK);
    private static final Pattern TAKEN_TAIL = trailing(TAKE);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Stems() {}

    /** The stem of a slug or headline, in lower case and without punctuation; empty if nothing is left. */
    public static String of(String name) {
        return NO_WORD.matcher(bare(name).text().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Whether a slug or headline says that its story takes the place of an earlier one: UPDATE 2-, CORRECTED, 1st Ld … */
    public static boolean isUpdate(String name) {
        return bare(name).update();
    }

    private record Bare(String text, boolean update) {}

    private static Bare bare(String name) {
        String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        boolean update = false;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Pattern pattern : new Pattern[] {UPDATED_HEAD, COVERED_HEAD, UPDATED_TAIL, TAKEN_TAIL}) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find() && matcher.end() - matcher.start() < text.length()) {
                    text = text.substring(0, matcher.start()) + text.substring(matcher.end());
                    update |= pattern.equals(UPDATED_HEAD) || pattern.equals(UPDATED_TAIL);
                    changed = true;
                }
            }
        }
        return new Bare(text, update);
    }

    private static Pattern leading(String mark) {
        return Pattern.compile(
                "^\\W*(?:" + mark + "[)\\]]?\\s*" + SET_OFF + "+|[(\\[]\\s*" + mark + "\\s*[)\\]])\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static Pattern trailing(String mark) {
        return Pattern.compile(
                "(?:\\s*" + SET_OFF + "+\\s*|\\s*[(\\[]\\s*)" + mark + "\\s*[)\\]]?\\W*$",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
