package dateline.enrich.entity;

/** The hashes that words and features go by: the model holds no text, only these. */
public final class Hash {
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** Of no text; to go on from. */
    static long start() {
        return SEED;
    }

    /** Of the text of a hash and a letter. */
    static long next(long hash, char letter) {
        long next = (hash ^ letter) * 0xD6E8FEB86659FD93L;
        return next ^ next >>> 29;
    }

    /** Of a stretch of text, as it stands. */
    static long exact(char[] text, int start, int end) {
        long hash = SEED;
        for (int i = start; i < end; i++) {
            hash = next(hash, text[i]);
        }
        return hash;
    }

    /** Of a stretch of text, as it stands, two letters at a time: no feature, but what a word is looked up by. */
    static long key(char[] text, int start, int end) {
        long hash = SEED;
        int i = start;
        for (; i + 1 < end; i += 2) {
            hash = (hash ^ ((long) text[i] << 16 | text[i + 1])) * 0xD6E8FEB86659FD93L;
        }
        // An odd letter is told from a letter after nothing.
        return i < end ? (hash ^ (1L << 32 | text[i])) * 0xD6E8FEB86659FD93L : hash;
    }

    /** Of a whole word, as it stands. */
    static long exact(String word) {
        return exact(word.toCharArray(), 0, word.length());
    }

    /** Of a stretch of text in lower case, accents kept. */
    static long lower(char[] text, int start, int end) {
        long hash = SEED;
        for (int i = start; i < end; i++) {
            hash = next(hash, lower(text[i]));
        }
        return hash;
    }

    /** Of a whole word in lower case. */
    public static long lower(CharSequence word) {
        long hash = SEED;
        for (int i = 0; i < word.length(); i++) {
            hash = next(hash, lower(word.charAt(i)));
        }
        return hash;
    }

    static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '’' ? '\'' : Character.toLowerCase(c);
    }

    /** Of one word after another. */
    public static long then(long hash, long next) {
        return mix(hash * 31 + next);
    }

    static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    /** A feature's number: its kind and its value. Never 0. */
    static int feature(int kind, long value) {
        int feature = (int) mix(value + kind * 0x632BE59BD9B4E019L);
        return feature == 0 ? 1 : feature;
    }
}
