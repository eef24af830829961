package dateline.enrich.place;

import java.util.Arrays;

/**
 * The words of a text, in one pass: where each begins and ends. Letters and digits make a word, the points of U.S. belong to
 * it, each sign of Chinese and each syllable of Korean is one of its own, since neither is written with spaces (or not only).
 */
final class Words {
    private final String text;
    private int[] starts;
    private int[] ends;
    private int count;

    Words(String text) {
        this.text = text;
        starts = new int[text.length() / 5 + 8];
        ends = new int[starts.length];
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

    String word(int word) {
        return text.substring(starts[word], ends[word]);
    }

    boolean isCapitalised(int word) {
        return Character.isUpperCase(text.charAt(starts[word]));
    }

    /** Whether only spaces, a hyphen or an apostrophe part this word from the next, so that both may be one name. */
    boolean joinsNext(int word) {
        int from = ends[word];
        int to = starts[word + 1];
        if (to - from > 2) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' '
                    && c != '\u00a0'
                    && c != '-'
                    && c != '\u2010'
                    && c != '\u2011'
                    && c != '\''
                    && c != '’'
                    && c != '.') {
                return false;
            }
        }
        return true;
    }

    private void split() {
        int i = 0;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
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
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c)) {
            return !standsAlone(c);
        }
        if (c == '.') {
            // U.S. but not the end of a sentence: single letters, each with its point.
            boolean singleBefore = i - start == 1 || text.charAt(i - 2) == '.';
            boolean initials = i + 1 < text.length()
                    && Character.isUpperCase(text.charAt(i + 1))
                    && (i + 2 >= text.length() || !Character.isLowerCase(text.charAt(i + 2)));
            boolean lastOfInitials = i - start >= 3 && text.charAt(i - 2) == '.';
            return singleBefore && Character.isUpperCase(text.charAt(i - 1)) && (initials || lastOfInitials);
        }
        return Character.getType(c) == Character.NON_SPACING_MARK || c == '\u200c' || c == '\u200d';
    }

    private static boolean standsAlone(char c) {
        return (c >= '\u3400' && c <= '\u9fff') || (c >= '\uac00' && c <= '\ud7a3') || (c >= '\uf900' && c <= '\ufaff');
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }
}
