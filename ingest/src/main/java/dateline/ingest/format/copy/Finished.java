package dateline.ingest.format.copy;

import dateline.ingest.format.Reading.Rejected;
import wire.WireItem;

/** What came of a draft: an item, or why there is none. */
sealed interface Finished {
    record Item(WireItem item) implements Finished {}

    record Unusable(Rejected why) implements Finished {}
}
