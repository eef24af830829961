package dateline.launcher.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Poll;
import dateline.ingest.feed.Push;
import dateline.ingest.feed.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Three agencies and a script: one is polled and corrects itself, one drops files, one pushes a story that it kills and one
 * that it embargoes. When the script began is kept, so that the same data folder sees the same copy again at a second start.
 */
public final class DemoWires implements AutoCloseable {
    private static final Duration CORRECTED_AFTER = Duration.ofSeconds(8);
    private static final Duration KILLED_AFTER = Duration.ofSeconds(12);
    private static final Duration EMBARGOED_FOR = Duration.ofSeconds(20);
    private static final String TOKEN = "a-token-for-the-demo-alone";
    private static final List<String> DROPPED = List.of("karakol.txt", "lima.html");

    private final Path beganFile;
    private volatile Instant began = Instant.MAX;
    private final Path inbox;
    private final Path staging;
    private final HttpServer agency;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService script = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());
    private final Consumer<String> narrator;

    /**
     * @param folder where the demo keeps its watched folder and when it began
     * @param narrator is told, in a sentence each, what the agencies do
     */
    public DemoWires(Path folder, Consumer<String> narrator) throws IOException {
        this.narrator = narrator;
        inbox = Files.createDirectories(folder.resolve("inbox"));
        staging = Files.createDirectories(folder.resolve("staging"));
        beganFile = folder.resolve("began");
        agency = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agency.createContext("/world.rss", this::answer);
        agency.start();
    }

    /** The feeds that take in what the agencies file. */
    public List<Feed> feeds() {
        URI address = URI.create("http://127.0.0.1:" + agency.getAddress().getPort() + "/world.rss");
        var poll = new Poll(address, Duration.ofSeconds(2), Map.of(), true, 0, Duration.ofSeconds(5));
        return List.of(
                new Feed("meridian", "Meridian Press", "en", null, null, false, poll, null, null),
                new Feed("halcyon", null, null, null, null, false, null, Watch.of(inbox), null),
                new Feed("pacific", "Pacific Wire Service", "en", null, null, false, null, null, Push.by(TOKEN)));
    }

    /**
     * Plays the script from where it stands; to be called once everything runs.
     *
     * @param receiver where pushed copy is received, http://host:port
     */
    public void play(URI receiver) throws IOException {
        began = began(beganFile);
        script.execute(() -> DROPPED.forEach(this::drop));
        script.execute(() -> push(receiver, "ferry.json"));
        script.execute(() -> push(receiver, "quake-1.json"));
        script.execute(() -> push(receiver, "rates.json"));
        at(began.plus(KILLED_AFTER), () -> push(receiver, "quake-kill.json"));
        tell(began.plus(CORRECTED_AFTER), "Meridian Press corrects its Rhine story");
        tell(began.plus(KILLED_AFTER), "Pacific Wire kills its quake story");
        tell(began.plus(EMBARGOED_FOR), "the embargo on Pacific Wire's rates story ends");
    }

    /** What an earlier start has told is not told again. */
    private void tell(Instant time, String event) {
        if (time.isAfter(Instant.now())) {
            at(time, () -> narrator.accept(event));
        }
    }

    private void at(Instant time, Runnable step) {
        var _ = script.schedule(
                step, Math.max(1, Duration.between(Instant.now(), time).toMillis()), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean corrected = began.isBefore(Instant.now().minus(CORRECTED_AFTER));
        byte[] body = copy(corrected ? "polled/corrected.xml" : "polled/first.xml");
        String etag = corrected ? "\"corrected\"" : "\"first\"";
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private void drop(String name) {
        try {
            if (Files.exists(inbox.resolve("done").resolve(name))) {
                return;
            }
            Path written = Files.write(staging.resolve(name), copy("dropped/" + name));
            Files.move(written, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            narrator.accept("cannot drop " + name + ": " + e);
        }
    }

    private void push(URI receiver, String name) {
        try {
            String copy = new String(copy("pushed/" + name), StandardCharsets.UTF_8)
                    .replace("@EMBARGO@", began.plus(EMBARGOED_FOR).toString());
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(receiver.resolve("/wire/pacific"))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(copy))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                narrator.accept("pushing " + name + " was answered with " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            narrator.accept("cannot push " + name + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Instant began(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(
                    file, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return Instant.parse(Files.readString(file).strip());
    }

    /** A file of the demo's, as it is in the build. */
    public static byte[] copy(String name) throws IOException {
        try (InputStream in = DemoWires.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IOException("the demo's " + name + " is missing from the build");
            }
            return in.readAllBytes();
        }
    }

    @Override
    public void close() {
        script.shutdownNow();
        agency.stop(0);
        http.close();
    }
}
