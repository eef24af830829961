package dateline.enrich.kin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wire.Kin;
import wire.Relation;
import wire.Relative;

/** How two items that share a mark stand to each other: by their texts, or because one is a kill that names the other. */
public final class Kinship {
    /** Slugs are used again: a kill by name means what was filed not longer before it than this. */
    private static final Duration NAMED_WITHIN = Duration.ofDays(1);

    private Kinship() {}

    /** What {@code other} is to {@code asker}. */
    public static Relative between(Kin asker, Kin other) {
        if (asker.getByName() || other.getByName()) {
            Kin kill = asker.getByName() ? asker : other;
            Kin story = asker.getByName() ? other : asker;
            return Likeness.relative(other)
                    .setRelation(isMeant(story, kill) ? Relation.COPY : Relation.NONE)
                    .build();
        }
        return Likeness.between(asker, other);
    }

    /** Whether one was filed before the other. */
    public static boolean isEarlier(Kin one, Kin other) {
        return Filing.of(one).isBefore(Filing.of(other));
    }

    private static boolean isMeant(Kin story, Kin kill) {
        Instant killed = killed(kill);
        return story.getProvider().equalsIgnoreCase(kill.getProvider())
                && !story.getFiled().isAfter(killed)
                && story.getFiled().isAfter(killed.minus(NAMED_WITHIN))
                && !story.getByName();
    }

    private static Instant killed(Kin kill) {
        @Nullable Instant killed = kill.getKilled();
        return killed == null ? kill.getFiled() : killed;
    }
}
