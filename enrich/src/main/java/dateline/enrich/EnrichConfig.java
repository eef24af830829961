package dateline.enrich;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * How enrichment runs.
 *
 * @param threads how many stream threads this process runs; 1 to 64; a thread for each two processors unless given
 * @param window for how long copies of a story are looked for after it landed, and a copy is kept at hand to be shown again;
 *     a week unless given
 * @param killRetention how long the topics keep the word that an item was killed before they forget it; 30 days unless given
 */
@SuppressWarnings("NullAway") // Jackson hands in null for what the configuration leaves out, and so do we
public record EnrichConfig(
        Integer threads,
        Duration window,
        @JsonProperty("kill.retention") Duration killRetention) {
    private static final int MOST_THREADS = 64;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    /** What holds unless something else is given. */
    public static final EnrichConfig DEFAULT = new EnrichConfig(null, null, null);

    public EnrichConfig {
        threads = requireNonNullElse(threads, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        window = requireNonNullElse(window, WEEK);
        killRetention = requireNonNullElse(killRetention, MONTH);
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "enrich.threads is %d: give a number from 1 to %d".formatted(threads, MOST_THREADS));
        }
        positive("window", window);
        positive("kill.retention", killRetention);
    }

    private static void positive(String key, Duration given) {
        if (given.isNegative() || given.isZero()) {
            throw new IllegalArgumentException("enrich.%s is %s: give a time such as 7d".formatted(key, given));
        }
    }
}
