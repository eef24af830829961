package dateline.enrich.entity;

import dateline.enrich.entity.Lexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the model sees of a token, as numbers: of the word itself and of each neighbour by its form alone, and of how they
 * stand together. Training and tagging read the same features here.
 */
public final class Features {
    /** More than any token has. */
    public static final int MOST = 160;

    private static final int KINDS = 32;
    /** The lists that speak for or against a type. */
    private static final int TELLING = ~Kind.BEGINS.bit();

    private Features() {}

    /** Those of a word by itself, where it stands at -2 to 2 (0 to 4) beside the token in question. */
    static int own(Form form, int place, int[] out, int at) {
        int n = at;
        int base = 64 + place * KINDS;
        out[n++] = Hash.feature(base, form.lower);
        out[n++] = Hash.feature(base + 1, form.shape);
        if (form.cluster != 0) {
            out[n++] = Hash.feature(base + 2, form.cluster);
            out[n++] = Hash.feature(base + 10, (form.cluster - 1) >>> 6);
        }
        if (place == 0 || place == 4) {
            return n;
        }
        for (int bits = form.known & TELLING; bits != 0; bits &= bits - 1) {
            out[n++] = Hash.feature(base + 3, Integer.numberOfTrailingZeros(bits));
        }
        out[n++] = Hash.feature(base + 4, form.tails[2]);
        out[n++] = Hash.feature(base + 8, form.known);
        if (place != 2) {
            return n;
        }
        out[n++] = Hash.feature(base + 5, form.exact);
        out[n++] = Hash.feature(base + 6, form.kind * 32L + Math.min(form.length, 12));
        out[n++] = Hash.feature(base + 7, form.kind * (1L << 32) + form.known);
        for (int i = 0; i < form.heads.length; i++) {
            if (form.heads[i] != 0) {
                out[n++] = Hash.feature(base + 11 + i, form.heads[i]);
            }
        }
        for (int i = 0; i < form.tails.length; i++) {
            if (form.tails[i] != 0 && i != 2) {
                out[n++] = Hash.feature(base + 16 + i, form.tails[i]);
            }
        }
        return n;
    }

    /** The kinds of a token and its neighbours and the mode, all in one number. */
    static int kinds(Story story, int token) {
        Form[] forms = story.forms;
        int before = story.starts(token) ? 14 : forms[token - 1].kind;
        int after = token + 1 >= forms.length || story.starts(token + 1) ? 15 : forms[token + 1].kind;
        return (((before * 16 + forms[token].kind) * 16) + after) * 4 + story.modes[token];
    }

    /** Those of {@link #kinds(Story, int)}. */
    static int ofKinds(int kinds, int[] out, int at) {
        int n = at;
        int mode = kinds & 3;
        int after = kinds >> 2 & 15;
        int here = kinds >> 6 & 15;
        int before = kinds >> 10;
        out[n++] = Hash.feature(1, mode);
        out[n++] = Hash.feature(2, mode * 16L + here);
        out[n++] = Hash.feature(3, kinds);
        out[n++] = Hash.feature(4, (before * 16L + here) * 4 + mode);
        out[n++] = Hash.feature(5, (here * 16L + after) * 4 + mode);
        return n;
    }

    /** Those of a token with the words beside it. */
    static int beside(Story story, int token, int[] out, int at) {
        int n = at;
        Form[] forms = story.forms;
        Form here = forms[token];
        Form before = story.starts(token) ? null : forms[token - 1];
        Form after = token + 1 >= forms.length || story.starts(token + 1) ? null : forms[token + 1];
        long lowerBefore = before == null ? 11 : before.lower;
        long lowerAfter = after == null ? 12 : after.lower;
        int clusterBefore = before == null ? 1 << 14 : before.cluster;
        int clusterAfter = after == null ? 1 << 15 : after.cluster;
        long knownBefore = before == null ? -1 : before.known;
        long knownAfter = after == null ? -1 : after.known;
        out[n++] = Hash.feature(6, lowerBefore * 31 + here.lower);
        out[n++] = Hash.feature(7, here.lower * 31 + lowerAfter);
        out[n++] = Hash.feature(8, lowerBefore * 31 + here.kind);
        out[n++] = Hash.feature(9, lowerAfter * 31 + here.kind);
        if (here.cluster != 0) {
            out[n++] = Hash.feature(10, ((long) clusterBefore << 17) + here.cluster);
            out[n++] = Hash.feature(11, ((long) here.cluster << 17) + clusterAfter);
        }
        out[n++] = Hash.feature(12, knownBefore * 0x9E3779B1L + here.known);
        out[n++] = Hash.feature(13, here.known * 0x9E3779B1L + knownAfter);
        return n;
    }

    /** What is known of a token, what the story shows of it, its kind and the mode, all in one number. */
    static long said(Story story, int token) {
        Form here = story.forms[token];
        return (((long) here.known << 8) + story.shown(token)) * 64 + here.kind * 4L + story.modes[token];
    }

    /** Those of {@link #said(Story, int)}. */
    static int ofSaid(long said, int[] out, int at) {
        int n = at;
        int mode = (int) said & 3;
        int kind = (int) said >> 2 & 15;
        long shown = said >> 6 & 255;
        long known = said >> 14;
        out[n++] = Hash.feature(14, (known << 8) + kind * 4L + mode);
        out[n++] = Hash.feature(15, shown * 16L + kind);
        out[n++] = Hash.feature(16, ((known << 8) + shown) * 4 + mode);
        return n;
    }

    /** Those of a token in its sentence, in a known phrase and in its stretch of capitals. */
    static int within(Story story, int token, Run run, int[] out, int at) {
        int n = at;
        Form[] forms = story.forms;
        Form here = forms[token];
        int mode = story.modes[token];
        boolean starts = story.starts(token);
        boolean ends = token + 1 >= forms.length || story.starts(token + 1);
        if (starts) {
            out[n++] = Hash.feature(17, here.kind * 4L + mode);
            out[n++] = Hash.feature(18, here.known * 256L + story.shown(token));
            out[n++] = Hash.feature(19, here.lower);
        }
        int phrase = story.phrases[token];
        if (phrase != 0) {
            out[n++] = Hash.feature(20, phrase);
            out[n++] = Hash.feature(21, phrase * 16L + here.kind + mode * 8L);
        }
        if (!starts && story.phrases[token - 1] != 0) {
            out[n++] = Hash.feature(22, story.phrases[token - 1] * 8L + (phrase == 0 ? 0 : 1 + phrase % 4));
        }
        if (!ends && story.phrases[token + 1] != 0) {
            out[n++] = Hash.feature(23, story.phrases[token + 1] * 8L + (phrase == 0 ? 0 : 1 + phrase % 4));
        }
        // The stretch of capitals that it stands in: what comes before and after, its last word and its first.
        int place = run.place(token);
        out[n++] = Hash.feature(24, place + 8L * run.size() + mode * 128L);
        out[n++] = Hash.feature(25, run.before() * 8 + place);
        out[n++] = Hash.feature(26, run.after() * 8 + place);
        out[n++] = Hash.feature(27, run.last() * 8 + place);
        out[n++] = Hash.feature(28, run.first() * 8 + place);
        out[n++] = Hash.feature(29, run.lastKnown() * 8 + place);
        out[n++] = Hash.feature(30, run.firstKnown() * 8 + place);
        out[n++] = Hash.feature(31, (run.afterKnown() * 64 + run.beforeKnown()) * 8 + place);
        if (!ends && token + 2 < forms.length && !story.starts(token + 2)) {
            out[n++] = Hash.feature(32, forms[token + 1].lower * 31 + forms[token + 2].lower);
        }
        if (!starts && token >= 2 && !story.starts(token - 1)) {
            out[n++] = Hash.feature(33, forms[token - 1].lower * 31 + forms[token - 2].lower);
        }
        return n;
    }

    /** All that a token has; into {@code out}, which has room for {@link #MOST}. Answers how many. */
    public static int of(Story story, int token, Run run, int[] out) {
        int n = 0;
        for (int place = 0; place < Form.PLACES; place++) {
            Form form = neighbour(story, token, place - 2);
            n = form == null ? edge(place, out, n) : own(form, place, out, n);
        }
        n = ofKinds(kinds(story, token), out, n);
        n = beside(story, token, out, n);
        n = ofSaid(said(story, token), out, n);
        return within(story, token, run, out, n);
    }

    /** The word so far from a token in its sentence; null past the ends. */
    static @Nullable Form neighbour(Story story, int token, int offset) {
        int at = token + offset;
        if (at < 0 || at >= story.count()) {
            return null;
        }
        for (int i = Math.min(at, token) + 1; i <= Math.max(at, token); i++) {
            if (story.starts(i)) {
                return null;
            }
        }
        return story.forms[at];
    }

    static int edge(int place, int[] out, int at) {
        out[at] = Hash.feature(64 + place * KINDS + 31, 0);
        return at + 1;
    }
}
