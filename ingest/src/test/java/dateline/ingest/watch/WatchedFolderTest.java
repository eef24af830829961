package dateline.ingest.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.HandClock;
import dateline.ingest.feed.MemoryCursors;
import dateline.ingest.feed.MemoryLanding;
import dateline.ingest.feed.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Collector;
import wire.RawItem;

class WatchedFolderTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 1000;

    private final MemoryLanding landing = new MemoryLanding();
    private final MemoryCursors cursors = new MemoryCursors();
    private final HandClock clock = new HandClock(START);

    @TempDir
    private Path folder;

    @Test
    void aWholeFileLandsUntouchedAndIsMovedToDone() throws Exception {
        byte[] latin = "Été à Genève".getBytes(ISO_8859_1);
        Files.write(folder.resolve("copy.txt"), latin);
        age("copy.txt", Duration.ofMinutes(1));

        watched().look();

        assertThat(landing.landed()).singleElement().satisfies(raw -> {
            assertThat(raw.getBytes().array()).isEqualTo(latin);
            assertThat(raw.getSource()).isEqualTo("copy.txt");
            assertThat(raw.getCollector()).isEqualTo(Collector.WATCH);
            assertThat(raw.getLanded()).isEqualTo(START);
        });
        assertThat(files()).containsExactly("done/copy.txt");
    }

    @Test
    void aFileThatIsBeingWrittenIsWaitedFor() throws Exception {
        WatchedFolder watched = watched();
        for (String sofar : List.of("half", "half and", "half and whole")) {
            drop("copy.txt", sofar, Duration.ZERO);
            watched.look();
            clock.pass(Duration.ofSeconds(1));
            watched.look();
            assertThat(landing.landed()).isEmpty();
        }
        clock.pass(Duration.ofSeconds(1));
        watched.look();

        assertThat(landing.texts()).containsExactly("half and whole");
    }

    @Test
    void aFileWhoseClockIsAheadOfOursSettlesByOurWatchingIt() throws Exception {
        drop("copy.txt", "news", Duration.ofHours(-1));
        WatchedFolder watched = watched();
        watched.look();
        assertThat(landing.landed()).isEmpty();
        clock.pass(SETTLE);
        watched.look();

        assertThat(landing.texts()).containsExactly("news");
    }

    @Test
    void theFileWrittenFirstLandsFirst() throws Exception {
        drop("a.txt", "second", Duration.ofMinutes(1));
        drop("b.txt", "first", Duration.ofMinutes(2));
        drop("c.txt", "third", Duration.ofMinutes(1));

        watched().look();

        assertThat(landing.texts()).containsExactly("first", "second", "third");
    }

    @Test
    void aSubFolderIsWatchedTooAndItsNameKept() throws Exception {
        drop("sport/copy.txt", "goal", Duration.ofMinutes(1));

        watched().look();

        assertThat(landing.landed()).extracting(RawItem::getSource).containsExactly("sport/copy.txt");
        assertThat(files()).containsExactly("done/sport/copy.txt");
    }

    @Test
    void aFileThatHasBecomeALinkMeanwhileIsNotFollowed(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        FileTime written = FileTime.from(START.minusSeconds(60));
        Files.setLastModifiedTime(secret, written);
        drop("a.txt", "first", Duration.ofMinutes(2));
        drop("b.txt", "public", Duration.ofMinutes(1));
        landing.refuse(raw -> {
            try {
                Files.delete(folder.resolve("b.txt"));
                Files.createSymbolicLink(folder.resolve("b.txt"), secret);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            landing.refuse(null);
            return false;
        });

        watched().look();

        assertThat(landing.texts()).containsExactly("first");
    }

    @Test
    void hiddenAndTemporaryFilesAndLinksAreLeftAlone(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
        drop(".hidden", "x", Duration.ofMinutes(1));
        drop(".rsync/copy.txt", "x", Duration.ofMinutes(1));
        drop("copy.xml.part", "x", Duration.ofMinutes(1));
        drop("copy.xml.TMP", "x", Duration.ofMinutes(1));
        Files.createSymbolicLink(folder.resolve("link.txt"), secret);
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);

        watched().look();

        assertThat(landing.landed()).isEmpty();
        assertThat(files()).contains(".hidden", ".rsync/copy.txt", "copy.xml.part", "copy.xml.TMP");
    }

    @Test
    void aNameThatIsTakenInDoneGetsANumber() throws Exception {
        for (String copy : List.of("one", "two", "three")) {
            drop("copy.txt", copy, Duration.ofMinutes(1));
            watched().look();
        }

        assertThat(landing.texts()).containsExactly("one", "two", "three");
        assertThat(files()).containsExactly("done/copy-2.txt", "done/copy-3.txt", "done/copy.txt");
        assertThat(folder.resolve("done/copy-3.txt")).hasContent("three");
    }

    @Test
    void aFileThatIsTooLargeOrEmptyGoesToFailedWithTheReasonAndTheRestGoesOn() throws Exception {
        drop("large.txt", "x".repeat(MAX_BYTES + 1), Duration.ofMinutes(3));
        drop("empty.txt", "", Duration.ofMinutes(2));
        drop("good.txt", "x".repeat(MAX_BYTES), Duration.ofMinutes(1));

        watched().look();

        assertThat(landing.landed()).extracting(RawItem::getSource).containsExactly("good.txt");
        assertThat(files())
                .containsExactly(
                        "done/good.txt",
                        "failed/empty.txt",
                        "failed/empty.txt.why",
                        "failed/large.txt",
                        "failed/large.txt.why");
        assertThat(folder.resolve("failed/large.txt.why")).content().contains("1000 bytes", "watch.max-bytes");
    }

    @Test
    void anEmptyFileIsGivenTimeToBeWritten() throws Exception {
        drop("copy.txt", "", Duration.ofSeconds(10));

        watched().look();

        assertThat(files()).containsExactly("copy.txt");
    }

    @Test
    void whatKafkaDidNotAcknowledgeStaysAndLandsLaterWhileTheRestIsDone() throws Exception {
        drop("good.txt", "good", Duration.ofMinutes(1));
        drop("late.txt", "late", Duration.ofMinutes(1));
        landing.refuse(raw -> raw.getSource().equals("late.txt"));
        WatchedFolder watched = watched();
        assertThatThrownBy(watched::look).isInstanceOf(ExecutionException.class);
        assertThat(files()).containsExactly("done/good.txt", "late.txt");

        landing.refuse(null);
        watched.look();

        assertThat(landing.texts()).containsExactly("good", "late");
        assertThat(files()).containsExactly("done/good.txt", "done/late.txt");
    }

    @Test
    void aCrashBetweenLandingAndMovingLandsNothingTwice() throws Exception {
        drop("a.txt", "a", Duration.ofMinutes(1));
        drop("b.txt", "b", Duration.ofMinutes(1));
        // what stands in the way of done/ lets every move fail, as a crash would
        Files.writeString(folder.resolve("done"), "in the way");
        WatchedFolder first = watched();
        assertThatThrownBy(first::look).isInstanceOf(IOException.class);
        Files.delete(folder.resolve("done"));

        watched().look();

        assertThat(landing.texts()).containsExactly("a", "b");
        assertThat(files()).containsExactly("done/a.txt", "done/b.txt");
    }

    @Test
    void theSameFileDroppedAgainLaterIsTakenAgainAfterARestartToo() throws Exception {
        drop("copy.txt", "same", Duration.ofMinutes(1));
        watched().look();
        drop("copy.txt", "same", Duration.ofMinutes(1));
        watched().look();

        assertThat(landing.texts()).containsExactly("same", "same");
    }

    @Test
    void aThousandFilesAreBroughtTogetherAndNotOneByOne() throws Exception {
        for (int i = 0; i < 1000; i++) {
            drop("%04d.txt".formatted(i), "copy " + i, Duration.ofMinutes(1));
        }
        var waiting = new java.util.concurrent.ConcurrentLinkedQueue<CompletableFuture<Void>>();
        var atOnce = new java.util.concurrent.atomic.AtomicInteger();
        var watch = new Watch(folder, SETTLE, Duration.ofMillis(100), 0);
        // acknowledges nothing before the five hundredth is there, which would hang if each were awaited by itself
        new WatchedFolder(
                        Feed.of("harbour", watch),
                        watch,
                        raw -> {
                            var acknowledged = new CompletableFuture<Void>();
                            waiting.add(acknowledged);
                            if (waiting.size() == 500) {
                                atOnce.incrementAndGet();
                                waiting.forEach(one -> one.complete(null));
                                waiting.clear();
                            }
                            return acknowledged.thenCompose(x -> landing.land(raw));
                        },
                        cursors,
                        clock)
                .look();

        assertThat(atOnce).hasValue(2);
        assertThat(landing.landed()).hasSize(1000);
        assertThat(files()).hasSize(1000).allMatch(name -> name.startsWith("done/"));
    }

    @Test
    void aFolderThatIsNotThereIsMade() throws Exception {
        folder = folder.resolve("new/wire");

        watched().look();

        assertThat(folder).isDirectory();
    }

    private WatchedFolder watched() {
        var watch = new Watch(folder, SETTLE, Duration.ofMillis(100), MAX_BYTES);
        return new WatchedFolder(Feed.of("harbour", watch), watch, landing, cursors, clock);
    }

    private void drop(String name, String copy, Duration age) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, copy, UTF_8);
        age(name, age);
    }

    private void age(String name, Duration age) throws IOException {
        Files.setLastModifiedTime(
                folder.resolve(name), FileTime.from(clock.instant().minus(age)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !Files.isSymbolicLink(file))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
