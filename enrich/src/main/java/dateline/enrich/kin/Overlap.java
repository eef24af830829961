package dateline.enrich.kin;

import java.nio.ByteBuffer;
import wire.Sketch;

/**
 * What two sketches have in common, as far as both reach: a full sketch says nothing of hashes above its greatest.
 *
 * @param shorter how much of the shorter text is in the longer
 * @param longer how much of the longer text is in the shorter
 * @param places where they give facts
 */
record Overlap(Part shorter, Part longer, Places places) {
    private static final long END = Long.MAX_VALUE;

    /**
     * How much of one text is in the other.
     *
     * @param runs how many of its runs were looked at
     * @param common how many of them the other has
     * @param lead how many of those looked at stand in its lead
     * @param commonLead how many of those the other has
     */
    record Part(int runs, int common, int lead, int commonLead) {
        /** From 0 to 1. */
        double contained() {
            return runs == 0 ? 0 : (double) common / runs;
        }

        /** From 0 to 1. */
        double leadContained() {
            return lead == 0 ? 0 : (double) commonLead / lead;
        }
    }

    /**
     * Where both texts give a fact after the same words.
     *
     * @param agreeing in how many such places they give the same
     * @param differing in how many they give another
     * @param leadAgreeing how many of the agreeing stand in either's lead
     * @param leadDiffering how many of the differing stand in either's lead
     */
    record Places(int agreeing, int differing, int leadAgreeing, int leadDiffering) {
        /** From 0 to 1; 1 if there are no such places. */
        double agreement() {
            return agreeing + differing == 0 ? 1 : (double) agreeing / (agreeing + differing);
        }

        double leadAgreement() {
            return leadAgreeing + leadDiffering == 0 ? 1 : (double) leadAgreeing / (leadAgreeing + leadDiffering);
        }
    }

    static Overlap of(Sketch a, Sketch b) {
        int order = Integer.compare(a.getWords(), b.getWords());
        // Of two equally long ones either, but the same whichever is asked first.
        boolean inOrder = order < 0 || (order == 0 && a.getRuns().compareTo(b.getRuns()) <= 0);
        Places places = places(a.getFacts(), b.getFacts());
        return inOrder ? ofRuns(a.getRuns(), b.getRuns(), places) : ofRuns(b.getRuns(), a.getRuns(), places);
    }

    private static Overlap ofRuns(ByteBuffer shorter, ByteBuffer longer, Places places) {
        long reach = Math.min(reach(shorter), reach(longer));
        int i = 0;
        int j = 0;
        int common = 0;
        int shortLead = 0;
        int commonShortLead = 0;
        int longLead = 0;
        int commonLongLead = 0;
        while (true) {
            long run = hash(shorter, i, Integer.BYTES);
            long other = hash(longer, j, Integer.BYTES);
            if (Math.min(run, other) > reach) {
                break;
            }
            int both = run == other ? 1 : 0;
            common += both;
            if (run <= other) {
                int lead = isLead(shorter, i++, Integer.BYTES);
                shortLead += lead;
                commonShortLead += lead & both;
            }
            if (other <= run) {
                int lead = isLead(longer, j++, Integer.BYTES);
                longLead += lead;
                commonLongLead += lead & both;
            }
        }
        return new Overlap(
                new Part(i, common, shortLead, commonShortLead), new Part(j, common, longLead, commonLongLead), places);
    }

    private static Places places(ByteBuffer a, ByteBuffer b) {
        int i = 0;
        int j = 0;
        int agreeing = 0;
        int differing = 0;
        int leadAgreeing = 0;
        int leadDiffering = 0;
        while (true) {
            long place = hash(a, i, Sketches.FACT_BYTES);
            long other = hash(b, j, Sketches.FACT_BYTES);
            if (place == END || other == END) {
                return new Places(agreeing, differing, leadAgreeing, leadDiffering);
            }
            if (place == other) {
                int same = said(a, i) == said(b, j) ? 1 : 0;
                int lead = isLead(a, i, Sketches.FACT_BYTES) | isLead(b, j, Sketches.FACT_BYTES);
                agreeing += same;
                differing += 1 - same;
                leadAgreeing += same & lead;
                leadDiffering += (1 - same) & lead;
            }
            i += place <= other ? 1 : 0;
            j += other <= place ? 1 : 0;
        }
    }

    private static long reach(ByteBuffer runs) {
        int count = runs.remaining() / Integer.BYTES;
        return count < Sketches.MOST_RUNS ? END - 1 : hash(runs, count - 1, Integer.BYTES);
    }

    /** A hash without the bit that says whether it stands in the lead; END past the last. */
    private static long hash(ByteBuffer hashes, int index, int width) {
        int at = hashes.position() + index * width;
        return at + width > hashes.limit() ? END : Integer.toUnsignedLong(hashes.getInt(at)) & ~1L;
    }

    private static int isLead(ByteBuffer hashes, int index, int width) {
        return 1 - (hashes.getInt(hashes.position() + index * width) & 1);
    }

    private static short said(ByteBuffer facts, int index) {
        return facts.getShort(facts.position() + index * Sketches.FACT_BYTES + Integer.BYTES);
    }
}
