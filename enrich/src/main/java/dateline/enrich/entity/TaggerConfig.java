package dateline.enrich.entity;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which tagger finds names.
 *
 * @param kind its name, "linear" unless given
 * @param folder what it reads its model from; null where it has one of its own
 */
@SuppressWarnings("NullAway") // Jackson hands in null for what the configuration leaves out, and so do we
public record TaggerConfig(String kind, @Nullable Path folder) {
    /** The one that ships. */
    public static final TaggerConfig DEFAULT = new TaggerConfig(null, null);

    public TaggerConfig {
        kind = requireNonNullElse(kind, Taggers.LINEAR);
    }
}
