package dateline.enrich.dateline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads datelines such as "KARUIZAWA, Japan, July 16 (Kyodo) --". A line is taken for one only if it says so in two ways: a
 * place that is written in capitals or known to the gazetteer, and a date, an agency or a country beside it; in capitals a
 * known place is enough. Leaving a dateline in the text is the smaller fault.
 */
public final class Datelines {
    private static final int LONGEST = 110;
    private static final int MOST_WORDS = 5;
    private static final Pattern DASH = Pattern.compile("\\s*(?:\\.?--+|\\.-|[–—])\\s*|\\s+-\\s+|(?<=\\))-\\s*");
    private static final String MONTH =
            "(?:jan|feb|mar|mär|maer|apr|abr|avr|may|mai|mei|maj|mag|jun|juin|giu|jul|juil|lug|aug|août|aout|ago|agu|agt|sep|set|oct|okt|ott|out|nov|dec|dez|dic|déc|des|ene|gen|fév|fev)\\p{L}*\\.?";
    private static final Pattern DATE = Pattern.compile(
            "(?:" + MONTH + "\\s+\\d{1,2}|\\d{1,2}\\.?\\s+(?:de\\s+)?" + MONTH
                    + "|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)(?:,?\\s+(?:de\\s+)?\\d{4})?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> AGENCIES = Set.of(
            "ap",
            "afp",
            "reuters",
            "dpa",
            "kyodo",
            "kyodo news",
            "xinhua",
            "tass",
            "yonhap",
            "ani",
            "pti",
            "ians",
            "efe",
            "ansa",
            "lusa",
            "apa",
            "antara",
            "bernama",
            "anadolu",
            "interfax",
            "upi",
            "belga",
            "stt",
            "tt",
            "ritzau",
            "ntb",
            "pap",
            "cna",
            "jiji",
            "irna",
            "wam",
            "spa",
            "kuna",
            "qna",
            "mena",
            "petra",
            "cnn indonesia",
            "epd",
            "kna");

    private final Predicate<String> known;

    /** @param known whether a city or country of that name is known, in any case */
    public Datelines(Predicate<String> known) {
        this.known = known;
    }

    /** The dateline that opens this paragraph; null if there is none. */
    public @Nullable FiledFrom read(String paragraph) {
        String head = paragraph.substring(0, Math.min(paragraph.length(), LONGEST));
        Matcher dash = DASH.matcher(head);
        while (dash.find()) {
            if (dash.start() > 1 && dash.end() < paragraph.length()) {
                FiledFrom line =
                        line(head.substring(0, dash.start()), dash.group().isBlank(), dash.end());
                if (line != null) {
                    return line;
                }
            }
        }
        return null;
    }

    private @Nullable FiledFrom line(String text, boolean blank, int end) {
        if (blank || !Character.isUpperCase(text.charAt(0))) {
            return null;
        }
        String agency = null;
        String rest = text.strip();
        if (rest.endsWith(")")) {
            int open = rest.lastIndexOf('(');
            if (open < 2) {
                return null;
            }
            agency = rest.substring(open + 1, rest.length() - 1).strip();
            if (agency.isEmpty() || agency.length() > 40 || !agency.codePoints().anyMatch(Character::isLetter)) {
                return null;
            }
            rest = rest.substring(0, open).strip();
        }
        boolean dated = false;
        List<String> parts = new ArrayList<>();
        for (String part : rest.split(",", -1)) {
            String plain = part.strip();
            Matcher date = DATE.matcher(plain);
            if (date.find() && date.start() == 0) {
                dated = true;
                plain = plain.substring(date.end()).strip();
            } else if (plain.matches("\\d{4}")) {
                plain = "";
            }
            if (!plain.isEmpty()) {
                parts.add(plain);
            }
        }
        if (!parts.isEmpty() && agency == null && isAgency(parts.getLast()) && parts.size() > 1) {
            agency = parts.removeLast();
        }
        if (parts.isEmpty() || parts.size() > 4) {
            return null;
        }
        String first = parts.getFirst().split("[/;]", 2)[0].strip();
        if (agency == null) {
            int space = first.lastIndexOf(' ');
            if (space > 0 && isAgency(first.substring(space + 1))) {
                agency = first.substring(space + 1);
                first = first.substring(0, space).strip();
            }
        }
        String within = parts.size() > 1 ? parts.get(1) : null;
        return isPlace(first, within, agency != null || dated, parts)
                ? new FiledFrom(text.strip(), first, within, agency, end)
                : null;
    }

    private boolean isPlace(String place, @Nullable String within, boolean signed, List<String> parts) {
        if (place.isEmpty() || parts.stream().anyMatch(part -> !isName(part))) {
            return false;
        }
        boolean capitals = place.equals(place.toUpperCase(Locale.ROOT));
        boolean inKnown = within != null && known.test(within);
        if (known.test(place)) {
            return capitals || signed || inKnown;
        }
        return capitals ? signed || inKnown : signed && (within == null || inKnown);
    }

    /** A few words that each begin with a capital, save for those that join them. */
    private static boolean isName(String part) {
        String[] words = part.split("[\\s/-]+", -1);
        if (words.length > MOST_WORDS) {
            return false;
        }
        for (String word : words) {
            if (word.isEmpty() || !word.codePoints().allMatch(Datelines::isOfName)) {
                return false;
            }
            if (Character.isLowerCase(word.charAt(0)) && word.length() > 3) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(int c) {
        return Character.isLetter(c)
                || c == '.'
                || c == '\''
                || c == '’'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isAgency(String words) {
        return AGENCIES.contains(words.toLowerCase(Locale.ROOT));
    }
}
