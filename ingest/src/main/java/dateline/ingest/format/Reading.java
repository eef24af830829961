package dateline.ingest.format;

import java.util.List;
import wire.WireItem;

/** What came of reading one raw item: news, nothing of note, or a defect worth keeping. */
public sealed interface Reading {

    /**
     * News, and beside it what could not be read of the same document.
     *
     * @param items what the wire said, in the document's order
     * @param defects the document's items that could not be read, one each; empty for a sound document
     */
    record Read(List<WireItem> items, List<Rejected> defects) implements Reading {
        public Read {
            items = List.copyOf(items);
            defects = List.copyOf(defects);
        }

        public Read(List<WireItem> items) {
            this(items, List.of());
        }
    }

    /** @param why why there is nothing of note in it: a feed without entries, a list of concepts … */
    record Skipped(String why) implements Reading {}

    /** @param detail what is wrong, as a sentence that helps a person to mend it */
    record Rejected(Defect defect, String detail) implements Reading {}

    /** What can be wrong with copy. */
    enum Defect {
        /** it breaks the rules of its own format beyond repair */
        MALFORMED,
        /** nothing in it tells one item from another */
        NO_IDENTIFIER,
        /** it has neither headline nor body */
        NO_CONTENT,
        /** no installed format recognises it */
        UNKNOWN_FORMAT,
        /** its bytes cannot be had at all: no such file, no permission */
        UNREADABLE,
        /** it is larger, deeper or more than we are willing to read */
        TOO_LARGE
    }
}
