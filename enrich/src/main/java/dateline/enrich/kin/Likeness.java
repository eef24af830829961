package dateline.enrich.kin;

import java.util.Comparator;
import wire.Kin;
import wire.Relation;
import wire.Relative;

/** How one item stands to another, told from their sketches. The same for both, whichever asks. */
public final class Likeness {
    private static final Comparator<Kin> EARLIEST_FIRST =
            Comparator.comparing(Kin::getFiled).thenComparing(Kin::getLanded).thenComparing(Kin::getId);

    private Likeness() {}

    /** The relative that {@code other} is to {@code asker}. */
    public static Relative between(Kin asker, Kin other) {
        Overlap overlap = Overlap.of(asker.getSketch(), other.getSketch());
        boolean askerFirst = EARLIEST_FIRST.compare(asker, other) <= 0;
        Kin earlier = askerFirst ? asker : other;
        Kin later = askerFirst ? other : asker;
        return Relative.newBuilder()
                .setId(other.getId())
                .setProvider(other.getProvider())
                .setFiled(other.getFiled())
                .setLanded(other.getLanded())
                .setRelation(relation(earlier, later, overlap))
                .setSimilarity(overlap.ofShorter())
                .setKilled(other.getKilled())
                .setKillReason(other.getKillReason())
                .build();
    }

    private static Relation relation(Kin earlier, Kin later, Overlap overlap) {
        if (!earlier.getProvider().equalsIgnoreCase(later.getProvider())) {
            return isCopy(overlap) ? Relation.COPY : Relation.NONE;
        }
        boolean sameHeadline = same(earlier.getHeadline(), later.getHeadline());
        boolean sameName = sameHeadline || same(earlier.getSlug(), later.getSlug());
        if (later.getUpdate() && sameName && isRevised(overlap)) {
            return Relation.UPDATE;
        }
        if (!isNearlyIdentical(overlap)) {
            return Relation.NONE;
        }
        return sameHeadline ? Relation.UPDATE : Relation.COPY;
    }

    private static boolean same(long stem, long other) {
        return stem != 0 && stem == other;
    }

    private static boolean isCopy(Overlap overlap) {
        return overlap.ofShorter() >= 0.45 && overlap.agreement() >= 0.75;
    }

    private static boolean isRevised(Overlap overlap) {
        return overlap.ofShorter() >= 0.4 && overlap.agreement() >= 0.65;
    }

    private static boolean isNearlyIdentical(Overlap overlap) {
        return overlap.ofShorter() >= 0.85 && overlap.ofLonger() >= 0.85 && overlap.agreement() >= 0.9;
    }
}
