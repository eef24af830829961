package dateline.launcher.replay;

/** Keeps to so many a second: each batch is waited for until those before it have had their time. */
public final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private final long perSecond;
    private long free;

    /**
     * @param perSecond how many; at least 1
     * @param now the time, nanoseconds
     */
    public Pace(int perSecond, long now) {
        this.perSecond = perSecond;
        free = now;
    }

    /**
     * Takes so many, as of the time when they may be had.
     *
     * @param now the time, nanoseconds
     * @return how long to wait for them, nanoseconds
     */
    public long take(int many, long now) {
        long begin = Math.max(free, now);
        free = begin + many * SECOND / perSecond;
        return begin - now;
    }
}
