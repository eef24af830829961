package dateline.ingest.format.copy;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import java.util.ArrayList;
import java.util.List;
import wire.WireItem;

/** What a document yields, item by item: one bad item never spoils the rest. */
public final class Harvest {
    /** The most items taken from one document. */
    private static final int MOST = 20_000;

    private final List<WireItem> items = new ArrayList<>();
    private final List<Rejected> defects = new ArrayList<>();
    private boolean overflown;

    public void add(Draft draft) {
        if (items.size() >= MOST) {
            if (!overflown) {
                defects.add(new Rejected(Defect.TOO_LARGE, "more than %d items in one document".formatted(MOST)));
                overflown = true;
            }
            return;
        }
        switch (draft.finish()) {
            case Finished.Item(WireItem item) -> items.add(item);
            case Finished.Unusable(Rejected why) -> defects.add(why);
        }
    }

    public void defect(Defect defect, String detail) {
        defects.add(new Rejected(defect, detail));
    }

    /** @param whenEmpty why a document may be without items */
    public Reading reading(String whenEmpty) {
        if (!items.isEmpty()) {
            return new Read(items, defects);
        }
        return switch (defects.size()) {
            case 0 -> new Skipped(whenEmpty);
            case 1 -> defects.getFirst();
            default ->
                new Rejected(
                        defects.getFirst().defect(),
                        "%s; and %d more items like it"
                                .formatted(defects.getFirst().detail(), defects.size() - 1));
        };
    }
}
