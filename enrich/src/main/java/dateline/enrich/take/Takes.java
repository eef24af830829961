package dateline.enrich.take;

import dateline.enrich.take.Hint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A slug, headline or line, parted into the desk's marks and the rest: "CORRECTED-UPDATE 2-Mill fire kills nine".
 *
 * @param rest what is left when the marks are taken off; all of it where it is nothing but a mark
 * @param hints what the marks say, in the order they were taken off
 */
public record Takes(String rest, List<Hint> hints) {
    private static final int LONGEST = 400;
    private static final int LONGEST_MARK = 60;

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
    private static final String SETS_OFF = "-:;,/|~=–—([";
    private static final String SET_OFF = "[-:;,/|~=–—]";
    private static final Pattern ALONE = alone("(?:" + MARK + "|" + COVER + "|" + TAKE + ")");
    private static final Pattern UPDATED_HEAD = leading(MARK);
    private static final Pattern COVERED_HEAD = leading(COVER);
    private static final Pattern UPDATED_TAIL = trailing(MARK);
    private static final Pattern TAKEN_TAIL = trailing(TAKE);
    private static final List<Pattern> MARKS = List.of(UPDATED_HEAD, COVERED_HEAD, UPDATED_TAIL, TAKEN_TAIL);
    private static final Pattern CORRECTS = Pattern.compile("corr|corrig|clarif|rectif|korr|berichtig");
    private static final Pattern LEADS = Pattern.compile("\\b(?:ld|lead|lede)\\b");
    private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    /** Parts a name. */
    public static Takes of(String name) {
        String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        List<Hint> hints = new ArrayList<>();
        boolean changed = true;
        while (changed && isSetOff(text)) {
            changed = false;
            for (Pattern pattern : MARKS) {
                boolean tail = pattern.equals(UPDATED_TAIL) || pattern.equals(TAKEN_TAIL);
                Matcher matcher = pattern.matcher(text);
                matcher.region(tail ? Math.max(0, text.length() - LONGEST_MARK) : 0, text.length());
                if (matcher.find() && matcher.end() - matcher.start() < text.length()) {
                    add(matcher.group(), hints);
                    text = text.substring(0, matcher.start()) + text.substring(matcher.end());
                    changed = true;
                }
            }
        }
        return new Takes(text, List.copyOf(hints));
    }

    /** Whether anything in a name is set off from the rest, as every mark is; most names need no closer look. */
    private static boolean isSetOff(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SETS_OFF.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What a line says that is nothing but a mark; empty if there is more to it. */
    public static List<Hint> alone(CharSequence line) {
        List<Hint> hints = new ArrayList<>();
        if (line.length() <= 40 && ALONE.matcher(line).matches()) {
            add(line.toString(), hints);
        }
        return hints;
    }

    private static void add(String found, List<Hint> hints) {
        String mark = EDGE.matcher(found).replaceAll("");
        Kind kind = kind(mark.toLowerCase(Locale.ROOT));
        if (kind != null) {
            Matcher number = NUMBER.matcher(mark);
            hints.add(new Hint(kind, mark, number.find() ? Integer.parseInt(number.group()) : 0));
        }
    }

    /** What a mark in lower case says; null for AP's cycles, which say nothing. */
    private static @Nullable Kind kind(String mark) {
        if (mark.contains("thru")) {
            return Kind.WRITETHRU;
        }
        if (mark.startsWith("take") || mark.startsWith("pt") || mark.startsWith("part") || mark.startsWith("page")) {
            return Kind.TAKE;
        }
        if (mark.startsWith("eds") || mark.startsWith("advisory")) {
            return Kind.ADVISORY;
        }
        if (mark.startsWith("rpt") || mark.startsWith("repeat")) {
            return Kind.REPEAT;
        }
        if (mark.startsWith("urgent") || mark.startsWith("eilmeldung")) {
            return Kind.URGENT;
        }
        if (CORRECTS.matcher(mark).find()) {
            return Kind.CORRECTION;
        }
        if (mark.contains("refile")) {
            return Kind.REFILE;
        }
        if (mark.contains("recast")) {
            return Kind.RECAST;
        }
        if (mark.equals("bc") || mark.equals("am") || mark.equals("pm")) {
            return null;
        }
        return LEADS.matcher(mark).find() ? Kind.LEAD : Kind.UPDATE;
    }

    private static Pattern alone(String mark) {
        return Pattern.compile("\\W*" + mark + "\\W*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
