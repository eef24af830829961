package dateline.launcher.replay;

import java.util.function.LongPredicate;

/** Finds where on a log a time begins, without reading it all. */
public final class Boundary {
    private Boundary() {}

    /**
     * The first offset from which on it holds.
     *
     * @param begin the first offset there is
     * @param end the offset after the last; the answer if it holds nowhere
     * @param reached whether it holds at an offset; once it does, it does for all that follow
     */
    public static long first(long begin, long end, LongPredicate reached) {
        long low = begin;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
