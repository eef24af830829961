package dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.HandClock;
import dateline.ingest.feed.MemoryCursors;
import dateline.ingest.feed.MemoryLanding;
import dateline.ingest.feed.Poll;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Collector;
import wire.Cursor;
import wire.RawItem;

class PollerTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int MAX_BYTES = 10_000;

    private final TestSite site = new TestSite();
    private final HttpClient http = Polling.client();
    private final Hosts hosts = new Hosts();
    private final MemoryLanding landing = new MemoryLanding();
    private final MemoryCursors cursors = new MemoryCursors();
    private final HandClock clock = new HandClock(START);

    PollerTest() throws IOException {}

    @AfterEach
    void close() {
        http.shutdownNow();
        site.close();
    }

    @Test
    void anAnswerLandsUntouchedWithWhereItCameFromAndWhatTheServerSaidOfIt() throws Exception {
        byte[] latin = "<rss>Été</rss>".getBytes(ISO_8859_1);
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=iso-8859-1");
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            TestSite.send(exchange, 200, latin);
        });

        Instant next = poller("/feed").ask();

        assertThat(landing.landed()).singleElement().satisfies(raw -> {
            assertThat(raw.getBytes().array()).isEqualTo(latin);
            assertThat(raw.getFeed()).isEqualTo("harbour");
            assertThat(raw.getCollector()).isEqualTo(Collector.POLL);
            assertThat(raw.getSource()).isEqualTo(site.at("/feed").toString());
            assertThat(raw.getContentType()).isEqualTo("application/rss+xml; charset=iso-8859-1");
            assertThat(raw.getLanded()).isEqualTo(START);
            assertThat(raw.getMetadata()).containsEntry("etag", "\"v1\"");
        });
        assertThat(next).isEqualTo(START.plus(EVERY));
        assertThat(cursor().getEtag()).isEqualTo("\"v1\"");
    }

    @Test
    void afterTheFirstAnswerOnlyNewsIsAskedForAndAnUnchangedFeedLandsNothing() throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sun, 01 Mar 2026 09:00:00 GMT");
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            TestSite.send(exchange, known ? 304 : 200, known ? new byte[0] : "<rss/>".getBytes(UTF_8));
        });

        poller("/feed").ask();
        Instant next = poller("/feed").ask();

        assertThat(landing.texts()).containsExactly("<rss/>");
        assertThat(next).isEqualTo(START.plus(EVERY));
        assertThat(site.asked.getLast().header("If-none-match")).isEqualTo("\"v1\"");
        assertThat(site.asked.getLast().header("If-modified-since")).isEqualTo("Sun, 01 Mar 2026 09:00:00 GMT");
    }

    @Test
    void aServerWithoutValidatorsThatAnswersTheSameAgainLandsNothing() throws Exception {
        answers(200, "<rss/>");
        poller("/feed").ask();
        poller("/feed").ask();
        answers(200, "<rss>news</rss>");
        poller("/feed").ask();

        assertThat(landing.texts()).containsExactly("<rss/>", "<rss>news</rss>");
    }

    @Test
    void validatorsOfOneAddressAreNotSentToAnother() throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            TestSite.send(exchange, 200, "<rss/>".getBytes(UTF_8));
        });
        poller("/feed").ask();
        site.page("/other", exchange -> TestSite.send(exchange, 200, "<rss/>".getBytes(UTF_8)));
        poller("/other").ask();

        assertThat(site.asked.getLast().header("If-none-match")).isEmpty();
    }

    @Test
    void whatKafkaDidNotAcknowledgeIsAskedForAgainInFull() throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            boolean known = exchange.getRequestHeaders().containsKey("If-None-Match");
            TestSite.send(exchange, known ? 304 : 200, known ? new byte[0] : "<rss/>".getBytes(UTF_8));
        });
        landing.refuse(raw -> true);
        poller("/feed").ask();
        landing.refuse(null);
        poller("/feed").ask();

        assertThat(landing.texts()).containsExactly("<rss/>");
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate"})
    void compressedAnswersAreTakenAndLandAsTheyWere(String coding) throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", coding);
            TestSite.send(exchange, 200, coded(coding, "<rss>news</rss>".getBytes(UTF_8)));
        });

        poller("/feed").ask();

        assertThat(landing.texts()).containsExactly("<rss>news</rss>");
        assertThat(site.asked.getFirst().header("Accept-encoding")).contains(coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "deflate"})
    void anAnswerLargerThanTheLimitIsNotLandedHoweverItIsPacked(String coding) throws Exception {
        byte[] large = new byte[MAX_BYTES + 1];
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", coding);
            TestSite.send(exchange, 200, coding.equals("identity") ? large : coded(coding, large));
        });

        poller("/feed").ask();

        assertThat(landing.landed()).isEmpty();
        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @Test
    void anEndlessAnswerIsCutOffAtTheLimit() throws Exception {
        site.page("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            byte[] chunk = new byte[8192];
            while (true) {
                // ends when the poller hangs up
                body.write(chunk);
            }
        });

        poller("/feed").ask();

        assertThat(landing.landed()).isEmpty();
        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpAtTheTimeout() throws Exception {
        var end = new CountDownLatch(1);
        site.page("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            awaitQuietly(end);
        });

        poller(new Poll(site.at("/feed"), EVERY, Map.of(), true, MAX_BYTES, Duration.ofMillis(300)))
                .ask();
        end.countDown();

        assertThat(landing.landed()).isEmpty();
        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @Test
    void redirectsAreFollowedWhileCredentialsStayWithTheFeedsOwnHost() throws Exception {
        answers(200, "<rss/>");
        site.page("/old", exchange -> {
            String other = site.at("/feed").toString().replace("127.0.0.1", "localhost");
            exchange.getResponseHeaders().set("Location", other);
            TestSite.send(exchange, 301, new byte[0]);
        });

        poller(new Poll(site.at("/old"), EVERY, Map.of("Authorization", "Bearer secret"), true, 0, EVERY))
                .ask();

        assertThat(landing.landed())
                .extracting(RawItem::getSource)
                .singleElement()
                .asString()
                .contains("localhost");
        assertThat(site.asked.get(0).header("Authorization")).isEqualTo("Bearer secret");
        assertThat(site.asked.get(1).header("Authorization")).isEmpty();
    }

    @Test
    void aRedirectInCirclesIsAFailure() throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/feed");
            TestSite.send(exchange, 302, new byte[0]);
        });

        poller("/feed").ask();

        assertThat(site.asked).hasSize(6);
        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "ftp://example.org/feed", "gopher://x/", "http:///nohost", "::"})
    void aRedirectToAnythingButHttpIsAFailure(String location) throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            TestSite.send(exchange, 302, new byte[0]);
        });

        poller("/feed").ask();

        assertThat(landing.landed()).isEmpty();
        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @Test
    void aPrivateAddressIsNotAskedWithoutLeave() throws Exception {
        answers(200, "<rss/>");

        poller(Poll.at(site.at("/feed"))).ask();

        assertThat(site.asked).isEmpty();
        assertThat(landing.landed()).isEmpty();
        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 2026-03-01T10:02:00Z",
        "'Sun, 01 Mar 2026 10:30:00 GMT', 2026-03-01T10:30:00Z",
        "99999999999, 2026-03-02T10:00:00Z",
        "soon, 2026-03-01T10:00:22.500Z"
    })
    void aServerThatAsksForPeaceGetsIt(String retryAfter, Instant next) throws Exception {
        site.page("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            TestSite.send(exchange, 429, new byte[0]);
        });

        assertThat(poller("/feed").ask()).isEqualTo(next);
        assertThat(poller("/feed").firstDue()).isEqualTo(next);
    }

    @Test
    void failuresPutAFeedOffEverLongerAndSuccessEndsThat() throws Exception {
        answers(500, "");
        Duration last = Duration.ZERO;
        for (int failure = 1; failure <= 12; failure++) {
            Duration wait = Duration.between(START, poller("/feed").ask());
            assertThat(wait).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofHours(1));
            last = wait;
        }
        answers(200, "<rss/>");
        Instant next = poller("/feed").ask();

        assertThat(last).isEqualTo(Duration.ofMinutes(45));
        assertThat(next).isEqualTo(START.plus(EVERY));
        assertThat(cursor().getFailures()).isZero();
    }

    @Test
    void aHostThatIsNotThereIsAFailure() throws Exception {
        URI gone;
        try (var other = new TestSite()) {
            gone = other.at("/feed");
        }

        poller(new Poll(gone, EVERY, Map.of(), true, 0, EVERY)).ask();

        assertThat(cursor().getFailures()).isEqualTo(1);
    }

    @Test
    void aFeedThatIsGoneIsNeverAskedAgain() throws Exception {
        answers(410, "");

        poller("/feed").run();

        assertThat(site.asked).hasSize(1);
    }

    @Test
    void whenToAskNextSurvivesARestartUnlessTheConfigurationNowAsksSooner() throws Exception {
        answers(200, "<rss/>");
        poller("/feed").ask();
        clock.pass(Duration.ofMinutes(1));

        assertThat(poller("/feed").firstDue()).isEqualTo(START.plus(EVERY));
        assertThat(poller(new Poll(site.at("/feed"), Duration.ofSeconds(10), Map.of(), true, 0, EVERY))
                        .firstDue())
                .isEqualTo(START.plus(Duration.ofSeconds(70)));
    }

    @Test
    void oneHostIsAskedOneThingAtATime() throws Exception {
        var another = new Semaphore(0);
        var together = new AtomicBoolean();
        site.page("/feed", exchange -> {
            another.release();
            // were two asked together, one would see the other come
            together.compareAndSet(false, seesTwo(another));
            TestSite.send(exchange, 200, "<rss/>".getBytes(UTF_8));
            another.drainPermits();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(
                    List.of(() -> poller("/feed").ask(), () -> poller("/feed").ask()));
        }

        assertThat(site.asked).hasSize(2);
        assertThat(together).isFalse();
    }

    private static boolean seesTwo(Semaphore arrived) {
        try {
            return arrived.tryAcquire(2, 300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Poller poller(String path) {
        return poller(new Poll(site.at(path), EVERY, Map.of(), true, MAX_BYTES, Duration.ofSeconds(20)));
    }

    private Poller poller(Poll poll) {
        return new Poller(Feed.of("harbour", poll), poll, http, hosts, landing, cursors, clock, () -> 0.5);
    }

    private void answers(int status, String body) {
        site.page("/feed", exchange -> TestSite.send(exchange, status, body.getBytes(UTF_8)));
    }

    private Cursor cursor() {
        @Nullable Cursor cursor = cursors.of("harbour");
        assertThat(cursor).isNotNull();
        return cursor;
    }

    private static byte[] coded(String coding, byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(bytes) : new DeflaterOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
