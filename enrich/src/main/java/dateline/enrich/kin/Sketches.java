package dateline.enrich.kin;

import java.nio.ByteBuffer;
import java.util.Arrays;
import wire.Sketch;

/**
 * Draws sketches. Of all runs of words the smallest hashes are kept, a sample that is the same wherever the same run
 * stands. Of the facts the sketch keeps what stands where: the hash of the words before it, themselves without their facts,
 * and a hash of what it says. Two stories of one template have the same places with other facts in them. The last bit of
 * each hash says whether it is of the lead.
 */
final class Sketches {
    private static final int RUN = 4;
    static final int MOST_RUNS = 96;

    /** The lead is so many words, or of a long text such a part. */
    private static final int LEAST_LEAD = 48;

    private static final int LEADS = 5;
    private static final int BEFORE = 3;
    static final int MOST_FACTS = 64;
    static final int FACT_BYTES = Integer.BYTES + Short.BYTES;
    private static final int FACT = Hashes.mix(7);
    private static final int ODD = 0x01000193;

    private Sketches() {}

    static Sketch of(Wording wording) {
        return Sketch.newBuilder()
                .setRuns(runs(wording))
                .setFacts(facts(wording))
                .setWords(wording.count())
                .build();
    }

    private static ByteBuffer runs(Wording wording) {
        int count = wording.count();
        if (count == 0) {
            return ByteBuffer.allocate(0);
        }
        int lead = lead(wording);
        int[] hashes = new int[Math.max(1, count - RUN + 1)];
        for (int i = 0; i < hashes.length; i++) {
            int hash = RUN;
            for (int j = i; j < Math.min(i + RUN, count); j++) {
                hash = hash * ODD + wording.word(j);
            }
            hashes[i] = flagged(Hashes.mix(hash), i < lead) ^ Integer.MIN_VALUE;
        }
        Arrays.sort(hashes);
        int kept = 0;
        for (int i = 0; i < hashes.length && kept < MOST_RUNS; i++) {
            if (kept == 0 || (hashes[i] ^ hashes[kept - 1]) >>> 1 != 0) {
                hashes[kept++] = hashes[i];
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(kept * Integer.BYTES);
        for (int i = 0; i < kept; i++) {
            bytes.putInt(hashes[i] ^ Integer.MIN_VALUE);
        }
        return bytes.flip();
    }

    private static ByteBuffer facts(Wording wording) {
        long[] facts = new long[64];
        int count = 0;
        int[] before = new int[BEFORE];
        int lead = lead(wording);
        int i = 0;
        while (i < wording.count()) {
            if (!wording.isFact(i)) {
                push(before, wording.word(i++));
                continue;
            }
            boolean inLead = i < lead;
            int value = 0;
            // Added up, for some write 5 June and others June 5.
            do {
                value += wording.word(i++);
            } while (i < wording.count() && wording.isFact(i) && !wording.opens(i));
            int place = FACT;
            for (int word : before) {
                place = place * ODD + word;
            }
            if (count == facts.length) {
                facts = Arrays.copyOf(facts, count * 2);
            }
            // With nothing before, it stands where every text begins.
            if (before[BEFORE - 1] != 0) {
                facts[count++] = (long) (flagged(Hashes.mix(place), inLead) ^ Integer.MIN_VALUE) << 32
                        | Hashes.mix(value) >>> 16;
            }
            push(before, FACT);
        }
        Arrays.sort(facts, 0, count);
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(count, MOST_FACTS) * FACT_BYTES);
        for (int f = 0; f < count && bytes.hasRemaining(); f++) {
            // What stands in two places that look the same could be taken for the other's.
            boolean unique = (f == 0 || isElsewhere(facts[f], facts[f - 1]))
                    && (f + 1 == count || isElsewhere(facts[f], facts[f + 1]));
            if (unique) {
                bytes.putInt((int) (facts[f] >> 32) ^ Integer.MIN_VALUE).putShort((short) facts[f]);
            }
        }
        return bytes.flip();
    }

    private static boolean isElsewhere(long fact, long other) {
        return (fact ^ other) >>> 33 != 0;
    }

    private static int lead(Wording wording) {
        return Math.max(LEAST_LEAD, wording.count() / LEADS);
    }

    /** A hash whose last bit says that what it stands for is not in the lead. */
    private static int flagged(int hash, boolean inLead) {
        return inLead ? hash & ~1 : hash | 1;
    }

    private static void push(int[] before, int word) {
        System.arraycopy(before, 1, before, 0, BEFORE - 1);
        before[BEFORE - 1] = word;
    }
}
