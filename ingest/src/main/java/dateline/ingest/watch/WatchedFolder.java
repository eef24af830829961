package dateline.ingest.watch;

import dateline.ingest.feed.ContentCoding;
import dateline.ingest.feed.Cursors;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Fingerprint;
import dateline.ingest.feed.Landing;
import dateline.ingest.feed.Watch;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Collector;
import wire.Cursor;

/**
 * One feed's folder. Files are taken in batches: all of a batch are brought to the landing, then awaited, then remembered in
 * the cursor, then moved to {@code done/}. The cursor names the files that have landed and are not yet known to have been
 * moved, so a crash between the two lands nothing twice, while a file that is dropped again later is taken again.
 *
 * <p>A file that cannot be read or is too large goes to {@code failed/} with a text beside it that says why. Whether its
 * content can be read as wire copy is the reader's business.
 */
final class WatchedFolder {
    private static final Logger log = LoggerFactory.getLogger(WatchedFolder.class);
    private static final int BATCH_FILES = 500;
    private static final long BATCH_BYTES = 24L * 1024 * 1024;
    private static final Duration LANDING_PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Feed feed;
    private final Watch watch;
    private final Landing landing;
    private final Cursors cursors;
    private final Clock clock;
    private final Path folder;
    private final Shelf done;
    private final Shelf failed;
    private final Looks looks;
    /** Fingerprints of what has landed and is not known to have been moved. */
    private final Set<String> landed = new LinkedHashSet<>();

    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instant lastMove = Instant.EPOCH;
    private boolean failing;

    WatchedFolder(Feed feed, Watch watch, Landing landing, Cursors cursors, Clock clock) {
        this.feed = feed;
        this.watch = watch;
        this.landing = landing;
        this.cursors = cursors;
        this.clock = clock;
        folder = watch.folder().toAbsolutePath().normalize();
        done = new Shelf(folder.resolve("done"));
        failed = new Shelf(folder.resolve("failed"));
        looks = new Looks(folder, Set.of(done.root(), failed.root()), watch.settle(), clock);
        Cursor cursor = cursors.of(feed.name());
        if (cursor != null) {
            landed.addAll(cursor.getSeen());
        }
    }

    /** Looks whenever it is time, until stopped. */
    void run() {
        try {
            while (!stopped.await((lookOnce() ? watch.every() : AFTER_FAILURE).toMillis(), TimeUnit.MILLISECONDS)) {
                log.trace("feed {}: looking into {} again", feed.name(), folder);
            }
        } catch (InterruptedException e) {
            log.debug("feed {}: {} is no longer watched", feed.name(), folder);
        }
    }

    /** Lets it end what it has begun: what has landed is remembered and moved, the rest stays for the next start. */
    void stop() {
        stopped.countDown();
    }

    private boolean lookOnce() throws InterruptedException {
        try {
            look();
            if (failing) {
                failing = false;
                log.info("feed {}: {} is taken from again", feed.name(), folder);
            }
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!failing) {
                failing = true;
                log.warn("feed {}: files in {} wait, tried again and again: {}", feed.name(), folder, e.toString());
            }
            log.debug("feed {}", feed.name(), e);
            return false;
        }
    }

    /**
     * Takes every file that is whole.
     *
     * @throws IOException if the folder cannot be looked into, or a file that has landed cannot be moved
     * @throws ExecutionException if a file or the cursor is not known to have landed; it stays and is taken again
     */
    void look() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Files.createDirectories(folder);
        if (cursors.of(feed.name()) == null) {
            // Were there none, a process killed over its first files could not tell what of them had landed.
            remember();
        }
        var batch = new Batch();
        for (Dropped dropped : looks.whole()) {
            if (stopped.getCount() == 0) {
                break;
            }
            byte[] bytes = read(dropped);
            if (bytes != null) {
                batch.add(dropped, bytes);
                if (batch.isFull()) {
                    batch.finish();
                    batch = new Batch();
                }
            }
        }
        batch.finish();
        if (looks.sawNothing()) {
            settleUp();
        }
    }

    /**
     * Nothing is there that could have landed without being moved. The cursor says so, and moves now and then even when no
     * file comes: after a crash, everything that landed since it moved is looked through.
     */
    private void settleUp() {
        boolean due = !clock.instant().isBefore(lastMove.plus(AT_LEAST_EVERY));
        if (due || !landed.isEmpty()) {
            landed.clear();
            forget();
        }
    }

    /** The file's bytes; null if there is nothing to land: it has failed, or was written to meanwhile. */
    private byte @Nullable [] read(Dropped dropped) throws IOException {
        if (dropped.size() == 0) {
            fail(dropped, "it is empty");
            return null;
        }
        // Were it a link by now, it would lead to a file that nobody dropped.
        try (var in = Files.newInputStream(dropped.file(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = ContentCoding.read(in, watch.maxBytes());
            return bytes.length == dropped.size() && isUnchanged(dropped) ? bytes : null;
        } catch (ContentCoding.TooLargeException e) {
            fail(dropped, "it is larger than the %d bytes that watch.max-bytes allows".formatted(watch.maxBytes()));
        } catch (NoSuchFileException e) {
            log.debug("feed {}: {} is gone again", feed.name(), dropped.name());
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            fail(dropped, "it cannot be read: " + e);
        }
        return null;
    }

    private static boolean isUnchanged(Dropped dropped) throws IOException {
        var now = Files.readAttributes(dropped.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return now.size() == dropped.size() && now.lastModifiedTime().equals(dropped.modified());
    }

    private void fail(Dropped dropped, String why) throws IOException {
        log.warn("feed {}: {} goes to failed/: {}", feed.name(), dropped.name(), why);
        Path now = failed.put(dropped);
        Files.writeString(now.resolveSibling(now.getFileName() + ".why"), why + "\n", StandardCharsets.UTF_8);
    }

    /** Files that are brought to the landing together. */
    private final class Batch {
        private final Map<Dropped, String> fingerprints = new HashMap<>();
        private final Map<Dropped, CompletableFuture<?>> landings = new HashMap<>();
        private final List<Dropped> files = new ArrayList<>();
        private long bytes;

        void add(Dropped dropped, byte[] content) {
            String fingerprint = Fingerprint.of(dropped.name(), content);
            files.add(dropped);
            fingerprints.put(dropped, fingerprint);
            if (landed.contains(fingerprint)) {
                return;
            }
            bytes += content.length;
            landings.put(
                    dropped,
                    landing.land(feed.filed(
                            Collector.WATCH,
                            dropped.name(),
                            clock.instant(),
                            null,
                            Map.of(
                                    "last-modified",
                                    dropped.modified().toInstant().toString()),
                            content)));
        }

        boolean isFull() {
            return files.size() >= BATCH_FILES || bytes >= BATCH_BYTES;
        }

        void finish() throws IOException, InterruptedException, ExecutionException, TimeoutException {
            if (files.isEmpty()) {
                return;
            }
            ExecutionException refused = await();
            remember();
            for (Dropped dropped : files) {
                String fingerprint = fingerprints.get(dropped);
                if (landed.contains(fingerprint)) {
                    move(dropped);
                    landed.remove(fingerprint);
                }
            }
            if (refused != null) {
                throw refused;
            }
            forget();
        }

        /** Awaits every landing; what failed of them stays for the next look. */
        private @Nullable ExecutionException await() throws InterruptedException, TimeoutException {
            ExecutionException refused = null;
            for (Dropped dropped : files) {
                CompletableFuture<?> one = landings.get(dropped);
                try {
                    if (one != null) {
                        one.get(LANDING_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                        landed.add(fingerprints.get(dropped));
                    }
                } catch (ExecutionException e) {
                    refused = e;
                }
            }
            return refused;
        }

        private void move(Dropped dropped) throws IOException {
            try {
                done.put(dropped);
            } catch (NoSuchFileException e) {
                log.debug("feed {}: {} was taken away after it had landed", feed.name(), dropped.name());
            }
        }
    }

    private void remember() throws InterruptedException, ExecutionException, TimeoutException {
        cursors.move(cursor()).get(LANDING_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Not awaited: if it is lost, a file of the last batch that is dropped again just after a crash is taken for landed. */
    private void forget() {
        lastMove = clock.instant();
        var _ = cursors.move(cursor());
    }

    private Cursor cursor() {
        return Cursor.newBuilder()
                .setFeed(feed.name())
                .setSeen(List.copyOf(landed))
                .build();
    }
}
