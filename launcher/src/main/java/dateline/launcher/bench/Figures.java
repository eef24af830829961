package dateline.launcher.bench;

import java.time.Duration;
import java.util.Arrays;

/** Times that were measured, milliseconds, and what they come to. */
public final class Figures {
    private long[] millis = new long[1024];
    private int count;

    public void add(long time) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = time;
    }

    public int count() {
        return count;
    }

    /** The time that this share of them is at or below (nearest rank); 0 where nothing was measured. */
    public long percentile(double share) {
        long[] sorted = Arrays.copyOf(millis, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }

    /** So many in this time, a second. */
    public static double rate(long many, Duration time) {
        return many * 1e9 / time.toNanos();
    }
}
