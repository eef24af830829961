package dateline.enrich.entity;

import dateline.enrich.entity.Lexicon.Kind;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that can be said of a word without its neighbours. Words recur, so a form is made once and kept, with what the model
 * makes of it in each place that it can have beside the token in question.
 */
final class Form {
    static final int PUNCTUATION = 0;
    static final int LOWER = 1;
    static final int CAPITALISED = 2;
    static final int CAPITALS = 3;
    static final int INITIAL = 4;
    static final int MIXED = 5;
    static final int FIGURES = 6;
    static final int WITH_FIGURES = 7;
    static final int POINTED = 8;
    static final int HYPHENED = 9;
    static final int OTHER_SCRIPT = 10;
    static final int JUNK = 11;

    /** Where a word stands beside the token in question. */
    static final int PLACES = 5;

    /** By which it is found again. */
    final long key;

    final long exact;
    final long lower;
    final int kind;
    final int shape;
    final int length;
    /** Bits of {@link Kind}. */
    final int known;

    final int cluster;
    /** May be inside a name, though it is none itself. */
    final boolean joins;
    /** May be a name or part of one by itself. */
    final boolean core;

    /** May open a sentence or stand alone without being a name: a day of the week. */
    final boolean weekday;

    final long[] heads = new long[3];
    final long[] tails = new long[4];

    /** For each place, what its own features have for each label, as {@link Rows} adds them; once asked for. */
    final long[] sums = new long[PLACES * Rows.SUMS];
    /** The places of which that is known, as bits. */
    int summed;

    private static final Set<Long> JOINING = hashes(
            Hash::exact,
            "of the and for de la le les du des da do dos das del della di al el bin ibn bint ben"
                    + " van von der den ter ten zu zur y e et und in on to with an a at un une as by or 's ' ’ ’s - – & / , . + \" “ ” d l o"
                    + " ul ur-rehman abu umm ould ait bou mac st. no. vs versus against from against without sans pour til och og a");
    private static final Set<Long> WEEKDAYS =
            hashes(Hash::lower, "monday tuesday wednesday thursday friday saturday sunday");
    private static final int LONGEST_JOINING = 8;

    private static Set<Long> hashes(ToLongFunction<String> hash, String words) {
        return Stream.of(words.split(" ", -1))
                .map(word -> hash.applyAsLong(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    Form(Tokens tokens, int token, long key, Lexicon lexicon, Clusters clusters) {
        char[] text = tokens.text();
        int start = tokens.start(token);
        int end = tokens.end(token);
        this.key = key;
        exact = Hash.exact(text, start, end);
        length = end - start;
        long read = Hash.start();
        for (int i = 0; i < length; i++) {
            read = Hash.next(read, Hash.lower(text[start + i]));
            if (i > 0 && i <= heads.length && i + 1 < length) {
                heads[i - 1] = read;
            }
        }
        lower = read;
        known = lexicon.of(lower);
        cluster = clusters.of(lower);
        kind = kind(tokens, token, text, start, end);
        shape = shape(text, start, Math.min(end, start + 12));
        core = tokens.is(token, Tokens.HAS_UPPER) && !tokens.is(token, Tokens.JUNK);
        joins = kind == FIGURES || kind == WITH_FIGURES || (length <= LONGEST_JOINING && JOINING.contains(exact));
        weekday = (known & Kind.DATE.bit()) != 0 && WEEKDAYS.contains(lower);
        for (int i = 0; i < tails.length; i++) {
            tails[i] = length > i + 1 ? Hash.lower(text, end - i - 1, end) : 0;
        }
    }

    boolean is(Kind of) {
        return (known & of.bit()) != 0;
    }

    private static int kind(Tokens tokens, int token, char[] text, int start, int end) {
        if (tokens.is(token, Tokens.JUNK)) {
            return JUNK;
        }
        boolean digits = tokens.is(token, Tokens.HAS_DIGIT);
        if (!tokens.is(token, Tokens.LETTERS)) {
            return digits ? FIGURES : PUNCTUATION;
        }
        if (digits) {
            return WITH_FIGURES;
        }
        boolean upper = tokens.is(token, Tokens.HAS_UPPER);
        boolean lower = tokens.is(token, Tokens.HAS_LOWER);
        if (!upper) {
            return lower ? LOWER : OTHER_SCRIPT;
        }
        int length = end - start;
        boolean pointed = text[end - 1] == '.';
        if (length == 1 || (length == 2 && pointed)) {
            return INITIAL;
        }
        if (!lower) {
            return pointed ? POINTED : CAPITALS;
        }
        if (!tokens.is(token, Tokens.UPPER_FIRST)) {
            return MIXED;
        }
        boolean hyphen = false;
        boolean inside = false;
        for (int i = start + 1; i < end; i++) {
            char c = text[i];
            hyphen |= c == '-' || c == '\u2010' || c == '\u2011';
            inside |= Character.isUpperCase(c);
        }
        return hyphen ? HYPHENED : inside ? MIXED : CAPITALISED;
    }

    private static int shape(char[] text, int start, int end) {
        int shape = 7;
        int last = -1;
        for (int i = start; i < end; i++) {
            char c = text[i];
            int now = Character.isUpperCase(c) ? 1 : Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : c;
            if (now != last) {
                shape = shape * 131 + now;
            }
            last = now;
        }
        return shape;
    }
}
