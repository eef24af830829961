package dateline.ingest.format.copy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.WireItem;

/** Where a story stands on the web, cleaned of what only tracks readers, and the other addresses that its copy names. */
final class Addresses {
    private final Set<String> others = new LinkedHashSet<>();
    private final int most;

    private @Nullable String own;

    /** @param most how many others are kept */
    Addresses(int most) {
        this.most = most;
    }

    /** The story's own address; of several the first, and the rest are named beside it. */
    void own(@Nullable String address) {
        if (address != null && !address.isBlank()) {
            String given = address.strip();
            if (own == null) {
                own = Links.withoutTracking(given);
            }
            if (!given.equals(own)) {
                others.add(given);
            }
        }
    }

    @Nullable
    String own() {
        return own;
    }

    void other(@Nullable String address) {
        if (address != null && !address.isBlank() && others.size() < most) {
            others.add(address.strip());
        }
    }

    void into(WireItem.Builder item) {
        others.remove(own);
        item.setLink(own).setLinks(List.copyOf(others));
    }
}
