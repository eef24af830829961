package dateline.enrich;

import dateline.enrich.kin.Kinfolk;
import dateline.enrich.version.Edition;
import dateline.enrich.version.Versions;
import dateline.schemas.RecordSize;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.KillOrder;
import wire.Kin;
import wire.Standing;
import wire.Status;
import wire.Version;

/**
 * The kills that an item passes on to others.
 *
 * @param id the item's id
 * @param now the time
 * @param enquiries reaches those that look like it, or are called as it says
 * @param voice reaches those whose ids are known
 */
record PassedOnKills(String id, Instant now, Enquiries enquiries, ItemLife.Voice voice) {
    /** More than any desk would kill or replace at once; a longer list is noise or malice. */
    static final int MOST = 1000;

    /** Whether an id that a wire gave can be another item's. */
    static boolean isOther(String other, String own) {
        return !other.isBlank() && !other.equals(own) && other.length() <= RecordSize.LONGEST_KEY;
    }

    /** The items it took the place of, or that took its place, go with it, and its provider's own copies of it. */
    void ofLinked(Standing killed, Version version) {
        String updates = killed.getBonds().getUpdates();
        if (updates != null && !updates.equals(id)) {
            order(updates, version.getProvider(), at(killed, version), reason(killed));
        }
        ofSuccessor(killed, version);
        Kin kin = kin(version.getProvider(), Versions.filed(version), version.getLanded())
                .setKilled(at(killed, version))
                .setKillReason(reason(killed))
                .build();
        enquiries.ask("", kin, killed.getMarks(), List.of());
    }

    /** What took its place goes with it. */
    void ofSuccessor(Standing killed, Version version) {
        String successor = killed.getBonds().getSupersededBy();
        if (successor != null && !successor.equals(id)) {
            order(successor, version.getProvider(), at(killed, version), reason(killed));
        }
    }

    /** Those that look like it go with it. */
    void ofItsLike(Standing killed, Kinfolk kinfolk) {
        Kin kin = Kin.newBuilder(kinfolk.kin())
                .setKilled(at(killed, killed.getVersion()))
                .setKillReason(reason(killed))
                .build();
        enquiries.ask("", kin, kinfolk.marks(), List.of());
    }

    /** An advisory names the stories it kills, by their ids or by what they are called. */
    void named(Edition edition) {
        Version version = edition.version();
        Edition.Orders orders = edition.orders();
        Instant at = Versions.filed(version);
        orders.cancels().stream()
                .filter(other -> isOther(other, id))
                .distinct()
                .limit(MOST)
                .forEach(other -> order(other, version.getProvider(), at, orders.killReason()));
        List<Long> names = orders.kills().stream()
                .limit(MOST)
                .flatMap(name -> Kinfolk.nameMarks(version.getProvider(), name).stream())
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            Kin kin = kin(version.getProvider(), at, version.getLanded())
                    .setByName(true)
                    .setKilled(at)
                    .setKillReason(orders.killReason())
                    .build();
            enquiries.ask("", kin, names, List.of());
        }
    }

    private Kin.Builder kin(String provider, Instant filed, Instant landed) {
        return Kin.newBuilder().setId(id).setProvider(provider).setFiled(filed).setLanded(landed);
    }

    private void order(String other, String provider, Instant at, @Nullable String reason) {
        voice.tell(
                other,
                KillOrder.newBuilder()
                        .setProvider(provider)
                        .setAt(at)
                        .setReason(reason)
                        .build());
    }

    private static @Nullable String reason(Standing killed) {
        return killed.getDeskKill() == null ? killed.getKillReason() : killed.getDeskKill();
    }

    /** By the kill's own time, if it has one: what is filed later is not meant. */
    private Instant at(Standing killed, Version version) {
        Long ordered = killed.getKills().get(version.getProvider());
        if (ordered != null) {
            return Instant.ofEpochMilli(ordered);
        }
        return version.getStatus() == Status.CANCELED && version.getCreated() != null ? version.getCreated() : now;
    }
}
