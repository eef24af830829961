package dateline.enrich.dateline;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The beginning of a paragraph, as far as a dateline may reach, and where the words, names and brackets in it end. */
record Head(String text) {
    private static final int MOST_WORDS = 7;
    private static final int LONGEST_BRACKET = 60;
    static final String DASHES = "-–—―‒−_=";

    private static final Set<String> JOINS = Set.of("and", "und", "et", "y", "dan", "&", "en");

    /** Longer words in lower case that stand inside the names of places. */
    private static final Set<String> INNER =
            Words.of("della delle unter near under upon sous ud-din dalla sulla sull dall dell degli");

    boolean isDash(int index) {
        return index < text.length() && DASHES.indexOf(text.charAt(index)) >= 0;
    }

    /** Where the name of a place that begins here ends; -1 if none does. */
    int name(int from) {
        int next = from;
        int end = -1;
        boolean small = from < text.length() && Character.isLowerCase(text.charAt(from));
        for (int words = 0; words < MOST_WORDS && next < text.length(); words++) {
            if (words > 0 && isDay(next)) {
                break;
            }
            String word = word(next);
            if (word.isEmpty()) {
                int digits = words == 0 ? next : digits(next);
                if (digits == next) {
                    break;
                }
                // "MARSEILLE 12", "MILE 91"
                end = digits;
                break;
            }
            if (words > 0 && isJoin(word)) {
                break;
            }
            boolean inner = words > 0 && !small && isInner(word);
            if (!inner && !isNameWord(word, end < 0 ? null : text.substring(from, end))) {
                break;
            }
            next += word.length();
            if (!inner) {
                end = next;
            }
            int space = spaces(next);
            if (space == next) {
                break;
            }
            next = space;
        }
        return end;
    }

    /** Whether a day begins here; "SANTO DOMINGO, March 3" is filed on no Sunday. */
    boolean isDay(int from) {
        return !Days.isWeekday(Days.word(text, from)) && Days.at(text, from) != null;
    }

    String word(int from) {
        if (from < text.length() && text.charAt(from) == '&') {
            return "&";
        }
        int end = from;
        while (end < text.length() && isOfWord(from, end)) {
            end++;
        }
        return text.substring(from, end);
    }

    /** A word with a capital, or in lower case throughout where the name began so. */
    private static boolean isNameWord(String word, @Nullable String before) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                return i <= 4 || "'’‘".indexOf(word.charAt(i - 1)) >= 0;
            }
        }
        return Character.isLetter(word.codePointAt(0))
                && word.length() > 1
                && (before == null || before.equals(before.toLowerCase(Locale.ROOT)));
    }

    private boolean isOfWord(int from, int index) {
        char c = text.charAt(index);
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        char next = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
        return switch (c) {
            case '\'', '’', '‘', '`' -> index > from || Character.isLetter(next);
            case '-' -> index > from && (Character.isLetter(next) || "'’‘".indexOf(next) >= 0);
            case '.' -> index > from && (Character.isLetter(next) || isShortened(from, index));
            default -> false;
        };
    }

    private boolean isShortened(int from, int stop) {
        String word = text.substring(from, stop);
        return word.indexOf('.') >= 0 || Lands.isShortened(word);
    }

    /** Rio de Janeiro, Frankfurt am Main, Stoke-on-Trent, Bystřice nad Pernštejnem. */
    private static boolean isInner(String word) {
        return (word.length() <= 3 && word.equals(word.toLowerCase(Locale.ROOT))) || INNER.contains(word);
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && end - from < 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || " ,(:[/-–—".indexOf(text.charAt(end)) >= 0;
        return ends ? end : from;
    }

    int spaces(int from) {
        int next = from;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    int pastDashes(int from) {
        int next = from;
        while (next < text.length() && DASHES.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next == from ? from : spaces(next);
    }

    int closing(int open) {
        char shut = switch (text.charAt(open)) {
            case '(' -> ')';
            case '[' -> ']';
            default -> '/';
        };
        int close = text.indexOf(shut, open + 1);
        int inner = text.charAt(open) == '/' ? -1 : text.indexOf(text.charAt(open), open + 1);
        return close < 0 || close - open > LONGEST_BRACKET || (inner >= 0 && inner < close) ? -1 : close;
    }

    boolean opensSentence(int from) {
        char c = text.charAt(from);
        return Character.isUpperCase(c) || Character.isDigit(c) || "\"“„«‘'¿¡‚`".indexOf(c) >= 0;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\t';
    }

    /** In small letters or in capitals throughout: "ROI ET" may be two, "Roi Et" is one. */
    static boolean isJoin(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return JOINS.contains(lower) && (word.equals(lower) || word.equals(word.toUpperCase(Locale.ROOT)));
    }

    /** Whether a name is written in capitals, but for what custom leaves small: "McLEAN", "St. PAUL", "RIO de JANEIRO". */
    static boolean isCapitals(String name) {
        boolean any = false;
        for (String word : name.split("[ \\-/]", -1)) {
            int letters = 0;
            int small = 0;
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (Character.isLetter(c)) {
                    letters++;
                    small = Character.isLowerCase(c) ? small + 1 : 0;
                }
            }
            // What counts is how a word ends: a run of small letters there is no shouting.
            if (small > 0 && !isInner(word) && !word.endsWith(".") && !word.equals("s")) {
                return false;
            }
            any |= letters > 1 && small == 0;
        }
        return any;
    }
}
