package dateline.enrich.place;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, in one pass: where each begins and ends, and what stands before it. Letters and digits make a word, the
 * points of U.S. belong to it, each sign of Chinese and each syllable of Korean is one of its own, since neither is written
 * with spaces (or not only).
 */
final class Words {
    /** What stands between a word and the one before it. */
    enum Gap {
        /** nothing but space, or nothing at all */
        SPACE,
        HYPHEN,
        APOSTROPHE,
        /** the point of a short word such as St. or Mt. */
        POINT,
        COMMA,
        OPENED,
        CLOSED,
        /** the end of a sentence or a paragraph, or the beginning of the text */
        STOP,
        /** any other sign */
        OTHER
    }

    private static final int SHORT = 3;

    private final String text;
    private final char[] letters;
    private int[] starts;
    private int[] ends;
    private Gap[] gaps;
    private int count;
    /** The words in lower case, as far as anyone asked. */
    private @Nullable String[] lower = new String[0];

    Words(String text) {
        this.text = text;
        letters = text.toCharArray();
        starts = new int[letters.length / 5 + 8];
        ends = new int[starts.length];
        gaps = new Gap[starts.length];
        split();
    }

    int count() {
        return count;
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return ends[word];
    }

    String text() {
        return text;
    }

    String word(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /** The word there, or nothing where the text has none. */
    String wordOr(int word) {
        return word >= 0 && word < count ? word(word) : "";
    }

    /** The word there in lower case, or nothing where the text has none. */
    String lower(int word) {
        if (word < 0 || word >= count) {
            return "";
        }
        if (lower.length == 0) {
            lower = new String[count];
        }
        String known = lower[word];
        if (known == null) {
            known = word(word).toLowerCase(Locale.ROOT);
            lower[word] = known;
        }
        return known;
    }

    /** What stands before this word; the end of the text counts as the end of a sentence. */
    Gap before(int word) {
        return word >= count || word < 0 ? Gap.STOP : gaps[word];
    }

    /** Whether the text there is exactly this. */
    boolean is(int word, String other) {
        return word >= 0
                && word < count
                && ends[word] - starts[word] == other.length()
                && text.startsWith(other, starts[word]);
    }

    boolean isCapitalised(int word) {
        return word >= 0 && word < count && Character.isUpperCase(letters[starts[word]]);
    }

    boolean isLower(int word) {
        return word >= 0 && word < count && Character.isLowerCase(letters[starts[word]]);
    }

    /** Whether no letter of it is small and one is large. */
    boolean isAllCapitals(int word) {
        boolean any = false;
        for (int i = starts[word]; i < ends[word]; i++) {
            char c = letters[i];
            if (Character.isLowerCase(c)) {
                return false;
            }
            any |= Character.isUpperCase(c);
        }
        return any;
    }

    /** Whether this word and the one before it may be of one name. */
    boolean joins(int word) {
        return switch (before(word)) {
            case SPACE, HYPHEN, APOSTROPHE, POINT -> true;
            case COMMA, OPENED, CLOSED, STOP, OTHER -> false;
        };
    }

    private void split() {
        int i = 0;
        int length = letters.length;
        while (i < length) {
            char c = letters[i];
            if (!isLetterOrDigit(c)) {
                i++;
            } else if (standsAlone(c)) {
                add(i, i + 1);
                i++;
            } else {
                int end = i + 1;
                while (end < length && continues(i, end)) {
                    end++;
                }
                add(i, end);
                i = end;
            }
        }
    }

    private boolean continues(int start, int i) {
        char c = letters[i];
        if (isLetterOrDigit(c)) {
            return !standsAlone(c);
        }
        if (c == '.') {
            // U.S. but not the end of a sentence: single letters, each with its point.
            boolean singleBefore = i - start == 1 || letters[i - 2] == '.';
            boolean initials = i + 1 < letters.length
                    && Character.isUpperCase(letters[i + 1])
                    && (i + 2 >= letters.length || !Character.isLowerCase(letters[i + 2]));
            boolean lastOfInitials = i - start >= 3 && letters[i - 2] == '.';
            return singleBefore && Character.isUpperCase(letters[i - 1]) && (initials || lastOfInitials);
        }
        return c >= 128
                && (Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK
                        || c == '\u200c'
                        || c == '\u200d');
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                : Character.isLetterOrDigit(c);
    }

    private static boolean standsAlone(char c) {
        return (c >= '\u3400' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7a3') || (c >= '\uf900' && c <= '\ufaff');
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            gaps = Arrays.copyOf(gaps, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        gaps[count] = gap(start);
        count++;
    }

    /** The gap between the last word added and a word that begins here. Of several signs, the one that parts most counts. */
    private Gap gap(int start) {
        if (count == 0) {
            return Gap.STOP;
        }
        int from = ends[count - 1];
        Gap gap = Gap.SPACE;
        for (int i = from; i < start && gap != Gap.STOP; i++) {
            Gap sign = sign(letters[i], i);
            if (sign.compareTo(gap) > 0) {
                gap = gap == Gap.SPACE || sign == Gap.STOP || sign == Gap.OPENED || sign == Gap.CLOSED
                        ? sign
                        : Gap.OTHER;
            }
        }
        return gap;
    }

    private Gap sign(char c, int at) {
        return switch (c) {
            case ' ', '\t', '\u00a0', '\u202f', '\u00ad', '\u200b' -> Gap.SPACE;
            case '-', '\u2010', '\u2011' -> isBetweenWords(at) ? Gap.HYPHEN : Gap.OTHER;
            case '\'', '\u2019', '\u02bb', '\u02bc', '`' -> isBetweenWords(at) ? Gap.APOSTROPHE : Gap.OTHER;
            case ',' -> Gap.COMMA;
            case '(', '[' -> Gap.OPENED;
            case ')', ']' -> Gap.CLOSED;
            case '.' -> at == ends[count - 1] && isShort(count - 1) ? Gap.POINT : Gap.STOP;
            case '!', '?', '\n', '\r', '\u3002' -> Gap.STOP;
            default -> Gap.OTHER;
        };
    }

    private boolean isBetweenWords(int at) {
        return at > 0
                && at + 1 < letters.length
                && Character.isLetterOrDigit(letters[at - 1])
                && Character.isLetterOrDigit(letters[at + 1]);
    }

    private boolean isShort(int word) {
        return ends[word] - starts[word] <= SHORT && Character.isUpperCase(letters[starts[word]]);
    }
}
