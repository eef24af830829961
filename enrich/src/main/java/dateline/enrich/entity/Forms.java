package dateline.enrich.entity;

/** The forms met of late, by their hash: most words of a story are words of the last one. Not safe for many threads. */
public final class Forms {
    private static final int SIZE = 1 << 15;

    private final Form[] met = new Form[SIZE];
    private final Lexicon lexicon;
    private final Clusters clusters;

    /** Forms as these know them. */
    public Forms(Lexicon lexicon, Clusters clusters) {
        this.lexicon = lexicon;
        this.clusters = clusters;
    }

    Form of(Tokens tokens, int token) {
        long key = Hash.key(tokens.text(), tokens.start(token), tokens.end(token));
        int at = (int) (key ^ (key >>> 32)) & (SIZE - 1);
        Form form = met[at];
        if (form == null || form.key != key) {
            form = new Form(tokens, token, key, lexicon, clusters);
            met[at] = form;
        }
        return form;
    }

    Lexicon lexicon() {
        return lexicon;
    }
}
