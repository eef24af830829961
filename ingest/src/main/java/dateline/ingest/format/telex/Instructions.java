package dateline.ingest.format.telex;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Embargoes;
import dateline.ingest.format.copy.Kills;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import wire.Status;

/** Orders to editors that stand in the copy itself: kills and embargoes. */
final class Instructions {
    private Instructions() {}

    static void read(String line, Draft draft, @Nullable Instant filed, @Nullable ZoneId zone) {
        if (Kills.ordered(line)) {
            draft.status(Status.CANCELED).note("a kill by a line to editors");
        }
        switch (Embargoes.read(line, filed, zone)) {
            case Embargoes.Word.None none -> {
                // most lines
            }
            case Embargoes.Word.Until(Instant until) -> draft.embargo(until);
            case Embargoes.Word.Unreadable unreadable -> draft.embargoUnread();
        }
    }
}
