package dateline.enrich.kin;

import java.nio.ByteBuffer;
import java.util.Arrays;
import wire.Sketch;

/**
 * Draws sketches. Of all runs of words the smallest hashes are kept, a sample that is the same wherever the same run
 * stands. Of the facts the sketch keeps what stands where: the hash of the words before it, themselves without their facts,
 * and a hash of what it says. Two stories of one template have the same places with other facts in them.
 */
final class Sketches {
    private static final int RUN = 4;
    static final int MOST_RUNS = 96;
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
        int[] hashes = new int[Math.max(1, count - RUN + 1)];
        for (int i = 0; i < hashes.length; i++) {
            int hash = RUN;
            for (int j = i; j < Math.min(i + RUN, count); j++) {
                hash = hash * ODD + wording.word(j);
            }
            hashes[i] = Hashes.mix(hash) ^ Integer.MIN_VALUE;
        }
        Arrays.sort(hashes);
        int kept = 0;
        for (int i = 0; i < hashes.length && kept < MOST_RUNS; i++) {
            if (kept == 0 || hashes[i] != hashes[kept - 1]) {
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
        int i = 0;
        while (i < wording.count()) {
            if (!wording.isFact(i)) {
                push(before, wording.word(i++));
                continue;
            }
            int value = 0;
            // Added up, for some write 5 June and others June 5.
            while (i < wording.count() && wording.isFact(i)) {
                value += wording.word(i++);
            }
            if (count == facts.length) {
                facts = Arrays.copyOf(facts, count * 2);
            }
            int place = FACT;
            for (int word : before) {
                place = place * ODD + word;
            }
            // In the order of the places, and for one place in the order of the text.
            facts[count] = (long) (Hashes.mix(place) ^ Integer.MIN_VALUE) << 32
                    | (long) count << 16
                    | Hashes.mix(value) >>> 16;
            count++;
            push(before, FACT);
        }
        Arrays.sort(facts, 0, count);
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(count, MOST_FACTS) * FACT_BYTES);
        for (int f = 0; f < count && bytes.hasRemaining(); f++) {
            int place = (int) (facts[f] >> 32);
            if (f == 0 || place != (int) (facts[f - 1] >> 32)) {
                bytes.putInt(place ^ Integer.MIN_VALUE).putShort((short) facts[f]);
            }
        }
        return bytes.flip();
    }

    private static void push(int[] before, int word) {
        System.arraycopy(before, 1, before, 0, BEFORE - 1);
        before[BEFORE - 1] = word;
    }
}
