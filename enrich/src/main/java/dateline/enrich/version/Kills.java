package dateline.enrich.version;

import java.util.List;
import wire.Status;
import wire.WireItem;

/** What an item does to others: a kill often comes as an item of its own that names the one to be killed. */
public final class Kills {
    /** More than any desk would kill at once; a longer list is noise or malice. */
    private static final int MOST = 1000;

    private Kills() {}

    /** For each other item that this one kills, a cancel of it that names no version. */
    public static List<WireItem> ofOthers(WireItem item) {
        if (item.getStatus() == Status.WITHHELD) {
            return List.of();
        }
        return item.getCancels().stream()
                .filter(id -> !id.isBlank() && !id.equals(item.getId()))
                .distinct()
                .limit(MOST)
                .map(id -> WireItem.newBuilder()
                        .setId(id)
                        .setProvider(item.getProvider())
                        .setFeed(item.getFeed())
                        .setFormat(item.getFormat())
                        .setVersionCreated(item.getVersionCreated())
                        .setStatus(Status.CANCELED)
                        .setBackfill(item.getBackfill())
                        .setLanded(item.getLanded())
                        .setRead(item.getRead())
                        .build())
                .toList();
    }
}
