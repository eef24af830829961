package dateline.sink.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.sink.Copy;
import dateline.sink.archive.Entry;
import dateline.sink.archive.TestPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Held;
import wire.Status;
import wire.WireItem;

class DeskRoutesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T11:00:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String ALICE = "alices-own-token-1";
    private static final String NIGHT = "the-night-desks-token";
    private static final String KILL = "/api/articles/harbour%3A1/kill";
    private static final String REASON = "{\"reason\": \" The talks did not take place. \"}";

    private final List<WireItem> sent = new ArrayList<>();
    private boolean kafkaIsAway;

    @SuppressWarnings("NullAway.Init")
    private TestApi api;

    @BeforeEach
    void open() throws Exception {
        api = new TestApi(Map.of("alice", ALICE, "night desk", NIGHT), this::send, CLOCK);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void send(WireItem order) throws IOException {
        if (kafkaIsAway) {
            throw new IOException("no broker");
        }
        sent.add(order);
    }

    @Test
    void anOrderIsSentAsAWireItemAndWrittenDown() throws Exception {
        api.tell(Copy.standing(Copy.article("harbour:1")));
        HttpResponse<String> answer = api.post(KILL, ALICE, REASON);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body())
                .isEqualTo("{\"order\":1,\"id\":\"harbour:1\",\"known\":true,\"provider\":\"Harbour Wire\","
                        + "\"reason\":\"The talks did not take place.\",\"ordered_by\":\"alice\","
                        + "\"ordered\":\"2026-03-04T11:00:00.123Z\",\"sent\":\"2026-03-04T11:00:00.123Z\"}");
        assertThat(sent)
                .containsExactly(WireItem.newBuilder()
                        .setId("harbour:1")
                        .setProvider("Harbour Wire")
                        .setFeed("desk")
                        .setFormat("desk")
                        .setStatus(Status.CANCELED)
                        .setVersionCreated(NOW)
                        .setLanded(NOW)
                        .setKillReason("The talks did not take place.")
                        .setOrderedBy("alice")
                        .build());
        assertThat(audit("").get("orders").get(0)).isEqualTo(TestApi.JSON.readTree(answer.body()));
    }

    @Test
    void aStoryStillToComeCanBeKilledToo() throws Exception {
        JsonNode order = TestApi.JSON.readTree(api.post(KILL, NIGHT, REASON).body());

        assertThat(order.get("known").asBoolean()).isFalse();
        assertThat(order.get("provider").isNull()).isTrue();
        assertThat(order.get("ordered_by").asText()).isEqualTo("night desk");
        assertThat(sent)
                .singleElement()
                .satisfies(item -> assertThat(item.getProvider()).isEmpty());
    }

    @Test
    void anOrderThatKafkaDidNotTakeIsInTheBookAsNotSent() throws Exception {
        kafkaIsAway = true;
        HttpResponse<String> answer = api.post(KILL, ALICE, REASON);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("not known to have been sent", "\"order\":1");
        assertThat(audit("").at("/orders/0/sent").isNull()).isTrue();
    }

    @Test
    void whatCannotBeWrittenDownIsNotOrdered() throws Exception {
        TestPostgres.execute(api.config, "alter table desk_order rename to hidden");

        assertThat(api.post(KILL, ALICE, REASON).statusCode()).isEqualTo(503);
        assertThat(sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reason",
                "[]",
                "null",
                "{}",
                "{\"reason\": null}",
                "{\"reason\": 7}",
                "{\"reason\": \"  \"}",
                "{\"reason\": \"two\\nlines\"}",
                "{\"reason\": \"a\\u0000b\"}",
                "{\"reason\": \"wrong\", \"by\": \"somebody else\"}",
                "{\"reason\": \"wrong\"} {\"reason\": \"wrong\"}"
            })
    void aBodyThatGivesNoReasonIsRefused(String body) throws Exception {
        HttpResponse<String> answer = api.post(KILL, ALICE, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(TestApi.JSON.readTree(answer.body()).get("expected").asText())
                .contains("{\"reason\": \"…\"}");
        assertThat(sent).isEmpty();
        assertThat(audit("").get("orders")).isEmpty();
    }

    @Test
    void aReasonHasItsBounds() throws Exception {
        assertThat(api.post(KILL, ALICE, "{\"reason\": \"" + "x".repeat(1_001) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.post(KILL, ALICE, "{\"reason\": \"" + "x".repeat(1_000) + "\"}")
                        .statusCode())
                .isEqualTo(202);
        HttpResponse<String> flood = api.post(KILL, ALICE, "{\"reason\": \"" + "x".repeat(100_000) + "\"}");
        assertThat(flood.statusCode()).isEqualTo(413);
        assertThat(TestApi.JSON.readTree(flood.body()).hasNonNull("error")).isTrue();
    }

    @Test
    void withoutATokenNobodyMayOrderOrSeeAnything() throws Exception {
        for (String token : new String[] {null, "", "nobodys-token-at-all", ALICE + "x", NIGHT.substring(1)}) {
            for (HttpResponse<String> answer :
                    List.of(api.post(KILL, token, REASON), api.get("/api/audit", token), api.get("/api/held", token))) {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
            }
        }
        assertThat(sent).isEmpty();
        assertThat(audit("").get("orders")).isEmpty();
    }

    @Test
    void whereNoTokenIsConfiguredTheAnswerNamesTheSetting() throws Exception {
        try (var closed = new TestApi(Map.of(), this::send, CLOCK)) {
            for (HttpResponse<String> answer : List.of(
                    closed.post(KILL, ALICE, REASON),
                    closed.get("/api/audit", ALICE),
                    closed.get("/api/held", ALICE))) {
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("api.tokens in dateline.yml");
            }
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void theAuditIsReadInPagesNewestFirst() throws Exception {
        for (int i = 1; i <= 5; i++) {
            api.post(KILL, ALICE, "{\"reason\": \"reason " + i + "\"}");
        }
        JsonNode first = audit("?limit=3");

        assertThat(first.get("orders").findValuesAsText("reason")).containsExactly("reason 5", "reason 4", "reason 3");
        JsonNode second = audit("?limit=3&before=" + first.get("next").asLong());
        assertThat(second.get("orders").findValuesAsText("reason")).containsExactly("reason 2", "reason 1");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(api.get("/api/audit?before=soon", ALICE).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsHeldIsListedByIdAndTimeTheSoonestFirst() throws Exception {
        api.tell(List.of(held("later", 60), held("sooner", 30), held("released", 10), new Entry.Released("released")));

        assertThat(api.get("/api/held", ALICE).body())
                .isEqualTo("{\"held\":["
                        + "{\"id\":\"sooner\",\"provider\":\"Harbour Wire\",\"feed\":\"harbour-world\","
                        + "\"until\":\"2026-03-04T11:00:30.123Z\"},"
                        + "{\"id\":\"later\",\"provider\":\"Harbour Wire\",\"feed\":\"harbour-world\","
                        + "\"until\":\"2026-03-04T11:01:00.123Z\"}],\"more\":false}");
        assertThat(api.get("/api/held?limit=3", ALICE).statusCode()).isEqualTo(400);
    }

    @Test
    void theConfigurationRefusesTokensThatAreNoneAndShowsNone() {
        assertThatThrownBy(() -> new ApiConfig("127.0.0.1", 0, Map.of("alice", "short")))
                .hasMessageContaining("api.tokens.alice")
                .hasMessageNotContaining("short");
        assertThatThrownBy(() -> new ApiConfig("127.0.0.1", 0, Map.of("a", ALICE, "b", ALICE)))
                .hasMessageContaining("same")
                .hasMessageNotContaining(ALICE);
        assertThatThrownBy(() -> new ApiConfig("127.0.0.1", 0, Map.of("\n", ALICE)))
                .hasMessageContaining("name");
        assertThat(new ApiConfig("127.0.0.1", 0, Map.of("alice", ALICE)).toString())
                .contains("alice")
                .doesNotContain(ALICE);
    }

    @Test
    void theConfigurationIsReadAsItStandsInTheFile() throws Exception {
        ApiConfig config = TestApi.JSON.readValue("{\"tokens\": {\"alice\": \"" + ALICE + "\"}}", ApiConfig.class);

        assertThat(config).isEqualTo(new ApiConfig("127.0.0.1", 8080, Map.of("alice", ALICE)));
    }

    private static Entry held(String id, int seconds) {
        return new Entry.OnHold(Held.newBuilder()
                .setId(id)
                .setProvider("Harbour Wire")
                .setFeed("harbour-world")
                .setUntil(NOW.plusSeconds(seconds))
                .setLanded(Copy.LANDED)
                .build());
    }

    private JsonNode audit(String query) throws Exception {
        HttpResponse<String> answer = api.get("/api/audit" + query, ALICE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestApi.JSON.readTree(answer.body());
    }
}
