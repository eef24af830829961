package dateline.enrich.version;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Standing;

/**
 * What came of a new version, or of time going by.
 *
 * @param standing what is to be remembered of the item from now on
 * @param shown what the outside is to see; null if it sees nothing new
 * @param wake when to look at the item again; null if only a new version can change it
 */
public record Turn(
        Standing standing,
        @Nullable Article shown,
        @Nullable Instant wake) {}
