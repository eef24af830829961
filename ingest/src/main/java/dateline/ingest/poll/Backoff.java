package dateline.ingest.poll;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long a feed is left alone.
 *
 * @param chance a number from 0 to 1 each time, so that feeds that failed together are not asked again together
 */
record Backoff(DoubleSupplier chance) {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** After success: about as long as configured, within five per cent. */
    Duration usually(Duration every) {
        return scaled(every, 0.95 + 0.1 * chance.getAsDouble());
    }

    /**
     * After failures: about 30 seconds at first, or less if the feed is asked more often, then twice as long each time,
     * up to an hour, or more if the feed is asked less often; somewhere between half of that and all of it.
     *
     * @param failures how often it failed in a row, at least 1
     */
    Duration after(int failures, Duration every) {
        Duration first = every.compareTo(FIRST) < 0 ? every : FIRST;
        Duration longest = every.compareTo(LONGEST) > 0 ? every : LONGEST;
        Duration whole = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return scaled(whole.compareTo(longest) > 0 ? longest : whole, 0.5 + 0.5 * chance.getAsDouble());
    }

    private static Duration scaled(Duration duration, double by) {
        return Duration.ofMillis(Math.round(duration.toMillis() * by));
    }
}
