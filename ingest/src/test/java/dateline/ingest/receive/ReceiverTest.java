package dateline.ingest.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Landing;
import dateline.ingest.feed.MemoryLanding;
import dateline.ingest.feed.Poll;
import dateline.ingest.feed.Push;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Collector;

class ReceiverTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String TOKEN = "harbour-token-0123456789";
    private static final int MAX_BYTES = 100_000;

    private final MemoryLanding landing = new MemoryLanding();
    private final HttpClient http = HttpClient.newHttpClient();
    private Landing lands = landing;
    private final Receiver receiver = new Receiver(
            List.of(
                    Feed.of("harbour", new Push(List.of("an-older-token-98765", TOKEN), 0, MAX_BYTES)),
                    Feed.of("slow", new Push(List.of(TOKEN), 0.001, MAX_BYTES)),
                    Feed.of("polled", Poll.at(URI.create("https://example.org/feed")))),
            "127.0.0.1",
            0,
            raw -> lands.land(raw),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofMillis(200));

    ReceiverTest() throws IOException {
        receiver.start();
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        receiver.close();
    }

    @Test
    void pushedCopyLandsUntouchedAndThePusherIsToldWhere() throws Exception {
        byte[] latin = "<nitf>Été</nitf>".getBytes(ISO_8859_1);

        var answer = send(push("harbour", BodyPublishers.ofByteArray(latin))
                .header("Content-Type", "application/xml; charset=iso-8859-1")
                .header("Subject", "Harbour"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"feed\":\"harbour\",\"topic\":\"wire.raw\",\"partition\":0,\"offset\":0}");
        assertThat(landing.landed()).singleElement().satisfies(raw -> {
            assertThat(raw.getBytes().array()).isEqualTo(latin);
            assertThat(raw.getFeed()).isEqualTo("harbour");
            assertThat(raw.getCollector()).isEqualTo(Collector.RECEIVE);
            assertThat(raw.getContentType()).isEqualTo("application/xml; charset=iso-8859-1");
            assertThat(raw.getLanded()).isEqualTo(NOW);
            assertThat(raw.getMetadata()).containsEntry("subject", "Harbour");
        });
    }

    @Test
    void anyOfAFeedsTokensIsGoodAndNoOther() throws Exception {
        assertThat(send(push("harbour", "news").setHeader("Authorization", "bearer an-older-token-98765"))
                        .statusCode())
                .isEqualTo(202);
        for (String authorization : List.of(
                "", "Bearer", "Bearer ", "Bearer " + TOKEN + "x", "Bearer x" + TOKEN, "Basic " + TOKEN, TOKEN)) {
            var answer = send(push("harbour", "news").setHeader("Authorization", authorization));
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"dateline\"");
            assertThat(answer.body()).startsWith("{\"error\":").doesNotContain(TOKEN);
        }
        assertThat(landing.texts()).containsExactly("news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "polled", "%2e%2e", "harbour%00"})
    void aFeedThatIsNotPushedIsNotFound(String feed) throws Exception {
        assertThat(send(push(feed, "news")).statusCode()).isIn(404, 400);
        assertThat(landing.landed()).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsRefusedHoweverItComes() throws Exception {
        byte[] large = new byte[MAX_BYTES + 1];
        var announced = send(push("harbour", BodyPublishers.ofByteArray(large)));
        var chunked = send(push("harbour", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
        var packed =
                send(push("harbour", BodyPublishers.ofByteArray(gzip(large))).header("Content-Encoding", "gzip"));

        assertThat(List.of(announced.statusCode(), chunked.statusCode(), packed.statusCode()))
                .containsOnly(413);
        assertThat(landing.landed()).isEmpty();
        assertThat(send(push("harbour", BodyPublishers.ofByteArray(new byte[MAX_BYTES])))
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void packedCopyLandsAsItWas() throws Exception {
        var answer = send(push("harbour", BodyPublishers.ofByteArray(gzip("news".getBytes(UTF_8))))
                .header("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(landing.texts()).containsExactly("news");
    }

    @Test
    void aBodyThatIsEmptyBrokenOrCodedStrangelyIsRefused() throws Exception {
        byte[] cut = gzip("news".repeat(100).getBytes(UTF_8));
        var empty = send(push("harbour", ""));
        var broken = send(push("harbour", BodyPublishers.ofByteArray(cut, 0, cut.length - 12))
                .header("Content-Encoding", "gzip"));
        var strange = send(push("harbour", "news").header("Content-Encoding", "br"));

        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(strange.statusCode()).isEqualTo(415);
        assertThat(strange.headers().firstValue("Accept-Encoding")).contains("gzip, deflate");
        assertThat(landing.landed()).isEmpty();
    }

    @Test
    void aPostWithoutABodysLengthIsAskedForIt() throws Exception {
        assertThat(raw("POST /wire/harbour HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 411 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "image/jpeg",
                "application/pdf"
            })
    void whatIsNoCopyIsRefusedByItsType(String type) throws Exception {
        assertThat(send(push("harbour", "x").header("Content-Type", type)).statusCode())
                .isEqualTo(415);
        assertThat(landing.landed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "TEXT/XML",
                "application/atom+xml",
                "application/vnd.iptc.g2.newsitem+xml",
                "application/json; charset=utf-8",
                "application/octet-stream",
                "message/rfc822",
                "multipart/alternative; boundary=x"
            })
    void copyIsTakenInTheTypesAgenciesUse(String type) throws Exception {
        assertThat(send(push("harbour", "x").header("Content-Type", type)).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aFeedThatPushesTooOftenIsAskedToWaitAndNoOtherFeed() throws Exception {
        assertThat(send(push("slow", "one")).statusCode()).isEqualTo(202);
        var second = send(push("slow", "two"));

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(900L, 1000L);
        assertThat(send(push("harbour", "three")).statusCode()).isEqualTo(202);
        assertThat(landing.texts()).containsExactly("one", "three");
    }

    @Test
    void wrongTokensDoNotUseUpAFeedsRate() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(push("slow", "x").setHeader("Authorization", "Bearer wrong"));
        }

        assertThat(send(push("slow", "one")).statusCode()).isEqualTo(202);
    }

    @Test
    void copyThatKafkaDoesNotAcknowledgeInTimeIsToBePushedAgain() throws Exception {
        lands = raw -> new CompletableFuture<>();
        var late = send(push("harbour", "news"));
        lands = raw -> CompletableFuture.failedFuture(new IllegalStateException("Kafka is away"));
        var failed = send(push("harbour", "news"));

        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.headers().firstValue("Retry-After")).isPresent();
        assertThat(failed.statusCode()).isEqualTo(503);
        assertThat(failed.body()).startsWith("{\"error\":").doesNotContain("IllegalState");
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        var other = new Receiver(List.of(), "127.0.0.1", receiver.port(), landing, Clock.systemUTC());

        assertThatThrownBy(other::start)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + receiver.port());
    }

    private HttpRequest.Builder push(String feed, String copy) {
        return push(feed, BodyPublishers.ofString(copy));
    }

    private HttpRequest.Builder push(String feed, BodyPublisher copy) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + receiver.port() + "/wire/" + feed))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(copy);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The answer to a request that no well-behaved client would send. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), receiver.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
