package dateline.ingest.format.copy;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The priority letters of ANPA 1312, 4.3, which AP uses in its other formats too. */
public final class Priorities {
    /** Flash, bulletin, urgent, rush or regular, deferred, and what is for later: advance, Sunday, weekday and hold. */
    private static final Map<String, Integer> URGENCY =
            Map.of("f", 1, "b", 2, "u", 3, "r", 4, "d", 5, "a", 6, "s", 6, "n", 6, "h", 6);

    private Priorities() {}

    /** The urgency that a letter stands for; null for any other. */
    public static @Nullable Integer urgency(@Nullable String letter) {
        return letter == null ? null : URGENCY.get(letter.strip().toLowerCase(Locale.ROOT));
    }
}
