package dateline.enrich.kin;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.Altered;
import wire.Article;
import wire.Bonds;
import wire.Carrier;
import wire.Event;
import wire.KillOrder;
import wire.Relative;
import wire.Superseding;

/**
 * What an item's kin make of it. The same kin, in whatever order and however often they are told, tie it the same.
 *
 * @param id the item's own id
 * @param provider who filed it
 * @param filed when, as its provider says
 * @param landed when its raw item reached us
 */
public record Ties(String id, String provider, Instant filed, Instant landed) {
    private static final int MOST_OUTLETS = 100;
    private static final Bonds NONE = Bonds.newBuilder().build();

    /** Its bonds, now that it has word of these. */
    public Bonds tied(Bonds before, Collection<Relative> relatives) {
        Bonds bonds = before;
        for (Relative relative : relatives) {
            bonds = tied(bonds, relative);
        }
        return bonds;
    }

    /** The kill that its kin pass on to it: of the same provider, and filed no earlier than it was; null if there is none. */
    public @Nullable KillOrder kill(Collection<Relative> relatives) {
        return relatives.stream()
                .filter(relative -> relative.getKilled() != null
                        && isOwn(relative.getProvider())
                        && !filed.isAfter(relative.getKilled()))
                .findFirst()
                .map(relative -> KillOrder.newBuilder()
                        .setProvider(provider)
                        .setAt(relative.getKilled())
                        .setReason(relative.getKillReason())
                        .build())
                .orElse(null);
    }

    private Bonds tied(Bonds before, Relative relative) {
        if (relative.getKilled() != null) {
            return isOwn(relative.getProvider()) ? before : warned(before, relative);
        }
        Bonds bonds = relative.getId().equals(before.getWarnedOf())
                ? Bonds.newBuilder(before).setWarnedOf(null).setWarning(null).build()
                : before;
        return switch (relative.getRelation()) {
            case NONE -> bonds;
            case COPY -> copied(bonds, relative);
            case UPDATE -> updated(bonds, relative);
        };
    }

    private Bonds warned(Bonds before, Relative relative) {
        // Of several that were killed it is told of one, the same whichever was heard of first.
        if (before.getWarnedOf() != null && before.getWarnedOf().compareTo(relative.getId()) < 0) {
            return before;
        }
        String reason = relative.getKillReason();
        return Bonds.newBuilder(before)
                .setWarnedOf(relative.getId())
                .setWarning("%s killed the same story, %s%s"
                        .formatted(relative.getProvider(), relative.getId(), reason == null ? "" : ": " + reason))
                .build();
    }

    private Bonds copied(Bonds before, Relative relative) {
        Bonds.Builder bonds = Bonds.newBuilder(before);
        Set<String> outlets = new LinkedHashSet<>(before.getOutlets());
        if (!isOwn(relative.getProvider()) && outlets.size() < MOST_OUTLETS) {
            outlets.add(relative.getProvider());
            bonds.setOutlets(outlets.stream().sorted().toList());
        }
        Filing other = Filing.of(relative);
        if (other.isBefore(filing())) {
            bonds.setCarriedBefore(with(before.getCarriedBefore(), carrier(relative)));
        }
        Filing earliest = Filing.of(before.getCopyOfFiled(), before.getCopyOfLanded(), before.getCopyOf());
        if (other.isBefore(filing()) && (earliest == null || other.compareTo(earliest) <= 0)) {
            bonds.setCopyOf(other.id())
                    .setCopyOfFiled(other.filed())
                    .setCopyOfLanded(other.landed())
                    .setSimilarity(relative.getSimilarity());
        }
        return bonds.build();
    }

    private static Carrier carrier(Relative relative) {
        return new Carrier(relative.getProvider(), relative.getFeed());
    }

    private static List<Carrier> with(List<Carrier> before, Carrier carrier) {
        return before.contains(carrier) || before.size() == MOST_OUTLETS
                ? before
                : Stream.concat(before.stream(), Stream.of(carrier)).sorted().toList();
    }

    private Bonds updated(Bonds before, Relative relative) {
        Filing other = Filing.of(relative);
        if (!other.isBefore(filing())) {
            return superseded(before, other);
        }
        Filing latest = Filing.of(before.getUpdatesFiled(), before.getUpdatesLanded(), before.getUpdates());
        return latest != null && other.isBefore(latest)
                ? before
                : Bonds.newBuilder(before)
                        .setUpdates(other.id())
                        .setUpdatesFiled(other.filed())
                        .setUpdatesLanded(other.landed())
                        .build();
    }

    /** Its bonds, now that another item says that it takes its place. */
    public static Bonds yielded(Bonds before, Superseding by, String provider) {
        return by.getProvider().equalsIgnoreCase(provider)
                ? superseded(before, new Filing(by.getFiled(), by.getLanded(), by.getBy()))
                : before;
    }

    private static Bonds superseded(Bonds before, Filing by) {
        Filing latest = Filing.of(before.getSupersededFiled(), before.getSupersededLanded(), before.getSupersededBy());
        return latest != null && by.isBefore(latest)
                ? before
                : Bonds.newBuilder(before)
                        .setSupersededBy(by.id())
                        .setSupersededFiled(by.filed())
                        .setSupersededLanded(by.landed())
                        .build();
    }

    /** What is left of its bonds when a new version of it comes: what others say of it, not what its text said. */
    public static Bonds renewed(Bonds before) {
        return Bonds.newBuilder(NONE)
                .setSupersededBy(before.getSupersededBy())
                .setSupersededFiled(before.getSupersededFiled())
                .setSupersededLanded(before.getSupersededLanded())
                .setWarnedOf(before.getWarnedOf())
                .setWarning(before.getWarning())
                .build();
    }

    /** Whether readers would see any difference. */
    public static boolean differ(Bonds one, Bonds other) {
        return !Objects.equals(one.getCopyOf(), other.getCopyOf())
                || !Objects.equals(one.getCarriedBefore(), other.getCarriedBefore())
                || !Objects.equals(one.getUpdates(), other.getUpdates())
                || !Objects.equals(one.getSupersededBy(), other.getSupersededBy())
                || !Objects.equals(one.getWarning(), other.getWarning());
    }

    /** The article as it is shown, with all that is known of its kin. */
    public static Article shown(Article copy, Bonds bonds, Event event) {
        var carriers = new ArrayList<>(List.of(copy.getProvider()));
        carriers.addAll(bonds.getOutlets());
        return Altered.of(copy)
                .with("event", event)
                .with("group", requireNonNullElse(bonds.getCopyOf(), copy.getId()))
                .with("copyOf", bonds.getCopyOf())
                .with("carriedBefore", bonds.getCarriedBefore())
                .with("similarity", bonds.getSimilarity())
                .with("outlets", (int) carriers.stream().distinct().count())
                .with("updates", bonds.getUpdates())
                .with("supersededBy", bonds.getSupersededBy())
                .with("warning", bonds.getWarning())
                .record();
    }

    private Filing filing() {
        return new Filing(filed, landed, id);
    }

    private boolean isOwn(String other) {
        return other.equalsIgnoreCase(provider);
    }
}
