package dateline.enrich.entity;

/**
 * What a story's first reading made of each word, so that a second can agree with the rest of the story: "Hayashi" after
 * "Yoshimasa Hayashi", "G7" after "Group of Seven (G7)".
 */
public final class Votes {
    /** More features than any token has of its votes. */
    public static final int MOST = 8;

    private static final int TYPES = 4;
    private static final int FIELDS = 12;
    private static final int OUTSIDE = TYPES;
    private static final int LAST_OF_PERSON = 5;
    private static final int FIRST_OF_PERSON = 6;
    private static final int IN_LONG = 7;

    private final Story story;
    private final byte[] labels;
    private final long[] keys;
    private final short[] counts;
    /** For each token that may be a name, where its word is counted. */
    private final int[] at;

    private final int mask;

    /** Counts the labels, one for each token of the story. */
    public Votes(Story story, byte[] labels) {
        this.story = story;
        this.labels = labels;
        int words = 0;
        for (Form form : story.forms) {
            words += form.core ? 1 : 0;
        }
        int size = Integer.highestOneBit(Math.max(8, words)) << 1;
        mask = size - 1;
        keys = new long[size];
        counts = new short[size * FIELDS];
        at = new int[story.count()];
        for (int i = 0; i < at.length; i++) {
            Form form = story.forms[i];
            if (form.core) {
                int slot = slot(form.lower);
                keys[slot] = form.lower;
                at[i] = slot * FIELDS;
                count(i, 1);
            }
        }
    }

    private int slot(long hash) {
        int at = (int) hash & mask;
        while (keys[at] != 0 && keys[at] != hash) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void count(int token, int by) {
        int at = this.at[token];
        int label = labels[token];
        if (label == Label.OUTSIDE) {
            if (story.modes[token] == Story.PROSE && !story.starts(token)) {
                counts[at + OUTSIDE] += (short) by;
            }
            return;
        }
        int type = (label - 1) / 4;
        int position = (label - 1) % 4;
        counts[at + type] += (short) by;
        if (type == 0 && position == Label.LAST) {
            counts[at + LAST_OF_PERSON] += (short) by;
        }
        if (type == 0 && position == Label.FIRST) {
            counts[at + FIRST_OF_PERSON] += (short) by;
        }
        if (position != Label.ONLY) {
            counts[at + IN_LONG + type] += (short) by;
        }
    }

    /** What the other places where this token's word stands speak for, as features into {@code out}; how many there are. */
    public int of(int token, int[] out) {
        Form form = story.forms[token];
        if (!form.core) {
            return 0;
        }
        count(token, -1);
        int at = this.at[token];
        int total = 0;
        int most = 0;
        int second = 0;
        int bits = 0;
        for (int type = 0; type <= TYPES; type++) {
            int votes = counts[at + type];
            total += votes;
            if (votes > counts[at + most] || type == 0) {
                second = type == 0 ? 0 : counts[at + most];
                most = type;
            } else {
                second = Math.max(second, votes);
            }
        }
        int n = 0;
        if (total > 0) {
            for (int field = LAST_OF_PERSON; field < IN_LONG + TYPES; field++) {
                bits |= counts[at + field] > 0 ? 1 << (field - LAST_OF_PERSON) : 0;
            }
            int strength = Math.min(counts[at + most], 4) * 2 + (second > 0 ? 1 : 0);
            int label = labels[token];
            int now = label == Label.OUTSIDE ? 0 : 1 + (label - 1) / 4;
            long vote = most * 16L + strength;
            int mode = story.modes[token];
            out[n++] = Hash.feature(40, vote);
            out[n++] = Hash.feature(41, vote * 32 + label);
            out[n++] = Hash.feature(42, bits * 32L + label);
            out[n++] = Hash.feature(43, (most * 8L + now) * 16 + form.kind + mode * 1024L);
            out[n++] = Hash.feature(44, (bits * 8L + most) * 8 + now);
            out[n++] = Hash.feature(45, (most * 8L + now) * 256 + story.shown(token));
        }
        count(token, 1);
        return n;
    }
}
