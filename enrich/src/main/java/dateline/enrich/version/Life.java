package dateline.enrich.version;

import dateline.enrich.version.Turn.Showing;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wire.Event;
import wire.KillOrder;
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
 * was made after the kill brings it back. What the newsroom itself kills stays killed, whatever a wire files.
 */
public final class Life {
    private static final Standing UNBORN = Standing.newBuilder().build();
    private static final Showing NOTHING = new Showing.Nothing();
    private static final String BY_PROVIDER = "canceled by its provider";

    private Life() {}

    /** A version arrives. The answer's standing equals {@code before} if it changes nothing. */
    public static Turn file(@Nullable Standing before, Edition edition, Instant now) {
        Standing known = before == null ? UNBORN : before;
        Version version = edition.version();
        String reason = edition.orders().killReason();
        String desk = edition.orders().by();
        if (version.getStatus() == Status.CANCELED && desk != null) {
            String ordered = "killed by " + desk + (reason == null ? "" : ": " + reason);
            return settle(Standing.newBuilder(known).setDeskKill(ordered).build(), now);
        }
        if (version.getStatus() == Status.CANCELED && version.getNumber().isEmpty()) {
            return settle(killed(known, version.getProvider(), Versions.filed(version), reason), now);
        }
        if (!supersedes(known, version)) {
            return new Turn(known, NOTHING, null);
        }
        Standing.Builder after = Standing.newBuilder(known).setVersion(version);
        if (version.getStatus() == Status.CANCELED) {
            after.setKillReason(reason);
        }
        return settle(after.build(), now);
    }

    /** A kill arrives that another item, or its kin, names. */
    public static Turn kill(@Nullable Standing before, KillOrder order, Instant now) {
        Standing known = before == null ? UNBORN : before;
        return settle(killed(known, order.getProvider(), order.getAt(), order.getReason()), now);
    }

    /** Time has gone by: shows what waited for it, if it still stands and may be used. */
    public static Turn wake(Standing before, Instant now) {
        return before.getHeld() ? settle(before, now) : new Turn(before, NOTHING, null);
    }

    /** Whether a version would take the place of the one that stands. */
    public static boolean supersedes(@Nullable Standing before, Version version) {
        return before == null
                || before.getVersion() == null
                || Versions.ORDER.compare(version, before.getVersion()) > 0;
    }

    /** Whether a version only says again what the standing one said: nothing of note, not even for the history. */
    public static boolean repeats(Standing before, Version version) {
        Version standing = before.getVersion();
        return standing != null
                && standing.getNumber().equals(version.getNumber())
                && (standing.getDigest().equals(version.getDigest())
                        || !version.getNumber().isEmpty());
    }

    private static Standing killed(Standing known, String provider, Instant at, @Nullable String reason) {
        Map<String, Long> kills = new HashMap<>(known.getKills());
        kills.merge(provider, at.toEpochMilli(), Math::max);
        return Standing.newBuilder(known)
                .setKills(kills)
                .setKillReason(reason == null ? known.getKillReason() : reason)
                .build();
    }

    private enum Call {
        LIVE,
        EMBARGOED,
        WITHHELD,
        CANCELED
    }

    private static Call call(Standing standing, Instant now) {
        Version version = standing.getVersion();
        if (version == null
                || standing.getDeskKill() != null
                || version.getStatus() == Status.CANCELED
                || isKilled(version, standing.getKills())) {
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

    private static Turn settle(Standing standing, Instant now) {
        Call call = call(standing, now);
        Standing after = Standing.newBuilder(standing)
                .setHeld(call == Call.EMBARGOED)
                .setForget(call == Call.CANCELED ? standing.getForget() : null)
                .build();
        return switch (call) {
            case LIVE -> live(after);
            case EMBARGOED -> {
                Instant until = after.getVersion().getEmbargoedUntil();
                yield after.getShown() == Shown.LIVE
                        ? off(after, Shown.WITHHELD, "embargoed by its provider until " + until, until)
                        : new Turn(after, NOTHING, until);
            }
            case WITHHELD ->
                after.getShown() == Shown.LIVE
                        ? off(after, Shown.WITHHELD, "withheld by its provider", null)
                        : new Turn(after, NOTHING, null);
            case CANCELED ->
                after.getShown() == Shown.CANCELED
                        ? new Turn(after, NOTHING, null)
                        : off(after, Shown.CANCELED, reason(after), null);
        };
    }

    private static String reason(Standing standing) {
        if (standing.getDeskKill() != null) {
            return standing.getDeskKill();
        }
        // Passed on from another item it may be the desk's: it is told as it was given.
        String reason = standing.getKillReason();
        return reason == null ? BY_PROVIDER : reason;
    }

    private static Turn live(Standing after) {
        String digest = after.getVersion().getDigest();
        if (after.getShown() == Shown.LIVE && after.getSeen().equals(digest)) {
            return new Turn(after, NOTHING, null);
        }
        Event event = after.getSeen().isEmpty() ? Event.PUBLISHED : Event.REVISED;
        Standing shown =
                Standing.newBuilder(after).setShown(Shown.LIVE).setSeen(digest).build();
        return new Turn(shown, new Showing.Copy(event), null);
    }

    private static Turn off(Standing after, Shown shown, String reason, @Nullable Instant wake) {
        Standing off = Standing.newBuilder(after).setShown(shown).build();
        Status status = shown == Shown.CANCELED ? Status.CANCELED : Status.WITHHELD;
        return new Turn(off, new Showing.Off(status, reason), wake);
    }
}
