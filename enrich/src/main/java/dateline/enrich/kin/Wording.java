package dateline.enrich.kin;

import java.util.Arrays;

/**
 * The words of a text, each folded to a number that house style does not change, and which of them are facts: numbers, and
 * words that begin with a capital though no sentence does. Scripts that put no spaces between words are taken by runs of
 * characters. Only the beginning of a very long text is looked at.
 */
final class Wording {
    private static final int MOST_WORDS = 6_000;
    private static final int MOST_CHARACTERS = 120_000;

    /** Of a script without spaces, so many characters in a row count as a word; each character begins one. */
    private static final int CHARACTERS_A_WORD = 4;

    private static final byte PLAIN = 0;
    private static final byte NUMBER = 1;
    private static final byte NAME = 2;
    private static final int KIND = 3;
    private static final byte OPENS = 4;

    private final String text;
    private final int length;
    private final Spelling spelling = new Spelling();
    private int[] words;
    private byte[] kinds;
    private int count;
    private int candidates;
    private int names;

    /** Whether a sentence may begin here, so that a capital says nothing. */
    private boolean opening = true;

    /** Which word began a sentence with a capital, if it was the last one: with another after it, it is a name. */
    private int doubtful = -1;

    private boolean lastIsShortName;

    Wording(String text) {
        this.text = text;
        length = Math.min(text.length(), MOST_CHARACTERS);
        words = new int[Math.min(MOST_WORDS, length / 5 + 8)];
        kinds = new byte[words.length];
        int i = 0;
        while (i < length && count < MOST_WORDS) {
            i = next(i);
        }
    }

    int count() {
        return count;
    }

    int word(int index) {
        return words[index];
    }

    /** Where most words have capitals, as in telex copy and headlines, a capital does not make a name. */
    boolean isFact(int index) {
        int kind = kinds[index] & KIND;
        return kind == NUMBER || (kind == NAME && names * 2 < candidates);
    }

    /** Whether a sentence may begin with this word. */
    boolean opens(int index) {
        return (kinds[index] & OPENS) != 0;
    }

    private int next(int i) {
        char c = text.charAt(i);
        if (c <= ' ') {
            opening |= c == '\n';
            return i + 1;
        }
        if (Character.isDigit(c)) {
            return number(i);
        }
        if (!Character.isLetter(c)) {
            mark(i, c);
            return i + 1;
        }
        return hasNoSpaces(c) ? character(i) : word(i, c);
    }

    private void mark(int i, char c) {
        switch (c) {
            // A point after a short name ends no sentence: Gen. Smith, St. Louis.
            case '.' -> opening |= !lastIsShortName;
            case '!', '?', '…', ':', '“', '„', '«', '•' -> opening = true;
            // The same sign opens and closes: it opens what follows a space.
            case '"' -> opening |= i == 0 || text.charAt(i - 1) <= ' ';
            case '%' -> add(Spelling.PERCENT, PLAIN);
            default -> {}
        }
    }

    private int number(int from) {
        int i = from;
        spelling.begin();
        while (i < length) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                spelling.append((char) ('0' + Character.digit(c, 10)));
            } else if (i + 1 < length && Character.isDigit(text.charAt(i + 1)) && (c == '.' || c == ',')) {
                if (c == '.') {
                    spelling.append(c);
                }
            } else {
                break;
            }
            i++;
        }
        add(spelling.asWritten(), NUMBER);
        opening = false;
        lastIsShortName = false;
        return i;
    }

    private int character(int i) {
        int hash = 0;
        for (int j = i; j > i - CHARACTERS_A_WORD && j >= 0; j--) {
            char c = text.charAt(j);
            if (!hasNoSpaces(c)) {
                break;
            }
            hash = hash * 31 + c;
        }
        add(Hashes.mix(hash), PLAIN);
        return i + 1;
    }

    private int word(int from, char first) {
        int i = from;
        spelling.begin();
        while (i < length) {
            char c = text.charAt(i);
            if (Character.isLetter(c) && !hasNoSpaces(c)) {
                spelling.append(c);
            } else if (!isInside(from, i, c)) {
                break;
            }
            i++;
        }
        boolean capital = Character.isUpperCase(first);
        int folded = spelling.folded();
        if (folded != Spelling.DROPPED) {
            boolean name = capital && !opening;
            if (name && doubtful == count - 1 && doubtful >= 0) {
                kinds[doubtful] |= (kinds[doubtful] & KIND) == PLAIN ? NAME : PLAIN;
            }
            doubtful = capital && opening ? count : -1;
            candidates += opening ? 0 : 1;
            names += name ? 1 : 0;
            add(folded, Spelling.isNumber(folded) ? NUMBER : name ? NAME : PLAIN);
        }
        opening = false;
        lastIsShortName = capital && i - from <= 3;
        return i;
    }

    /** The apostrophe of don't, the points of U.S., vowel signs. */
    private boolean isInside(int from, int i, char c) {
        boolean beforeLetter = i + 1 < length && Character.isLetter(text.charAt(i + 1));
        return switch (c) {
            case '\'', '’' -> beforeLetter;
            case '.' -> beforeLetter && (i - from == 1 || text.charAt(i - 2) == '.');
            default -> {
                int type = Character.getType(c);
                yield type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            }
        };
    }

    /** Chinese and Japanese, Korean (whose spaces vary), Thai, Lao, Burmese, Khmer. */
    private static boolean hasNoSpaces(char c) {
        return c >= '\u0e00'
                && (c <= '\u0eff'
                        || (c >= '\u1000' && c <= '\u109f')
                        || (c >= '\u1780' && c <= '\u17ff')
                        || (c >= '\u3040' && c <= '\u9fff')
                        || (c >= '\uac00' && c <= '\ud7a3')
                        || (c >= '\uf900' && c <= '\ufaff'));
    }

    private void add(int word, byte kind) {
        if (count == words.length) {
            words = Arrays.copyOf(words, Math.min(MOST_WORDS, count * 2));
            kinds = Arrays.copyOf(kinds, words.length);
        }
        if (count < MOST_WORDS) {
            words[count] = word;
            kinds[count] = opening ? (byte) (kind | OPENS) : kind;
            count++;
        }
    }
}
