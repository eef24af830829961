package dateline.enrich;

/**
 * How enrichment runs.
 *
 * @param threads how many stream threads this process runs; 1 to 64
 */
public record EnrichConfig(int threads) {
    /** A thread for each two processors. */
    public static final EnrichConfig DEFAULT =
            new EnrichConfig(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private static final int MOST_THREADS = 64;

    public EnrichConfig {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "enrich.threads is %d: give a number from 1 to %d".formatted(threads, MOST_THREADS));
        }
    }
}
