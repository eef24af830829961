package dateline.enrich.entity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Groups of words that are used alike, by the hash of the word in lower case. */
public final class Clusters {
    private final int[] keys;
    private final short[] groups;
    private final int mask;

    /** @param known the group of each key, 1 and above */
    public Clusters(Map<Integer, Integer> known) {
        this(known.size());
        known.forEach(this::put);
    }

    private Clusters(int count) {
        int size = Integer.highestOneBit(Math.max(16, count * 2)) << 1;
        keys = new int[size];
        groups = new short[size];
        mask = size - 1;
    }

    /** These without the words whose keys are so. */
    public Clusters without(IntPredicate left) {
        Map<Integer, Integer> kept = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && !left.test(keys[i])) {
                kept.put(keys[i], groups[i] & 0xffff);
            }
        }
        return new Clusters(kept);
    }

    private void put(int key, int group) {
        int at = key & mask;
        while (keys[at] != 0) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        groups[at] = (short) group;
    }

    /** Its group; 0 if it is in none. */
    int of(long hash) {
        int key = Lexicon.key(hash);
        int at = key & mask;
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return groups[at] & 0xffff;
            }
            at = (at + 1) & mask;
        }
        return 0;
    }

    void write(DataOutputStream out) throws IOException {
        Map<Integer, Integer> known = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                known.put(keys[i], groups[i] & 0xffff);
            }
        }
        out.writeInt(known.size());
        for (var entry : known.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeShort(entry.getValue());
        }
    }

    static Clusters read(DataInputStream in) throws IOException {
        int count = in.readInt();
        var clusters = new Clusters(count);
        for (int i = 0; i < count; i++) {
            clusters.put(in.readInt(), in.readUnsignedShort());
        }
        return clusters;
    }
}
