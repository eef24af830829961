package dateline.ingest.poll;

import dateline.ingest.feed.Cursors;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Fingerprint;
import dateline.ingest.feed.Landing;
import dateline.ingest.feed.Poll;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Collector;
import wire.Cursor;

/** Asks for one feed again and again, and lands what is new. */
final class Poller {
    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration LANDING_PATIENCE = Duration.ofSeconds(60);
    private static final Duration WHEN_STOPPING = Duration.ofSeconds(1);
    /** So that a clock set back, or a machine that slept, puts a feed off by no more than this. */
    private static final Duration LONGEST_NAP = Duration.ofMinutes(1);

    private final Feed feed;
    private final Poll poll;
    private final Fetcher fetcher;
    private final Landing landing;
    private final Cursors cursors;
    private final Clock clock;
    private final Backoff backoff;
    private final String address;
    private @Nullable URI movedTo;

    Poller(
            Feed feed,
            Poll poll,
            HttpClient http,
            Hosts hosts,
            Landing landing,
            Cursors cursors,
            Clock clock,
            DoubleSupplier chance) {
        this.feed = feed;
        this.poll = poll;
        this.fetcher = new Fetcher(
                poll,
                http,
                hosts,
                clock,
                poll.allowPrivateAddresses() ? host -> {} : PublicAddresses::require,
                this::moved);
        this.landing = landing;
        this.cursors = cursors;
        this.clock = clock;
        this.backoff = new Backoff(chance);
        this.address = Fingerprint.of(poll.url().toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Asks whenever it is time, until interrupted or until the feed is gone. */
    void run() {
        try {
            Instant due = firstDue();
            while (due != null) {
                for (Duration left = until(due); left.isPositive(); left = until(due)) {
                    Thread.sleep(left.compareTo(LONGEST_NAP) > 0 ? LONGEST_NAP : left);
                }
                due = ask();
            }
        } catch (InterruptedException e) {
            log.debug("feed {}: no longer polled", feed.name());
        }
    }

    /** When to ask after a start: as the cursor says, though never later than a configuration of today would have it. */
    Instant firstDue() {
        Cursor cursor = known();
        Instant now = clock.instant();
        Instant due = cursor == null ? null : cursor.getNextDue();
        if (cursor == null || due == null) {
            return now;
        }
        Instant latest = now.plus(poll.every());
        return cursor.getFailures() == 0 && due.isAfter(latest) ? latest : due;
    }

    /** Asks once. The answer is when to ask again; null if never. */
    @Nullable
    Instant ask() throws InterruptedException {
        Cursor known = known();
        try {
            return switch (fetcher.fetch(known)) {
                case Answer.Full full -> land(full, known);
                case Answer.Unchanged() -> moved(next(known, backoff.usually(poll.every()), 0));
                case Answer.Failed(String why, Instant notBefore) -> putOff(known, why, notBefore);
                case Answer.Gone() -> {
                    log.warn(
                            "feed {} is gone for good (410): it is no longer polled, remove it from the configuration",
                            feed.name());
                    yield null;
                }
            };
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.debug("feed {}", feed.name(), e);
            return putOff(known, "what it answered could not be landed: " + e, null);
        }
    }

    private Instant land(Answer.Full full, @Nullable Cursor known) throws Exception {
        List<String> seen = List.of(Fingerprint.of(full.bytes()));
        if (known == null || !known.getSeen().equals(seen)) {
            var item = feed.filed(
                    Collector.POLL,
                    full.address().toString(),
                    clock.instant(),
                    full.contentType(),
                    full.metadata(),
                    full.bytes());
            await(landing.land(item));
        }
        return moved(next(known, backoff.usually(poll.every()), 0)
                .setEtag(full.etag())
                .setLastModified(full.lastModified())
                .setSeen(seen));
    }

    private Instant putOff(@Nullable Cursor known, String why, @Nullable Instant notBefore) {
        int failures = (known == null ? 0 : known.getFailures()) + 1;
        Cursor.Builder next = next(known, backoff.after(failures, poll.every()), failures);
        if (notBefore != null && notBefore.isAfter(next.getNextDue())) {
            next.setNextDue(notBefore);
        }
        if (Integer.bitCount(failures) == 1) {
            // the first failure and then ever fewer of a long row
            log.warn(
                    "feed {} failed (in a row: {}), asked again at {}: {}",
                    feed.name(),
                    failures,
                    next.getNextDue(),
                    why);
        }
        return moved(next);
    }

    private Cursor.Builder next(@Nullable Cursor known, Duration wait, int failures) {
        Cursor.Builder next = known == null ? Cursor.newBuilder() : Cursor.newBuilder(known);
        return next.setFeed(feed.name())
                .setSource(address)
                .setNextDue(clock.instant().plus(wait))
                .setFailures(failures);
    }

    private Instant moved(Cursor.Builder to) {
        Cursor cursor = to.build();
        try {
            await(cursors.move(cursor));
        } catch (Exception e) {
            log.warn(
                    "feed {}: its cursor is not safe, so a restart may land its last answer again: {}",
                    feed.name(),
                    e.toString());
        }
        return cursor.getNextDue();
    }

    /** The feed's cursor, unless it speaks of another address than today's. */
    private @Nullable Cursor known() {
        Cursor cursor = cursors.of(feed.name());
        return cursor != null && address.equals(cursor.getSource()) ? cursor : null;
    }

    private void moved(URI to) {
        if (!to.equals(movedTo)) {
            movedTo = to;
            log.warn("feed {} has moved for good to {}: change its url", feed.name(), Poll.shown(to));
        }
    }

    private Duration until(Instant due) {
        return Duration.between(clock.instant(), due);
    }

    /**
     * Waits until it is safe in Kafka. An interruption leaves it another second, so that what has landed is not landed
     * again after a stop, and then counts for whatever comes next.
     */
    private static void await(Future<?> safe) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    Duration patience = interrupted ? WHEN_STOPPING : LANDING_PATIENCE;
                    safe.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
