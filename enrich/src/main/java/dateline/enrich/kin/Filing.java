package dateline.enrich.kin;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import wire.Kin;
import wire.Relative;

/**
 * When an item was filed. The earlier filed comes first; of the same time the one that landed first, and then ids decide, so
 * that no two are alike.
 *
 * @param filed the provider's time
 * @param landed when its raw item reached us
 * @param id the item's id
 */
record Filing(Instant filed, Instant landed, String id) implements Comparable<Filing> {
    private static final Comparator<Filing> ORDER =
            comparing(Filing::filed).thenComparing(Filing::landed).thenComparing(Filing::id);

    static Filing of(Kin kin) {
        return new Filing(kin.getFiled(), kin.getLanded(), kin.getId());
    }

    static Filing of(Relative relative) {
        return new Filing(relative.getFiled(), relative.getLanded(), relative.getId());
    }

    /** As bonds remember it; null where they know of none. */
    static @Nullable Filing of(@Nullable Instant filed, @Nullable Instant landed, @Nullable String id) {
        return filed == null || landed == null || id == null ? null : new Filing(filed, landed, id);
    }

    boolean isBefore(Filing other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Filing other) {
        return ORDER.compare(this, other);
    }
}
