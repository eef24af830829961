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
        if (isNamedKill(asker) || isNamedKill(other)) {
            Kin kill = isNamedKill(asker) ? asker : other;
            Kin story = isNamedKill(asker) ? other : asker;
            return Relative.newBuilder()
                    .setId(other.getId())
                    .setProvider(other.getProvider())
                    .setFiled(other.getFiled())
                    .setLanded(other.getLanded())
                    .setRelation(isMeant(story, kill) ? Relation.COPY : Relation.NONE)
                    .setKilled(other.getKilled())
                    .setKillReason(other.getKillReason())
                    .build();
        }
        return Likeness.between(asker, other);
    }

    /** Whether one was filed before the other. */
    public static boolean isEarlier(Kin one, Kin other) {
        return Filing.of(one).isBefore(Filing.of(other));
    }

    /** A kill that knows its story only by name looks like nothing itself. */
    private static boolean isNamedKill(Kin kin) {
        return kin.getKilled() != null && kin.getSketch().getWords() == 0;
    }

    private static boolean isMeant(Kin story, Kin kill) {
        Instant killed = killed(kill);
        return story.getProvider().equalsIgnoreCase(kill.getProvider())
                && !story.getFiled().isAfter(killed)
                && story.getFiled().isAfter(killed.minus(NAMED_WITHIN))
                && !isNamedKill(story);
    }

    private static Instant killed(Kin kill) {
        @Nullable Instant killed = kill.getKilled();
        return killed == null ? kill.getFiled() : killed;
    }
}
