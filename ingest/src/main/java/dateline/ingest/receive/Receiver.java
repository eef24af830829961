package dateline.ingest.receive;

import dateline.ingest.feed.ContentCoding;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Landing;
import dateline.ingest.feed.Push;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Collector;
import wire.RawItem;

/**
 * Receives pushed copy at {@code POST /wire/{feed}}. The answer 202 means that the copy is safe in Kafka; with any other the
 * pusher still has it to push. Errors are answered as {@code {"error": "…"}}.
 */
public final class Receiver implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Receiver.class);
    private static final Duration LANDING_PATIENCE = Duration.ofSeconds(10);
    /** How many bodies are held in memory together. */
    private static final int AT_ONCE = 64;

    private static final Duration SLOWEST_BODY = Duration.ofMinutes(2);

    private static final long IDLE_MS = 30_000;
    private static final long STOPPING_MS = 1_000;
    private static final long STOPPING_IDLE_MS = 100;
    /** Pushers come in crowds, with a connection each; Java's usual 50 would turn some of them away. */
    private static final int WAITING_CONNECTIONS = 1024;

    private static final List<String> KEPT_HEADERS =
            List.of("content-disposition", "content-language", "last-modified", "subject", "slug");

    private record Door(Feed feed, Push push, Tokens tokens, Rate rate) {}

    private final Map<String, Door> doors = new HashMap<>();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Landing landing;
    private final Clock clock;
    private final Duration patience;
    private final Javalin http;
    private final String host;
    private final int wanted;

    /**
     * @param feeds all feeds; those that are not pushed are none of its business
     * @param host the address to listen on
     * @param port the port, 0 for any that is free
     */
    public Receiver(List<Feed> feeds, String host, int port, Landing landing, Clock clock) {
        this(feeds, host, port, landing, clock, LANDING_PATIENCE);
    }

    /** @param patience how long Kafka may take to acknowledge before the pusher is told to try again */
    Receiver(List<Feed> feeds, String host, int port, Landing landing, Clock clock, Duration patience) {
        for (Feed feed : feeds) {
            if (feed.source() instanceof Push push) {
                doors.put(
                        feed.name(),
                        new Door(feed, push, new Tokens(push.tokens()), new Rate(push.perSecond(), System::nanoTime)));
            }
        }
        this.landing = landing;
        this.clock = clock;
        this.patience = patience;
        this.host = host;
        this.wanted = port;
        http = Javalin.create(this::configure);
    }

    /** Whether there is any feed to receive. */
    public static boolean isWanted(List<Feed> feeds) {
        return feeds.stream().anyMatch(feed -> feed.source() instanceof Push);
    }

    /** @throws IOException if it cannot listen there */
    public void start() throws IOException {
        try {
            http.start();
        } catch (RuntimeException e) {
            throw new IOException("copy cannot be received at %s:%d: %s".formatted(host, wanted, e.getMessage()), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** Lets what is being received come to its end, for a second at most. */
    @Override
    public void close() {
        http.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOPPING_MS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.addConnector((server, http) -> {
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(host);
            connector.setPort(wanted);
            connector.setAcceptQueueSize(WAITING_CONNECTIONS);
            connector.setIdleTimeout(IDLE_MS);
            connector.setShutdownIdleTimeout(STOPPING_IDLE_MS);
            return connector;
        });
        config.routes.post("/wire/{feed}", this::receive);
        config.routes.exception(Refusal.class, Receiver::refuse);
        config.routes.exception(Exception.class, (e, context) -> {
            log.warn("a push to {} failed", context.path(), e);
            refuse(new Refusal(500, "it could not be taken: push it again later"), context);
        });
    }

    private static void refuse(Refusal refusal, Context context) {
        refusal.headers().forEach(context::header);
        context.status(refusal.status()).json(Map.of("error", String.valueOf(refusal.getMessage())));
    }

    private void receive(Context context) throws Exception {
        Door door = door(context);
        if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy("more is being pushed than there is room for: push it again later");
        }
        try {
            byte[] bytes = body(context, door);
            Landing.Place place = land(door.feed()
                    .filed(
                            Collector.RECEIVE,
                            or(context.header("Content-Location"), ""),
                            clock.instant(),
                            context.header("Content-Type"),
                            metadata(context),
                            bytes));
            var landed = new LinkedHashMap<String, Object>();
            landed.put("feed", door.feed().name());
            landed.put("topic", place.topic());
            landed.put("partition", place.partition());
            landed.put("offset", place.offset());
            context.status(202).json(landed);
        } finally {
            room.release();
        }
    }

    private Door door(Context context) throws Refusal {
        Door door = doors.get(context.pathParam("feed"));
        if (door == null) {
            throw new Refusal(404, "no feed of that name is pushed to this address");
        }
        if (!door.tokens().admit(context.header("Authorization"))) {
            throw new Refusal(
                    401,
                    "send one of the feed's tokens as Authorization: Bearer …",
                    Map.of("WWW-Authenticate", "Bearer realm=\"dateline\""));
        }
        Duration wait = door.rate().pass();
        if (!wait.isZero()) {
            throw new Refusal(
                    429,
                    "more than the %s a second that this feed may push"
                            .formatted(door.push().perSecond()),
                    Map.of("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds())));
        }
        return door;
    }

    private static byte[] body(Context context, Door door) throws Refusal {
        int limit = door.push().maxBytes();
        long length = context.req().getContentLengthLong();
        if (length < 0
                && context.header("Transfer-Encoding") == null
                && !context.protocol().equals("HTTP/2.0")) {
            throw new Refusal(411, "send a body with Content-Length or in chunks");
        }
        if (!MediaTypes.accept(context.header("Content-Type"))) {
            throw new Refusal(
                    415,
                    "copy is taken as text, XML, JSON, mail or application/octet-stream"
                            + " (with curl: --data-binary @FILE -H 'Content-Type: application/xml')");
        }
        var tooLarge = new Refusal(413, "it is larger than the %d bytes that this feed may push".formatted(limit));
        if (length > limit) {
            throw tooLarge;
        }
        try {
            byte[] bytes = ContentCoding.undone(
                    context.header("Content-Encoding"),
                    ContentCoding.read(new Timed(context.req().getInputStream(), SLOWEST_BODY), limit),
                    limit);
            if (bytes.length == 0) {
                throw new Refusal(400, "it is empty: send the copy as the body");
            }
            return bytes;
        } catch (ContentCoding.TooLargeException e) {
            throw tooLarge;
        } catch (ContentCoding.UnknownException e) {
            throw new Refusal(
                    415,
                    "its content coding is not understood: send it as it is, or with " + ContentCoding.ACCEPTED,
                    Map.of("Accept-Encoding", ContentCoding.ACCEPTED));
        } catch (IOException e) {
            throw new Refusal(400, "its body ended early, came too slowly or is not coded as Content-Encoding says");
        }
    }

    private Landing.Place land(RawItem raw) throws Refusal, InterruptedException {
        try {
            return landing.land(raw).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.warn("feed {}: pushed copy is not known to have landed: {}", raw.getFeed(), e.toString());
            throw busy("Kafka did not acknowledge it in time: push it again");
        }
    }

    private static Refusal busy(String error) {
        return new Refusal(503, error, Map.of("Retry-After", "1"));
    }

    private static Map<String, String> metadata(Context context) {
        var metadata = new LinkedHashMap<String, String>();
        for (String name : KEPT_HEADERS) {
            String value = context.header(name);
            if (value != null) {
                metadata.put(name, value);
            }
        }
        return metadata;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
