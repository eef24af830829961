package dateline.enrich.version;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Event;
import wire.Shown;
import wire.Standing;
import wire.Status;
import wire.Version;

/**
 * An item's life from version to version.
 *
 * <p>What the outside may see depends on the version that stands, on the kills and on the time, and on nothing else: an
 * older version that comes late changes nothing, nor does the same one again. A standing version that is embargoed or
 * withheld takes the item off in every version, for copy that may not be used must not be found in its earlier takes (IPTC
 * pubStatus: "withheld ... must be taken off"). Such a take-off is a KILLED record with status WITHHELD; when the time
 * comes, or a newer usable version, the item is back as REVISED.
 *
 * <p>A cancel that names no version, and one that another item names, kills the whole item: only a version that says it
 * was made after the kill brings it back.
 */
public final class Life {
    private static final Standing UNBORN = Standing.newBuilder().build();

    private Life() {}

    /** A version arrives. The answer's standing equals {@code before} if it changes nothing. */
    public static Turn file(@Nullable Standing before, Edition edition, Instant now) {
        Standing known = before == null ? UNBORN : before;
        Version version = edition.version();
        if (killsAll(version)) {
            return settle(known, killed(known, version), edition.article(), now);
        }
        Version standing = known.getVersion();
        if (standing != null && Versions.ORDER.compare(version, standing) <= 0) {
            return new Turn(known, null, null);
        }
        Standing after =
                Standing.newBuilder(known).setVersion(version).setHeld(null).build();
        return settle(known, after, edition.article(), now);
    }

    /** Time has gone by: shows what waited for it, if it still stands and may be used. */
    public static Turn wake(Standing before, Instant now) {
        Article held = before.getHeld();
        return held == null ? new Turn(before, null, null) : settle(before, before, held, now);
    }

    private static boolean killsAll(Version version) {
        return version.getStatus() == Status.CANCELED && version.getNumber().isEmpty();
    }

    private static Standing killed(Standing known, Version kill) {
        Map<String, Long> kills = new HashMap<>(known.getKills());
        kills.merge(kill.getProvider(), Versions.filed(kill).toEpochMilli(), Math::max);
        return Standing.newBuilder(known).setKills(kills).build();
    }

    private enum Call {
        LIVE,
        EMBARGOED,
        WITHHELD,
        CANCELED
    }

    private static Call call(Standing standing, Instant now) {
        Version version = standing.getVersion();
        if (version == null || version.getStatus() == Status.CANCELED || isKilled(version, standing.getKills())) {
            return Call.CANCELED;
        }
        if (version.getStatus() == Status.WITHHELD) {
            return Call.WITHHELD;
        }
        Instant until = version.getEmbargoedUntil();
        return until != null && until.isAfter(now) ? Call.EMBARGOED : Call.LIVE;
    }

    /** Only its own provider can kill an item, and only a version that says it is newer survives that. */
    private static boolean isKilled(Version version, Map<String, Long> kills) {
        Long kill = kills.get(version.getProvider());
        return kill != null
                && (version.getCreated() == null || version.getCreated().toEpochMilli() <= kill);
    }

    /** @param filed the article of what was just filed, or of what was held */
    private static Turn settle(Standing before, Standing after, Article filed, Instant now) {
        // A kill is no copy: what may be shown then is still what was held.
        Article copy = Objects.equals(before.getVersion(), after.getVersion()) ? before.getHeld() : filed;
        return switch (call(after, now)) {
            case LIVE -> copy == null ? new Turn(after, null, null) : live(after, copy);
            case EMBARGOED -> {
                Standing holding = Standing.newBuilder(after).setHeld(copy).build();
                Instant until = after.getVersion().getEmbargoedUntil();
                yield after.getShown() == Shown.LIVE
                        ? takenOff(holding, filed, Shown.WITHHELD, "embargoed by its provider until " + until, until)
                        : new Turn(holding, null, until);
            }
            case WITHHELD ->
                after.getShown() == Shown.LIVE
                        ? takenOff(after, filed, Shown.WITHHELD, "withheld by its provider", null)
                        : new Turn(after, null, null);
            case CANCELED -> {
                Standing dropped = Standing.newBuilder(after).setHeld(null).build();
                yield after.getShown() == Shown.CANCELED
                        ? new Turn(dropped, null, null)
                        : takenOff(dropped, filed, Shown.CANCELED, "canceled by its provider", null);
            }
        };
    }

    private static Turn live(Standing after, Article copy) {
        String digest = after.getVersion().getDigest();
        Standing standing = Standing.newBuilder(after).setHeld(null).build();
        if (after.getShown() == Shown.LIVE && after.getSeen().equals(digest)) {
            return new Turn(standing, null, null);
        }
        Event event = after.getSeen().isEmpty() ? Event.PUBLISHED : Event.REVISED;
        return new Turn(
                Standing.newBuilder(standing)
                        .setShown(Shown.LIVE)
                        .setSeen(digest)
                        .build(),
                Article.newBuilder(copy)
                        .setEvent(event)
                        .setStatus(Status.USABLE)
                        .build(),
                null);
    }

    private static Turn takenOff(Standing after, Article article, Shown shown, String reason, @Nullable Instant wake) {
        Standing off = Standing.newBuilder(after).setShown(shown).build();
        Status status = shown == Shown.CANCELED ? Status.CANCELED : Status.WITHHELD;
        return new Turn(off, notice(article, status, reason), wake);
    }

    /** That an item is off, and why: not a word of what it said, not even the headline, which may be what was wrong. */
    private static Article notice(Article article, Status status, String reason) {
        return Article.newBuilder()
                .setId(article.getId())
                .setEvent(Event.KILLED)
                .setStatus(status)
                .setKillReason(reason)
                .setProvider(article.getProvider())
                .setFeed(article.getFeed())
                .setFormat(article.getFormat())
                .setVersion(article.getVersion())
                .setVersionCreated(article.getVersionCreated())
                .setUpdated(article.getUpdated())
                .setBylines(List.of())
                .setBackfill(article.getBackfill())
                .setLanded(article.getLanded())
                .setRead(article.getRead())
                .setEnriched(article.getEnriched())
                .build();
    }
}
