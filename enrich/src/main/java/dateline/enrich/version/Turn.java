package dateline.enrich.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wire.Event;
import wire.Standing;
import wire.Status;

/**
 * What came of a new version, of a kill, or of time going by.
 *
 * @param standing what is to be remembered of the item from now on
 * @param showing what the outside is to see now
 * @param wake when to look at the item again; null if only a new version or a kill can change it
 */
public record Turn(
        Standing standing, Showing showing, @Nullable Instant wake) {

    /** What the outside is to see. */
    public sealed interface Showing {
        /** Nothing new. */
        record Nothing() implements Showing {}

        /** The copy of the version that stands, as this event. */
        record Copy(Event event) implements Showing {}

        /**
         * That the item is off, for good (CANCELED) or for now (WITHHELD).
         *
         * @param reason why, for people
         */
        record Off(Status status, String reason) implements Showing {}
    }
}
