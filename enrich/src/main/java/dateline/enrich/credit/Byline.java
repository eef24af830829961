package dateline.enrich.credit;

import dateline.enrich.dateline.Agencies;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line over a story that says who wrote it: "By Jane Doe and Bo Ek, Reuters".
 *
 * @param names who wrote it; none if it names an agency alone
 * @param agency for whom; null if it does not say
 */
record Byline(List<String> names, @Nullable String agency) {
    private static final int LONGEST = 120;
    private static final Pattern BY = Pattern.compile(
            "[=_*\\s]*(?:by|von|par|por|di|door|oleh|text by|story by|words by|reported by)\\s*:?\\s+(?=(?-i:\\p{Lu}))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TRAIL = Pattern.compile("[\\s=*]+$");
    private static final Pattern APART =
            Pattern.compile("\\s*[,;|/]\\s*|\\s+[-–—]\\s+|\\s+(?:and|und|et|y|e|en|dan|with|&|in|for)\\s+");
    private static final Pattern PERSON = Pattern.compile(
            "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+(?:(?:van|von|der|den|de|da|di|du|del|della|la|le|al|bin|ibn|ter|ten|dos|das|do|e|y)\\s+)*\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,4}");
    private static final Pattern AGENCY_STAFF = Pattern.compile(
            "(?:the\\s+)?(?:associated press|ap|reuters|afp|agence france-presse|dpa|upi|xinhua|kyodo(?: news)?|efe|bloomberg(?: news)?|cnn)\\b.{0,40}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile(
            "\\b(?:writer|correspondent|staff|reporter|editor|press|news|service|services|bureau|analyst|columnist|agency|times|post|journal|media|wire)s?\\b",
            Pattern.CASE_INSENSITIVE);

    /** The byline that this line is; null if it is none. */
    static @Nullable Byline of(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        String plain = TRAIL.matcher(line).replaceFirst("");
        Matcher by = BY.matcher(plain);
        if (!by.lookingAt()) {
            return isAgency(plain) && !plain.isEmpty() && plain.length() < line.length()
                    ? new Byline(List.of(), plain)
                    : null;
        }
        List<String> names = new ArrayList<>();
        String agency = null;
        for (String part : APART.split(plain.substring(by.end()), -1)) {
            if (isAgency(part)) {
                agency = part;
            } else if (PERSON.matcher(part).matches() && !TITLE.matcher(part).find()) {
                names.add(part);
            } else if (!TITLE.matcher(part).find() || part.length() > 50 || (names.isEmpty() && agency == null)) {
                // After a name may stand a title or the place of work; anything else is a sentence.
                if (names.isEmpty() || !part.matches("\\p{Lu}[\\p{L}.'’-]*")) {
                    return null;
                }
            }
        }
        return names.isEmpty() && agency == null ? null : new Byline(names, agency);
    }

    private static boolean isAgency(String words) {
        return Agencies.isName(words)
                || (words.length() < 60 && AGENCY_STAFF.matcher(words).matches());
    }
}
