package dateline.enrich;

import dateline.enrich.kin.Kinfolk;
import dateline.enrich.kin.Ties;
import dateline.enrich.version.Difference;
import dateline.enrich.version.Edition;
import dateline.enrich.version.Life;
import dateline.enrich.version.Notices;
import dateline.enrich.version.Turn;
import dateline.enrich.version.Turn.Showing;
import dateline.enrich.version.Versions;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import wire.Altered;
import wire.Article;
import wire.Bonds;
import wire.Changes;
import wire.Event;
import wire.Held;
import wire.KillOrder;
import wire.KinFound;
import wire.Notice;
import wire.Retelling;
import wire.Shown;
import wire.Standing;
import wire.Status;
import wire.Superseding;
import wire.Version;
import wire.Waiting;

/** One item while something is said to it: what it was, what becomes of it, and whom that is told. */
final class ItemLife {
    private final String id;
    private final Instant now;
    private final Kept kept;
    private final EnrichConfig config;
    private final Enquiries enquiries;
    private final PassedOnKills kills;
    private final Voice voice;

    /** Hears what an item says. */
    @FunctionalInterface
    interface Voice {
        void say(String id, Said said);

        /** A word to another item. */
        default void tell(String other, SpecificRecord word) {
            say(other, new Said.ToOther(Notice.newBuilder().setWord(word).build()));
        }
    }

    ItemLife(String id, Instant now, Kept.Stores stores, EnrichConfig config, int shares, Voice voice) {
        this.id = id;
        this.now = now;
        kept = new Kept(id, stores);
        this.config = config;
        this.voice = voice;
        enquiries = new Enquiries(id, shares, voice);
        kills = new PassedOnKills(id, now, enquiries, voice);
    }

    /** A version of it arrives. */
    void file(Edition edition) {
        Standing before = kept.standing();
        Turn turn = Life.file(before, edition, now);
        Version version = edition.version();
        Version former = before == null ? null : before.getVersion();
        if (version.equals(turn.standing().getVersion()) && !version.equals(former)) {
            turn = take(before, turn, edition.article());
        } else if (before != null && isPast(before, version)) {
            voice.say(id, new Said.Past(edition.article()));
        }
        // Of what the desk kills it is the wire's own record that is shown to be off.
        boolean own = edition.orders().by() == null || former == null;
        become(before, turn, own ? edition.article() : null);
        if (version.getStatus() != Status.WITHHELD) {
            kills.named(edition);
        }
        if (turn.standing().getShown() == Shown.CANCELED && isOpen(version)) {
            killLike(edition.article());
        }
    }

    /** Another item, or the desk, kills it. */
    void kill(KillOrder order) {
        Standing before = kept.standing();
        Article unheardOf = Article.newBuilder()
                .setId(id)
                .setProvider(order.getProvider())
                .setVersionCreated(order.getAt())
                .setLanded(order.getAt())
                .build();
        boolean known = before != null && before.getVersion() != null;
        become(before, Life.kill(before, order, now), known ? null : unheardOf);
    }

    /** Word of its kin comes, asked for or not. */
    void meet(KinFound found) {
        Standing before = kept.standing();
        if (before == null || before.getVersion() == null) {
            return;
        }
        Version version = before.getVersion();
        Standing after = before;
        KillOrder kill = null;
        // Most have no kin, and then their copy need not be looked at.
        if (!found.getRelatives().isEmpty()) {
            var ties = new Ties(id, version.getProvider(), filed(version), version.getLanded());
            after = Standing.newBuilder(before)
                    .setBonds(ties.tied(before.getBonds(), found.getRelatives()))
                    .build();
            kept.stand(after);
            kill = ties.kill(found.getRelatives());
        }
        if (kill != null) {
            become(after, Life.kill(after, kill, now), null);
            return;
        }
        Waiting waits = kept.waiting();
        if (waits != null && waits.getRound().equals(found.getRound())) {
            List<Integer> left = waits.getShares().stream()
                    .filter(share -> share != found.getShare())
                    .toList();
            if (left.isEmpty()) {
                kept.waitNoMore();
                tell(after, kept.copy(), waits.getEvent());
            } else {
                kept.waitFor(Waiting.newBuilder(waits).setShares(left).build());
            }
        } else if (waits == null) {
            retie(before, after);
        }
    }

    private Instant filed(Version version) {
        Article copy = kept.copy();
        return copy == null ? Versions.filed(version) : Kinfolk.filed(copy);
    }

    /** Another item takes its place. */
    void giveWay(Superseding superseding) {
        Standing known = kept.standing();
        Standing before = known == null ? Standing.newBuilder().build() : known;
        Version version = before.getVersion();
        String provider = version == null ? superseding.getProvider() : version.getProvider();
        Standing after = Standing.newBuilder(before)
                .setBonds(Ties.yielded(before.getBonds(), superseding, provider))
                .build();
        kept.stand(after);
        if (!after.equals(known) && kept.waiting() == null) {
            retie(before, after);
        }
        if (version != null && after.getShown() == Shown.CANCELED) {
            kills.ofSuccessor(after, version);
        }
    }

    /** Today's code reads its standing version anew. */
    void retell(Retelling retelling) {
        Standing before = kept.standing();
        if (before == null || before.getShown() != Shown.LIVE) {
            return;
        }
        // What landed a second time and said the same stands as it landed last, and is shown as it landed first.
        Article copy = kept.copy();
        Instant landed = copy == null ? before.getVersion().getLanded() : copy.getLanded();
        if (!before.getVersion().getNumber().equals(retelling.getVersion()) || !landed.equals(retelling.getLanded())) {
            return;
        }
        Waiting waits = kept.waiting();
        Standing after = keep(before, before, retelling.getArticle());
        ask(after, waits == null ? Event.REVISED : waits.getEvent());
    }

    /** A time it waited for has come. */
    void wake(Wake wake) {
        Standing before = kept.standing();
        if (before == null) {
            return;
        }
        switch (wake.why()) {
            case RELEASE -> become(before, Life.wake(before, now), null);
            case PUT_AWAY -> {
                Version version = before.getVersion();
                if (version != null && version.getDigest().equals(wake.digest()) && !before.getHeld()) {
                    kept.putCopyAway();
                }
            }
            case FORGET -> {
                Instant due = before.getForget();
                if (due != null && !due.isAfter(now)) {
                    kept.stand(Standing.newBuilder(before).setForget(null).build());
                    voice.say(id, new Said.Told(null));
                }
            }
        }
    }

    /** No answer came: it is shown without. */
    void stopWaiting() {
        Waiting waits = kept.waiting();
        Standing standing = kept.standing();
        if (waits != null && standing != null) {
            kept.waitNoMore();
            tell(standing, kept.copy(), waits.getEvent());
        }
    }

    /** What came late is history, unless it says nothing new or the item may not be seen now, in any version. */
    private boolean isPast(Standing before, Version version) {
        return before.getShown() == Shown.LIVE
                && isOpen(version)
                && !Life.supersedes(before, version)
                && !Life.repeats(before, version);
    }

    /** Usable by itself, and now. */
    private boolean isOpen(Version version) {
        Instant until = version.getEmbargoedUntil();
        return version.getStatus() == Status.USABLE && (until == null || !until.isAfter(now));
    }

    /** The version that was filed stands now: its copy takes the place of the one before. */
    private Turn take(@Nullable Standing before, Turn turn, Article article) {
        Version version = turn.standing().getVersion();
        if (version.getStatus() != Status.USABLE) {
            return turn;
        }
        Version former = before == null ? null : before.getVersion();
        Article copy = former == null ? null : kept.copy();
        boolean same = former != null && former.getDigest().equals(version.getDigest());
        boolean needed = turn.standing().getHeld() || turn.showing() instanceof Showing.Copy;
        if (same && (copy != null || !needed)) {
            return turn;
        }
        if (before != null && copy != null && kept.waiting() != null) {
            // It was about to be shown, and now never will be.
            voice.say(id, new Said.Past(copy));
        }
        return new Turn(keep(before, turn.standing(), article), turn.showing(), turn.wake());
    }

    private Standing keep(@Nullable Standing before, Standing after, Article article) {
        Article shown =
                before != null && before.getShown() == Shown.LIVE && kept.waiting() == null ? kept.copy() : null;
        Changes changes = shown == null ? null : Difference.between(shown, article);
        kept.copy(Altered.of(article).with("changes", changes).record());
        return Standing.newBuilder(after)
                .setBonds(Ties.renewed(after.getBonds()))
                .build();
    }

    /** @param kill the article of the kill, if it is by one of its own */
    private void become(@Nullable Standing before, Turn turn, @Nullable Article kill) {
        Standing after = turn.standing();
        if (turn.showing() instanceof Showing.Off(Status status, String reason)) {
            after = off(before, after, status, reason, kill);
        }
        if (turn.wake() != null) {
            kept.wake(Wake.Why.RELEASE, turn.wake(), "");
        }
        hold(before, after);
        if (turn.showing() instanceof Showing.Copy(Event event)) {
            Waiting waits = kept.waiting();
            ask(after, waits == null ? event : waits.getEvent());
        } else {
            kept.stand(after);
        }
    }

    private void hold(@Nullable Standing before, Standing after) {
        Version was = before != null && before.getHeld() ? before.getVersion() : null;
        if (after.getHeld()) {
            Version version = after.getVersion();
            if (!version.equals(was)) {
                Article copy = kept.copy();
                voice.say(
                        id,
                        new Said.OnHold(Held.newBuilder()
                                .setId(id)
                                .setProvider(version.getProvider())
                                .setFeed(copy == null ? "" : copy.getFeed())
                                .setUntil(version.getEmbargoedUntil())
                                .setLanded(version.getLanded())
                                .build()));
            }
        } else if (was != null) {
            voice.say(id, new Said.OnHold(null));
        }
    }

    private Standing off(
            @Nullable Standing before, Standing after, Status status, String reason, @Nullable Article kill) {
        Article copy = kept.copy();
        kept.waitNoMore();
        if (!after.getHeld()) {
            kept.putCopyAway();
        }
        Version version = after.getVersion();
        voice.say(id, new Said.Told(Notices.of(id, version, kill == null ? copy : kill, status, reason)));
        if (status != Status.CANCELED) {
            return after;
        }
        Instant forget = now.plus(config.killRetention());
        kept.wake(Wake.Why.FORGET, forget, "");
        if (version != null && before != null && before.getVersion() != null) {
            kills.ofLinked(after, version);
        }
        return Standing.newBuilder(after).setForget(forget).build();
    }

    /** Its kill came before it: only now is it known what it looks like, and its like goes with it. */
    private void killLike(Article article) {
        Standing standing = kept.standing();
        if (standing != null
                && standing.getVersion() != null
                && standing.getMarks().isEmpty()) {
            Kinfolk kinfolk = Kinfolk.of(article);
            kept.stand(Altered.of(standing).with("marks", kinfolk.marks()).record());
            kills.ofItsLike(standing, kinfolk);
        }
    }

    /** Its copy is ready: before it is shown, its kin are asked for. */
    private void ask(Standing standing, Event event) {
        Article copy = kept.copy();
        if (copy == null) {
            kept.stand(standing);
            return;
        }
        Kinfolk kinfolk = Kinfolk.of(copy);
        List<Long> former = standing.getMarks().stream()
                .filter(mark -> !kinfolk.marks().contains(mark))
                .toList();
        Standing marked = Altered.of(standing).with("marks", kinfolk.marks()).record();
        kept.stand(marked);
        String round = standing.getVersion().getDigest();
        List<Integer> asked = enquiries.ask(round, kinfolk.kin(), kinfolk.marks(), former);
        if (asked.isEmpty()) {
            kept.waitNoMore();
            tell(marked, copy, event);
            return;
        }
        kept.waitFor(Waiting.newBuilder()
                .setRound(round)
                .setShares(asked)
                .setEvent(event)
                .setSince(now)
                .build());
    }

    private void tell(Standing standing, @Nullable Article copy, Event event) {
        if (copy == null) {
            return;
        }
        Bonds bonds = standing.getBonds();
        // Under an id of its own it is still no news that a story was told anew.
        Event told = bonds.getUpdates() == null ? event : Event.REVISED;
        voice.say(id, new Said.Told(Ties.shown(copy, bonds, told)));
        supersede(standing, copy);
        kept.wake(
                Wake.Why.PUT_AWAY,
                now.plus(config.window()),
                standing.getVersion().getDigest());
    }

    private void supersede(Standing standing, Article copy) {
        copy.getSupersedes().stream()
                .filter(other -> PassedOnKills.isOther(other, id))
                .distinct()
                .limit(PassedOnKills.MOST)
                .forEach(other -> voice.tell(
                        other,
                        Superseding.newBuilder()
                                .setBy(id)
                                .setProvider(standing.getVersion().getProvider())
                                .setFiled(Kinfolk.filed(copy))
                                .setLanded(copy.getLanded())
                                .build()));
    }

    /** What it is to others has changed, and it is seen: it is shown anew. */
    private void retie(Standing before, Standing after) {
        if (after.getShown() != Shown.LIVE || !Ties.differ(before.getBonds(), after.getBonds())) {
            return;
        }
        Article copy = kept.copy();
        if (copy != null) {
            Article again = Altered.of(copy).with("changes", null).record();
            voice.say(id, new Said.Told(Ties.shown(again, after.getBonds(), Event.REVISED)));
        }
    }
}
