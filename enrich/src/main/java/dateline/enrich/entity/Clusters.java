package dateline.enrich.entity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Groups of words that are used alike, by the hash of the word in lower case. */
public final class Clusters {
    private final int[] keys;
    private final short[] groups;
    private final int mask;

    /** @param known the group of each key, 1 and above */
    public Clusters(Map<Integer, Integer> known) {
        int size = Integer.highestOneBit(Math.max(16, known.size() * 2)) << 1;
        keys = new int[size];
        groups = new short[size];
        mask = size - 1;
        known.forEach((key, group) -> {
            int at = key & mask;
            while (keys[at] != 0) {
                at = (at + 1) & mask;
            }
            keys[at] = key;
            groups[at] = (short) (int) group;
        });
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
        Map<Integer, Integer> known = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            known.put(in.readInt(), (int) in.readShort() & 0xffff);
        }
        return new Clusters(known);
    }
}
