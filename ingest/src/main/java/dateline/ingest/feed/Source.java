package dateline.ingest.feed;

/** How a feed's copy comes in. */
public sealed interface Source permits Poll, Watch, Push {

    /** A limit in bytes as configured, or the usual one where none is. */
    static int limit(String key, int configured, int usual) {
        if (configured < 0 || configured > Feed.LARGEST_ITEM_BYTES) {
            throw new IllegalArgumentException("%s is %d: give bytes from 1 to %d, which is what is read of a document"
                    .formatted(key, configured, Feed.LARGEST_ITEM_BYTES));
        }
        return configured == 0 ? usual : configured;
    }
}
