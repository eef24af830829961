package dateline.sink.archive;

/** Another consumer has archived from this partition in the meantime: nothing of the batch was written. */
public final class FencedException extends Exception {
    private static final long serialVersionUID = 1L;

    FencedException(Partition partition, Advance advance) {
        super("the archive is no longer at offset " + advance.from() + " of " + partition
                + ": another consumer has taken it over");
    }
}
