package dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Dateline;
import wire.RawItem;
import wire.Status;
import wire.WireItem;

class RecordSerdeTest {
    private static final RawItem RAW = RawItem.newBuilder()
            .setFeed("kyodo")
            .setLanded(Instant.parse("2023-07-16T09:00:00Z"))
            .setBytes(ByteBuffer.wrap("Été".getBytes(StandardCharsets.ISO_8859_1)))
            .build();

    private final Serde<RawItem> plain = new Encoding.SingleObject().of(RawItem.class, Topics.RAW);

    @Test
    void aRecordComesBackAsItWas() {
        byte[] bytes = plain.serializer().serialize(Topics.RAW, RAW);

        assertThat(bytes).startsWith(0xC3, 0x01);
        assertThat(plain.deserializer().deserialize(Topics.RAW, bytes)).isEqualTo(RAW);
    }

    @Test
    void timesThatMayBeMissingComeBackToo() {
        Serde<WireItem> items = new Encoding.SingleObject().of(WireItem.class, Topics.ITEMS);
        WireItem item = WireItem.newBuilder()
                .setId("kyodo:1")
                .setStatus(Status.WITHHELD)
                .setEmbargoedUntil(Instant.parse("2023-07-16T09:00:00Z"))
                .setDateline(Dateline.newBuilder().setText("KARUIZAWA, Japan").build())
                .build();

        WireItem back = items.deserializer().deserialize("", items.serializer().serialize("", item));

        assertThat(back).isEqualTo(item);
        assertThat(back.getUpdated()).isNull();
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(plain.serializer().serialize(Topics.RAW, null)).isNull();
        assertThat(plain.deserializer().deserialize(Topics.RAW, null)).isNull();
    }

    @Test
    void bytesThatAreNoRecordSayWhatTheyAreNot() {
        assertThatThrownBy(
                        () -> plain.deserializer().deserialize(Topics.RAW, "garbage".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not a RawItem")
                .hasMessageContaining("0x67");
        assertThatThrownBy(() -> plain.deserializer().deserialize(Topics.RAW, new byte[0]))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aRecordOfAnotherTypeIsRefused() {
        Serde<Article> articles = new Encoding.SingleObject().of(Article.class, Topics.ARTICLES);

        assertThatThrownBy(() -> articles.deserializer()
                        .deserialize("", plain.serializer().serialize(Topics.RAW, RAW)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void everyTruncationOfARecordIsRefusedAsUnreadable() {
        byte[] bytes = plain.serializer().serialize(Topics.RAW, RAW);

        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> plain.deserializer().deserialize(Topics.RAW, cut))
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void withARegistryRecordsAreFramedAsConfluentDoesAndBothEncodingsAreRead() throws IOException {
        try (var registry = new TestRegistry()) {
            Serde<RawItem> registered =
                    Encoding.from(Map.of(Encoding.REGISTRY, registry.address())).of(RawItem.class, Topics.RAW);

            byte[] bytes = registered.serializer().serialize(Topics.RAW, RAW);

            assertThat(bytes).startsWith(0, 0, 0, 0, 1);
            assertThat(registry.asked).containsExactly("/subjects/wire.raw-value/versions");
            assertThat(registered.deserializer().deserialize(Topics.RAW, bytes)).isEqualTo(RAW);
            assertThat(registered
                            .deserializer()
                            .deserialize(Topics.RAW, plain.serializer().serialize("", RAW)))
                    .isEqualTo(RAW);
            assertThatThrownBy(() -> plain.deserializer().deserialize(Topics.RAW, bytes))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(Encoding.REGISTRY);
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNoFaultOfTheRecord() throws IOException {
        String gone;
        try (var registry = new TestRegistry()) {
            gone = registry.address();
        }
        Serde<RawItem> registered =
                Encoding.from(Map.of(Encoding.REGISTRY, gone)).of(RawItem.class, Topics.RAW);

        assertThatThrownBy(() -> registered.serializer().serialize(Topics.RAW, RAW))
                .isInstanceOf(SchemaRegistry.Unreachable.class)
                .hasMessageContaining(gone);
    }

    /** A registry over real HTTP with the two calls that Confluent's API has for this. */
    private static final class TestRegistry implements AutoCloseable {
        final List<String> asked = new ArrayList<>();
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        TestRegistry() throws IOException {
            Schema schema = RawItem.getClassSchema();
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                asked.add(path);
                exchange.getRequestBody().readAllBytes();
                String answer = path.startsWith("/schemas/ids/1")
                        ? "{\"schema\":\""
                                + schema.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"}"
                        : "{\"id\":1}";
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
