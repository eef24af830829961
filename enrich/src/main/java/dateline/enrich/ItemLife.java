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
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
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
    private final Stores stores;
    private final EnrichConfig config;
    private final Enquiries enquiries;
    private final PassedOnKills kills;
    private final Voice voice;

    /**
     * What is kept of items, by their ids.
     *
     * @param standing what is remembered of each
     * @param copies the article of each standing version: what is held, waits, or was shown not long ago
     * @param waiting those that wait for word of their kin
     * @param wakes when to look at which again
     */
    record Stores(
            KeyValueStore<String, Standing> standing,
            KeyValueStore<String, Article> copies,
            KeyValueStore<String, Waiting> waiting,
            KeyValueStore<String, String> wakes) {}

    /** Hears what an item says. */
    @FunctionalInterface
    interface Voice {
        void say(String id, Said said);

        /** A word to another item. */
        default void tell(String other, SpecificRecord word) {
            say(other, new Said.ToOther(Notice.newBuilder().setWord(word).build()));
        }
    }

    ItemLife(String id, Instant now, Stores stores, EnrichConfig config, int shares, Voice voice) {
        this.id = id;
        this.now = now;
        this.stores = stores;
        this.config = config;
        this.voice = voice;
        enquiries = new Enquiries(id, shares, voice);
        kills = new PassedOnKills(id, now, enquiries, voice);
    }

    /** A version of it arrives. */
    void file(Edition edition) {
        Standing before = stores.standing.get(id);
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
        Standing before = stores.standing.get(id);
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
        Standing before = stores.standing.get(id);
        if (before == null || before.getVersion() == null) {
            return;
        }
        Article copy = stores.copies.get(id);
        Instant filed = copy == null ? Versions.filed(before.getVersion()) : Kinfolk.filed(copy);
        Version version = before.getVersion();
        var ties = new Ties(id, version.getProvider(), filed, version.getLanded());
        Standing after = Standing.newBuilder(before)
                .setBonds(ties.tied(before.getBonds(), found.getRelatives()))
                .build();
        if (!after.equals(before)) {
            stores.standing.put(id, after);
        }
        KillOrder kill = ties.kill(found.getRelatives());
        if (kill != null) {
            become(after, Life.kill(after, kill, now), null);
            return;
        }
        Waiting waits = stores.waiting.get(id);
        if (waits != null && waits.getRound().equals(found.getRound())) {
            List<Integer> left = waits.getShares().stream()
                    .filter(share -> share != found.getShare())
                    .toList();
            if (left.isEmpty()) {
                stores.waiting.delete(id);
                tell(after, copy, waits.getEvent());
            } else {
                stores.waiting.put(id, Waiting.newBuilder(waits).setShares(left).build());
            }
        } else if (waits == null) {
            retie(before, after, copy);
        }
    }

    /** Another item takes its place. */
    void giveWay(Superseding superseding) {
        Standing known = stores.standing.get(id);
        Standing before = known == null ? Standing.newBuilder().build() : known;
        Version version = before.getVersion();
        String provider = version == null ? superseding.getProvider() : version.getProvider();
        Standing after = Standing.newBuilder(before)
                .setBonds(Ties.yielded(before.getBonds(), superseding, provider))
                .build();
        if (!after.equals(before)) {
            stores.standing.put(id, after);
            if (stores.waiting.get(id) == null) {
                retie(before, after, stores.copies.get(id));
            }
        }
        if (version != null && after.getShown() == Shown.CANCELED) {
            kills.ofSuccessor(after, version);
        }
    }

    /** Today's code reads its standing version anew. */
    void retell(Retelling retelling) {
        Standing before = stores.standing.get(id);
        if (before == null || before.getShown() != Shown.LIVE) {
            return;
        }
        // What landed a second time and said the same stands as it landed last, and is shown as it landed first.
        Article copy = stores.copies.get(id);
        Instant landed = copy == null ? before.getVersion().getLanded() : copy.getLanded();
        if (!before.getVersion().getNumber().equals(retelling.getVersion()) || !landed.equals(retelling.getLanded())) {
            return;
        }
        Waiting waits = stores.waiting.get(id);
        Standing after = keep(before, before, retelling.getArticle());
        if (!after.equals(before)) {
            stores.standing.put(id, after);
        }
        ask(after, before.getMarks(), waits == null ? Event.REVISED : waits.getEvent());
    }

    /** A time it waited for has come. */
    void wake(Wake wake) {
        Standing before = stores.standing.get(id);
        if (before == null) {
            return;
        }
        switch (wake.why()) {
            case RELEASE -> become(before, Life.wake(before, now), null);
            case PUT_AWAY -> {
                Version version = before.getVersion();
                if (version != null && version.getDigest().equals(wake.digest()) && !before.getHeld()) {
                    stores.copies.delete(id);
                }
            }
            case FORGET -> {
                Instant due = before.getForget();
                if (due != null && !due.isAfter(now)) {
                    stores.standing.put(
                            id, Standing.newBuilder(before).setForget(null).build());
                    voice.say(id, new Said.Told(null));
                }
            }
        }
    }

    /** No answer came: it is shown without. */
    void stopWaiting() {
        Waiting waits = stores.waiting.get(id);
        Standing standing = stores.standing.get(id);
        if (waits != null && standing != null) {
            stores.waiting.delete(id);
            tell(standing, stores.copies.get(id), waits.getEvent());
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
        Article copy = former == null ? null : stores.copies.get(id);
        boolean same = former != null && former.getDigest().equals(version.getDigest());
        boolean needed = turn.standing().getHeld() || turn.showing() instanceof Showing.Copy;
        if (same && (copy != null || !needed)) {
            return turn;
        }
        if (before != null && copy != null && stores.waiting.get(id) != null) {
            // It was about to be shown, and now never will be.
            voice.say(id, new Said.Past(copy));
        }
        return new Turn(keep(before, turn.standing(), article), turn.showing(), turn.wake());
    }

    private Standing keep(@Nullable Standing before, Standing after, Article article) {
        Article shown = before != null && before.getShown() == Shown.LIVE && stores.waiting.get(id) == null
                ? stores.copies.get(id)
                : null;
        Changes changes = shown == null ? null : Difference.between(shown, article);
        stores.copies.put(id, Article.newBuilder(article).setChanges(changes).build());
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
        if (!after.equals(before)) {
            stores.standing.put(id, after);
        }
        if (turn.wake() != null) {
            stores.wakes.put(new Wake(Wake.Why.RELEASE, id, "").key(turn.wake()), "");
        }
        hold(before, after);
        if (turn.showing() instanceof Showing.Copy(Event event)) {
            Waiting waits = stores.waiting.get(id);
            ask(after, after.getMarks(), waits == null ? event : waits.getEvent());
        }
    }

    private void hold(@Nullable Standing before, Standing after) {
        Version was = before != null && before.getHeld() ? before.getVersion() : null;
        if (after.getHeld()) {
            Version version = after.getVersion();
            if (!version.equals(was)) {
                Article copy = stores.copies.get(id);
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
        Article copy = stores.copies.get(id);
        stores.waiting.delete(id);
        if (!after.getHeld()) {
            stores.copies.delete(id);
        }
        Version version = after.getVersion();
        voice.say(id, new Said.Told(Notices.of(id, version, kill == null ? copy : kill, status, reason)));
        if (status != Status.CANCELED) {
            return after;
        }
        Instant forget = now.plus(config.killRetention());
        stores.wakes.put(new Wake(Wake.Why.FORGET, id, "").key(forget), "");
        if (version != null && before != null && before.getVersion() != null) {
            kills.ofLinked(after, version);
        }
        return Standing.newBuilder(after).setForget(forget).build();
    }

    /** Its kill came before it: only now is it known what it looks like, and its like goes with it. */
    private void killLike(Article article) {
        Standing standing = stores.standing.get(id);
        if (standing != null
                && standing.getVersion() != null
                && standing.getMarks().isEmpty()) {
            List<Long> marks = Kinfolk.marks(article);
            stores.standing.put(
                    id, Standing.newBuilder(standing).setMarks(marks).build());
            kills.ofItsLike(standing, article, marks);
        }
    }

    /** Its copy is ready: before it is shown, its kin are asked for. */
    private void ask(Standing standing, List<Long> formerMarks, Event event) {
        Article copy = stores.copies.get(id);
        if (copy == null) {
            return;
        }
        List<Long> marks = Kinfolk.marks(copy);
        List<Long> former =
                formerMarks.stream().filter(mark -> !marks.contains(mark)).toList();
        if (!marks.equals(standing.getMarks())) {
            standing = Standing.newBuilder(standing).setMarks(marks).build();
            stores.standing.put(id, standing);
        }
        String round = standing.getVersion().getDigest();
        List<Integer> asked = enquiries.ask(round, Kinfolk.of(copy), marks, former);
        if (asked.isEmpty()) {
            stores.waiting.delete(id);
            tell(standing, copy, event);
            return;
        }
        stores.waiting.put(
                id,
                Waiting.newBuilder()
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
        stores.wakes.put(
                new Wake(Wake.Why.PUT_AWAY, id, "").key(now.plus(config.window())),
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
    private void retie(Standing before, Standing after, @Nullable Article copy) {
        if (copy != null && after.getShown() == Shown.LIVE && Ties.differ(before.getBonds(), after.getBonds())) {
            Article again = Article.newBuilder(copy).setChanges(null).build();
            voice.say(id, new Said.Told(Ties.shown(again, after.getBonds(), Event.REVISED)));
        }
    }
}
