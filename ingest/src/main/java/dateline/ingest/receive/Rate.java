package dateline.ingest.receive;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets so many through a second, with bursts of a second's worth. */
final class Rate {
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private double left;
    private long last;

    /** @param nanos a clock that never goes back, in nanoseconds from anywhere */
    Rate(double perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = Math.max(1, perSecond);
        this.nanos = nanos;
        this.left = burst;
        this.last = nanos.getAsLong();
    }

    /** Zero if one more may pass now, else how long to wait before one may. */
    synchronized Duration pass() {
        long now = nanos.getAsLong();
        left = Math.min(burst, left + (now - last) / 1e9 * perSecond);
        last = now;
        if (left >= 1) {
            left--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - left) / perSecond * 1e9));
    }
}
