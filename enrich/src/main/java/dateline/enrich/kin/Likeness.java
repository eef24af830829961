package dateline.enrich.kin;

import java.time.Duration;
import wire.Kin;
import wire.Relation;
import wire.Relative;

/** How one item stands to another, told from their sketches. The same for both, whichever asks. */
public final class Likeness {
    /** What is filed later than this under the same slug is most likely the next day's story. */
    private static final Duration A_SHIFT = Duration.ofHours(12);

    /** Fewer runs than these may be a phrase that anybody uses. */
    private static final int MORE_THAN_A_PHRASE = 4;

    /** So many runs are more than what a site puts in place of a story: log in to read on. */
    private static final int MORE_THAN_A_NOTICE = 16;

    /** So many runs are not alike by chance, whatever else the texts say. */
    private static final int SEVERAL_SENTENCES = 24;

    /** So much of a text is most of it. */
    private static final double MOST = 0.7;

    private Likeness() {}

    /** The relative that {@code other} is to {@code asker}. */
    public static Relative between(Kin asker, Kin other) {
        Overlap overlap = Overlap.of(asker.getSketch(), other.getSketch());
        boolean askerFirst = Filing.of(asker).isBefore(Filing.of(other));
        return relative(other)
                .setRelation(relation(askerFirst ? asker : other, askerFirst ? other : asker, overlap))
                .setSimilarity(overlap.shorter().contained())
                .build();
    }

    /** What is told of it, but for what it is to the one that is told. */
    static Relative.Builder relative(Kin other) {
        return Relative.newBuilder()
                .setId(other.getId())
                .setProvider(other.getProvider())
                .setFeed(other.getFeed())
                .setFiled(other.getFiled())
                .setLanded(other.getLanded())
                .setKilled(other.getKilled())
                .setKillReason(other.getKillReason());
    }

    private static Relation relation(Kin earlier, Kin later, Overlap overlap) {
        boolean sameHeadline = same(earlier.getHeadline(), later.getHeadline());
        if (!tellsTheSame(overlap) || !(sameHeadline || isStory(overlap))) {
            return Relation.NONE;
        }
        if (!earlier.getProvider().equalsIgnoreCase(later.getProvider())) {
            return isCopy(overlap) ? Relation.COPY : Relation.NONE;
        }
        boolean sameName = sameHeadline || same(earlier.getSlug(), later.getSlug());
        Duration after = Duration.between(earlier.getFiled(), later.getFiled());
        if (later.getUpdate() && sameName && isRevised(overlap, after)) {
            return Relation.UPDATE;
        }
        if (!isIdentical(overlap)) {
            return Relation.NONE;
        }
        return sameHeadline ? Relation.UPDATE : Relation.COPY;
    }

    private static boolean same(long stem, long other) {
        return stem != 0 && stem == other;
    }

    /** One other name or number may come of a correction, or of a sentence left out; the lead of the next day has several. */
    private static boolean tellsTheSame(Overlap overlap) {
        Overlap.Places places = overlap.places();
        return overlap.shorter().common() >= MORE_THAN_A_PHRASE
                && places.agreement() >= 0.75
                && (places.leadDiffering() <= 1 || places.leadAgreement() >= 0.8);
    }

    /** What is put in place of a story gives no facts, and is short. */
    private static boolean isStory(Overlap overlap) {
        return overlap.places().agreeing() > 0 || overlap.shorter().common() >= MORE_THAN_A_NOTICE;
    }

    /** Most of the shorter text is in the longer; or its lead and some of the rest, the remainder being others' words. */
    private static boolean isCopy(Overlap overlap) {
        double contained = overlap.shorter().contained();
        double lead =
                Math.max(overlap.shorter().leadContained(), overlap.longer().leadContained());
        boolean muchInCommon =
                overlap.places().agreeing() >= 2 || overlap.shorter().common() >= SEVERAL_SENTENCES;
        return contained >= MOST || (contained >= 0.25 && lead >= 0.45 && muchInCommon);
    }

    /** New takes of a story follow each other by the hour, and may have another lead. The next day's are the same but for additions. */
    private static boolean isRevised(Overlap overlap, Duration after) {
        return after.compareTo(A_SHIFT) <= 0
                ? overlap.shorter().contained() >= 0.4
                : overlap.shorter().contained() >= MOST && overlap.places().leadDiffering() == 0;
    }

    private static boolean isIdentical(Overlap overlap) {
        return overlap.shorter().contained() >= 0.95
                && overlap.longer().contained() >= 0.95
                && overlap.places().agreement() >= 0.95
                && overlap.places().leadDiffering() == 0;
    }
}
