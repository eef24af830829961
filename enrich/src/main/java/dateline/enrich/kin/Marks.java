package dateline.enrich.kin;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks under which a text's copies find each other: for several ways to draw lots, the run of words of its beginning
 * that draws the lowest. A copy has most of the same runs, and so most likely one of the same lots. Some lots are drawn
 * among the first words only, which a copy cut short still has, and some among more, which matter where a copy has words
 * of its own before.
 */
final class Marks {
    private static final int RUN = 5;
    private static final int[] REACH = {16, 32, 48, 64, 64, 96, 128, 160};

    private Marks() {}

    static List<Long> of(Wording wording) {
        List<Long> marks = new ArrayList<>(REACH.length);
        if (wording.count() == 0) {
            return marks;
        }
        int runs = Math.max(1, Math.min(wording.count(), REACH[REACH.length - 1]) - RUN + 1);
        long[] hashes = new long[runs];
        for (int i = 0; i < runs; i++) {
            long hash = RUN;
            for (int j = i; j < Math.min(i + RUN, wording.count()); j++) {
                hash = hash * 0x100000001b3L + wording.word(j);
            }
            hashes[i] = hash;
        }
        for (int lot = 0; lot < REACH.length; lot++) {
            long lowest = Long.MAX_VALUE;
            for (int i = 0; i < Math.min(runs, REACH[lot]); i++) {
                lowest = Math.min(lowest, Hashes.mix(hashes[i] + lot));
            }
            marks.add(lowest);
        }
        return marks;
    }
}
