package dateline.enrich.entity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of words and phrases before any text is read, by their hashes in lower case. A phrase is known by the hashes
 * of its tokens, one after another, and so is each beginning of it.
 */
public final class Lexicon {
    /** What a list says of what it lists. The order is the model file's: add at the end. */
    public enum Kind {
        GIVEN_US(0),
        FAMILY_US(1),
        GIVEN(2),
        FAMILY(3),
        PLACE(4),
        LARGE_PLACE(5),
        COUNTRY(6),
        DEMONYM(7),
        ORG(8),
        ORG_WORD(9),
        COMPANY(10),
        TITLE(11),
        ROLE(12),
        DATE(13),
        EVENT(14),
        EVENT_WORD(15),
        PLACE_WORD(16),
        COMMON(17),
        TEAM(18),
        SPEECH(19),
        PARTICLE(20),
        PERSON(21),
        MISC(22),
        BEGINS(23);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** This kind as a bit. */
        public int bit() {
            return 1 << number;
        }
    }

    private final int[] keys;
    private final int[] bits;
    private final int mask;

    private Lexicon(int[] keys, int[] bits) {
        this.keys = keys;
        this.bits = bits;
        mask = keys.length - 1;
    }

    /** Of what each hash is known for, as bits of {@link Kind}. */
    public static Lexicon of(Map<Integer, Integer> known) {
        int size = Integer.highestOneBit(Math.max(16, known.size() * 2)) << 1;
        var lexicon = new Lexicon(new int[size], new int[size]);
        known.forEach(lexicon::put);
        return lexicon;
    }

    /** The key of a word or a phrase. Never 0. */
    public static int key(long hash) {
        int key = (int) (hash ^ (hash >>> 32));
        return key == 0 ? 1 : key;
    }

    /** What is known of it, as bits; 0 if nothing is. */
    int of(long hash) {
        int key = key(hash);
        int at = key & mask;
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return bits[at];
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    private void put(int key, int known) {
        int at = key & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        bits[at] |= known;
    }

    void write(DataOutputStream out) throws IOException {
        Map<Integer, Integer> known = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                known.put(keys[i], bits[i]);
            }
        }
        out.writeInt(known.size());
        int last = 0;
        for (var entry : known.entrySet()) {
            out.writeInt(entry.getKey() - last);
            last = entry.getKey();
        }
        for (int value : known.values()) {
            out.writeInt(value);
        }
    }

    static Lexicon read(DataInputStream in) throws IOException {
        int count = in.readInt();
        int size = Integer.highestOneBit(Math.max(16, count * 2)) << 1;
        var lexicon = new Lexicon(new int[size], new int[size]);
        int[] known = new int[count];
        int last = 0;
        for (int i = 0; i < count; i++) {
            last += in.readInt();
            known[i] = last;
        }
        for (int key : known) {
            lexicon.put(key, in.readInt());
        }
        return lexicon;
    }
}
