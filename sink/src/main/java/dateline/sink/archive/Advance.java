package dateline.sink.archive;

/**
 * How far a batch takes the archive on a partition.
 *
 * @param from the offset at which the batch believes the archive to be
 * @param next the offset of the next record to be archived after it
 */
public record Advance(long from, long next) {
    public Advance {
        if (from < 0 || next < from) {
            throw new IllegalArgumentException("an advance from " + from + " to " + next + " goes nowhere");
        }
    }
}
