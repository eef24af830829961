package dateline.sink.archive;

/**
 * How far a batch takes the archive on a partition; back, where the topic was made anew.
 *
 * @param from the offset at which the batch believes the archive to be
 * @param next the offset of the next record to be archived after it
 */
public record Advance(long from, long next) {
    public Advance {
        if (from < 0 || next < 0) {
            throw new IllegalArgumentException("no offsets to advance from and to: " + from + ", " + next);
        }
    }
}
