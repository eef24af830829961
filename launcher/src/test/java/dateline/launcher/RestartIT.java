package dateline.launcher;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dateline.launcher.embedded.EmbeddedKafka;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A polled feed over a restart, asked over real HTTP. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class RestartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String NONE = "none";
    private static final String ETAG = "\"edition-7\"";

    @TempDir
    Path folder;

    /** The validators that came with each request, in order. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void aRestartedCollectorAsksWithTheETagItKnowsAndLandsNothingNew() throws Exception {
        HttpServer agency = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        agency.createContext("/world.rss", this::answer);
        agency.start();
        try (var broker = new EmbeddedKafka(folder.resolve("kafka"), Stage.MAX_RECORD_BYTES)) {
            Files.writeString(folder.resolve("dateline.yml"), """
                    kafka: { bootstrap.servers: "%s" }
                    feeds:
                      meridian:
                        poll: { url: "http://127.0.0.1:%d/world.rss", every: 1s, allow-private-addresses: true }
                    """.formatted(
                            broker.bootstrapServers(), agency.getAddress().getPort()));
            var topics = new OnTopics(new KafkaConfig(broker.bootstrapServers()));

            try (Child first = Child.dateline(folder, "ingest", "--data", folder.resolve("data"))) {
                first.await("asked again", PATIENCE, () -> asked.size() >= 2);
                first.await("read", PATIENCE, () -> topics.count(Topics.ITEMS) == 1);
                first.stop();
            }
            assertThat(asked).startsWith(NONE, ETAG);
            assertThat(topics.count(Topics.RAW)).isEqualTo(1);

            int before = asked.size();
            try (Child second = Child.dateline(folder, "ingest", "--data", folder.resolve("data"))) {
                second.await("asked twice more", PATIENCE, () -> asked.size() >= before + 2);
                second.stop();
            }
            assertThat(asked.subList(1, asked.size())).containsOnly(ETAG);
            assertThat(topics.count(Topics.RAW)).isEqualTo(1);
            assertThat(topics.count(Topics.ITEMS)).isEqualTo(1);
        } finally {
            agency.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String known = requireNonNullElse(exchange.getRequestHeaders().getFirst("If-None-Match"), NONE);
        exchange.getResponseHeaders().set("ETag", ETAG);
        exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
        if (known.equals(ETAG)) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            byte[] feed = """
                    <rss version="2.0"><channel><title>Meridian Press</title><item>
                    <guid isPermaLink="false">mp-1</guid><title>Ferries to Crete sail again</title>
                    <description>PIRAEUS, Greece (Meridian Press) - Ferries to Crete sail again.</description>
                    </item></channel></rss>
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, feed.length);
            exchange.getResponseBody().write(feed);
        }
        exchange.close();
        asked.add(known);
    }
}
