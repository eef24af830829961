package dateline.enrich.kin;

import java.nio.ByteBuffer;
import wire.Sketch;

/**
 * What two sketches have in common, as far as both reach: a sketch that is full says nothing of hashes above its greatest.
 *
 * @param inShorter how many runs of the shorter text were looked at
 * @param inLonger how many of the longer
 * @param common how many of them both have
 * @param agreeing in how many places both give the same fact
 * @param differing in how many places they give another
 */
record Overlap(int inShorter, int inLonger, int common, int agreeing, int differing) {

    static Overlap of(Sketch a, Sketch b) {
        return a.getWords() <= b.getWords() ? ofShorterFirst(a, b) : ofShorterFirst(b, a);
    }

    private static Overlap ofShorterFirst(Sketch shorter, Sketch longer) {
        ByteBuffer runs = shorter.getRuns();
        ByteBuffer others = longer.getRuns();
        long reach = Math.min(
                reach(runs, Integer.BYTES, Sketches.MOST_RUNS), reach(others, Integer.BYTES, Sketches.MOST_RUNS));
        int i = 0;
        int j = 0;
        int inShorter = 0;
        int inLonger = 0;
        int common = 0;
        while (true) {
            long run = at(runs, i, Integer.BYTES);
            long other = at(others, j, Integer.BYTES);
            if (Math.min(run, other) > reach || Math.min(run, other) == END) {
                break;
            }
            if (run <= other) {
                inShorter++;
                i++;
            }
            if (other <= run) {
                inLonger++;
                j++;
            }
            common += run == other ? 1 : 0;
        }
        ByteBuffer facts = shorter.getFacts();
        ByteBuffer otherFacts = longer.getFacts();
        int agreeing = 0;
        int differing = 0;
        i = 0;
        j = 0;
        while (true) {
            long place = at(facts, i, Sketches.FACT_BYTES);
            long other = at(otherFacts, j, Sketches.FACT_BYTES);
            if (place == END || other == END) {
                break;
            }
            if (place == other) {
                boolean same = said(facts, i) == said(otherFacts, j);
                agreeing += same ? 1 : 0;
                differing += same ? 0 : 1;
            }
            i += place <= other ? 1 : 0;
            j += other <= place ? 1 : 0;
        }
        return new Overlap(inShorter, inLonger, common, agreeing, differing);
    }

    /** How much of the shorter text is in the longer, 0 to 1. */
    double ofShorter() {
        return inShorter == 0 ? 0 : Math.min(1, (double) common / inShorter);
    }

    /** How much of the longer text is in the shorter, 0 to 1. */
    double ofLonger() {
        return inLonger == 0 ? 0 : Math.min(1, (double) common / inLonger);
    }

    /** In how many of the places they share they give the same fact, 0 to 1; 1 if they share none. */
    double agreement() {
        int places = agreeing + differing;
        return places == 0 ? 1 : (double) agreeing / places;
    }

    private static final long END = Long.MAX_VALUE;

    private static long reach(ByteBuffer hashes, int width, int most) {
        int count = hashes.remaining() / width;
        return count < most ? END - 1 : at(hashes, count - 1, width);
    }

    private static long at(ByteBuffer hashes, int index, int width) {
        int at = hashes.position() + index * width;
        return at + width > hashes.limit() ? END : Integer.toUnsignedLong(hashes.getInt(at));
    }

    private static short said(ByteBuffer facts, int index) {
        return facts.getShort(facts.position() + index * Sketches.FACT_BYTES + Integer.BYTES);
    }
}
