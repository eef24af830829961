package dateline.enrich.entity;

import dateline.enrich.entity.Lexicon.Kind;

/**
 * A story made ready for the tagger: its tokens and their forms, which of them may be names, what kind of sentence each
 * stands in, which known phrases it holds, and what the rest of the story shows of each word.
 */
public final class Story {
    static final int PROSE = 0;
    static final int CAPS = 1;
    static final int TITLE = 2;
    static final int TABLE = 3;

    /** What the story shows of a word, wherever it stands, as bits. */
    static final int SEEN_LOWER = 1;

    static final int SEEN_CAPITALISED = 2;
    static final int AFTER_GIVEN = 4;
    static final int AFTER_TITLE = 8;
    static final int BEFORE_ORG_WORD = 16;
    static final int AFTER_PREPOSITION = 32;
    static final int ACRONYM_SPELT_OUT = 64;
    static final int BEFORE_SPEECH = 128;

    private static final int LONGEST_PHRASE = 7;
    private static final int WIDEST_GAP = 3;

    final Tokens tokens;
    final Form[] forms;
    final byte[] modes;
    /** May be part of a name. All else is outside, unseen by the model. */
    final boolean[] candidates;
    /** For the first token of a phrase and those after it: bits of Kind and the place in it. */
    final int[] phrases;

    private final Evidence evidence;
    private static final long IN = Hash.lower("in");
    private static final long AT = Hash.lower("at");
    private static final long FROM = Hash.lower("from");
    private static final long NEAR = Hash.lower("near");

    public Story(Tokens tokens, Forms known) {
        this.tokens = tokens;
        int count = tokens.count();
        forms = new Form[count];
        for (int i = 0; i < count; i++) {
            forms[i] = known.of(tokens, i);
        }
        modes = new byte[count];
        candidates = new boolean[count];
        phrases = new int[count];
        modes();
        candidates();
        phrases(known.lexicon());
        evidence = new Evidence(count);
        gather();
    }

    int count() {
        return forms.length;
    }

    /** Whether a token may be part of a name. */
    public boolean isCandidate(int token) {
        return candidates[token];
    }

    boolean starts(int token) {
        return tokens.is(token, Tokens.SENTENCE_START);
    }

    /** What the story shows of this word elsewhere, as bits. */
    int shown(int token) {
        return evidence.of(forms[token].lower);
    }

    private void modes() {
        int from = 0;
        while (from < forms.length) {
            int to = from + 1;
            while (to < forms.length && !starts(to)) {
                to++;
            }
            byte mode = (byte) mode(from, to);
            for (int i = from; i < to; i++) {
                modes[i] = mode;
            }
            from = to;
        }
    }

    private int mode(int from, int to) {
        int caps = 0;
        int capitalised = 0;
        int lower = 0;
        int small = 0;
        int figures = 0;
        for (int i = from; i < to; i++) {
            Form form = forms[i];
            switch (form.kind) {
                case Form.CAPITALS, Form.POINTED -> caps++;
                case Form.CAPITALISED, Form.HYPHENED, Form.MIXED -> capitalised++;
                case Form.LOWER -> {
                    if (form.length > 4) {
                        lower++;
                    } else {
                        small++;
                    }
                }
                case Form.FIGURES, Form.WITH_FIGURES -> figures++;
                default -> {}
            }
        }
        int words = caps + capitalised + lower + small;
        if (figures >= 2 && figures * 3 >= words && lower * 3 <= words) {
            return TABLE;
        }
        if (caps >= 2 && lower == 0 && caps > 3 * (capitalised + small)) {
            return CAPS;
        }
        return words >= 5 && capitalised >= 4 && capitalised + caps > 5 * lower ? TITLE : PROSE;
    }

    private void candidates() {
        int last = -1;
        for (int i = 0; i < forms.length; i++) {
            if (starts(i)) {
                last = -1;
            }
            if (!forms[i].core) {
                continue;
            }
            if (plain(i)) {
                continue;
            }
            candidates[i] = true;
            if (last >= 0 && i - last - 1 <= WIDEST_GAP) {
                boolean joined = true;
                for (int between = last + 1; between < i; between++) {
                    joined &= forms[between].joins;
                }
                for (int between = last + 1; joined && between < i; between++) {
                    candidates[between] = true;
                }
            }
            if (i > 0 && !starts(i) && (figures(i - 1) || particle(i - 1))) {
                candidates[i - 1] = true;
            }
            if (i + 1 < forms.length
                    && !starts(i + 1)
                    && (figures(i + 1) || tokens.text()[tokens.start(i + 1)] == '\'')) {
                candidates[i + 1] = true;
            }
            last = i;
        }
    }

    /** A word that opens its sentence and is no name by itself, or a day of the week that stands alone. */
    private boolean plain(int token) {
        Form form = forms[token];
        if (form.kind != Form.CAPITALISED || (form.known & (Kind.COMMON.bit() | Kind.DATE.bit())) == 0) {
            return false;
        }
        boolean last = token + 1 == forms.length || starts(token + 1);
        if (!last && (forms[token + 1].core || figures(token + 1))) {
            return false;
        }
        return form.is(Kind.COMMON) ? starts(token) : form.weekday && (starts(token) || !forms[token - 1].core);
    }

    /** "al Shabaab", "de Klerk". */
    private boolean particle(int token) {
        return forms[token].kind == Form.LOWER && forms[token].is(Kind.PARTICLE);
    }

    private boolean figures(int token) {
        return forms[token].kind == Form.FIGURES || forms[token].kind == Form.WITH_FIGURES;
    }

    private void phrases(Lexicon lexicon) {
        int i = 0;
        while (i < forms.length) {
            if (!candidates[i] || !forms[i].is(Kind.BEGINS)) {
                i++;
                continue;
            }
            long hash = forms[i].lower;
            int longest = 0;
            int meant = 0;
            int end = Math.min(forms.length, i + LONGEST_PHRASE);
            for (int j = i + 1; j < end && !starts(j); j++) {
                hash = Hash.then(hash, forms[j].lower);
                int known = lexicon.of(hash);
                if ((known & ~Kind.BEGINS.bit()) != 0 && candidates[j]) {
                    longest = j - i;
                    meant = known & ~Kind.BEGINS.bit();
                }
                if ((known & Kind.BEGINS.bit()) == 0) {
                    break;
                }
            }
            if (longest == 0) {
                i++;
                continue;
            }
            for (int j = 0; j <= longest; j++) {
                int place = j == 0 ? 0 : j == longest ? 2 : 1;
                phrases[i + j] = meant * 4 + place + 1;
            }
            i += longest + 1;
        }
    }

    private void gather() {
        for (int i = 0; i < forms.length; i++) {
            Form form = forms[i];
            if (form.kind == Form.LOWER) {
                if (form.length > 2) {
                    evidence.add(form.lower, SEEN_LOWER);
                }
                continue;
            }
            if (!form.core || modes[i] != PROSE) {
                continue;
            }
            int seen = 0;
            if (!starts(i)) {
                Form before = forms[i - 1];
                seen |= SEEN_CAPITALISED;
                if (before.core && (before.known & (Kind.GIVEN.bit() | Kind.GIVEN_US.bit())) != 0) {
                    seen |= AFTER_GIVEN;
                }
                if (before.is(Kind.TITLE)) {
                    seen |= AFTER_TITLE;
                }
                if (before.lower == IN || before.lower == AT || before.lower == FROM || before.lower == NEAR) {
                    seen |= AFTER_PREPOSITION;
                }
                if (form.kind == Form.CAPITALS && isSpeltOut(i)) {
                    seen |= ACRONYM_SPELT_OUT;
                }
            }
            if (i + 1 < forms.length && !starts(i + 1)) {
                Form after = forms[i + 1];
                if (after.core && (after.known & (Kind.ORG_WORD.bit() | Kind.COMPANY.bit())) != 0) {
                    seen |= BEFORE_ORG_WORD;
                }
                if (after.kind == Form.LOWER && after.is(Kind.SPEECH)) {
                    seen |= BEFORE_SPEECH;
                }
            }
            evidence.add(form.lower, seen);
        }
    }

    /** "Group of Seven (G7)", "World Health Organization (WHO)": the capitals before the bracket. */
    private boolean isSpeltOut(int acronym) {
        if (acronym < 3
                || forms[acronym - 1].kind != Form.PUNCTUATION
                || tokens.text()[tokens.start(acronym - 1)] != '(') {
            return false;
        }
        int at = tokens.end(acronym) - 1;
        int word = acronym - 2;
        while (at >= tokens.start(acronym) && word >= 0 && acronym - word < 12) {
            char letter = Hash.lower(tokens.text()[at]);
            char first = Hash.lower(tokens.text()[tokens.start(word)]);
            if (first == letter) {
                at--;
            } else if (forms[word].core) {
                return false;
            }
            word--;
        }
        return at < tokens.start(acronym);
    }

    /** Bits by hash, open addressed. */
    private static final class Evidence {
        private final long[] keys;
        private final byte[] bits;
        private final int mask;

        Evidence(int words) {
            int size = Integer.highestOneBit(Math.max(8, words)) << 1;
            keys = new long[size];
            bits = new byte[size];
            mask = size - 1;
        }

        void add(long hash, int seen) {
            int at = (int) hash & mask;
            while (keys[at] != 0 && keys[at] != hash) {
                at = (at + 1) & mask;
            }
            keys[at] = hash;
            bits[at] |= (byte) seen;
        }

        int of(long hash) {
            int at = (int) hash & mask;
            while (keys[at] != 0) {
                if (keys[at] == hash) {
                    return bits[at] & 0xff;
                }
                at = (at + 1) & mask;
            }
            return 0;
        }
    }
}
