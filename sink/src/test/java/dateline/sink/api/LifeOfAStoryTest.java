package dateline.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.sink.Copy;
import dateline.sink.archive.Entry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Changes;
import wire.Credits;
import wire.Dateline;
import wire.Entity;
import wire.Event;
import wire.Held;
import wire.MediaRef;
import wire.Place;
import wire.Status;
import wire.Subject;

/** Versions, kills and copies of one story, as readers of the API see them. */
class LifeOfAStoryTest {
    private static final String TOKEN = "alices-own-token-1";

    @SuppressWarnings("NullAway.Init")
    private TestApi api;

    @BeforeEach
    void open() throws Exception {
        api = new TestApi(Map.of("alice", TOKEN), order -> {}, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void eachVersionTellsWhatItChangedOfTheOneBeforeItHoweverLateThatCame() throws Exception {
        api.tell(Copy.standing(version("a", "1").setBodyText("One.\nTwo.")));
        api.tell(
                Copy.standing(version("a", "10").setHeadline("Ferry talks fail").setBodyText("One.\nThree.")));
        api.tell(Copy.late(version("a", "9").setBodyText("One.\nTwo.\nThree.")));

        JsonNode versions = api.json("/api/articles/a/versions").get("versions");
        assertThat(versions.findValuesAsText("version")).containsExactly("10", "9", "1");
        assertThat(versions.at("/0/diff/since_version").asText()).isEqualTo("9");
        assertThat(versions.at("/0/diff/headline"))
                .hasToString("{\"before\":\"Ferry talks open in Busan\",\"after\":\"Ferry talks fail\"}");
        assertThat(versions.at("/0/diff/body"))
                .hasToString("[{\"run\":\"equal\",\"paragraphs\":[\"One.\"]},"
                        + "{\"run\":\"removed\",\"paragraphs\":[\"Two.\"]},"
                        + "{\"run\":\"equal\",\"paragraphs\":[\"Three.\"]}]");
        assertThat(versions.at("/1/diff/headline").isNull()).isTrue();
        assertThat(versions.at("/1/diff/body/1")).hasToString("{\"run\":\"added\",\"paragraphs\":[\"Three.\"]}");
        assertThat(versions.at("/2/diff").isNull()).isTrue();
    }

    @Test
    void aVersionAfterAKillHasNothingToBeComparedWith() throws Exception {
        api.tell(Copy.standing(marked("a"), Copy.kill("a", "wrong").setVersion("2"), version("a", "3")));

        JsonNode versions = api.json("/api/articles/a/versions").get("versions");
        assertThat(versions.findValuesAsText("status")).containsExactly("usable", "canceled", "canceled");
        assertThat(versions.at("/0/diff").isNull()).isTrue();
        assertThat(versions.at("/1/kill_reason").asText()).isEqualTo("wrong");
    }

    /** Every text of the article is marked, whatever fields articles come to have. */
    @Test
    void noAnswerShowsAWordOfWhatIsKilledWithheldOrHeld() throws Exception {
        assertThat(marked("a").build().toString().split("MARKER", -1)).hasSizeGreaterThan(40);
        api.tell(Copy.standing(marked("seen")));
        assertThat(api.get("/api/articles/seen", null).body())
                .as("the marker can be seen")
                .contains("MARKER");
        api.tell(Copy.standing(Copy.kill("seen", "wrong"), Copy.article("open")));
        api.tell(Copy.standing(
                marked("killed"),
                marked("killed").setVersion("2").setVersionCreated(Copy.LANDED),
                Copy.kill("killed", "wrong"),
                marked("withheld"),
                Copy.takenOff("withheld", "withheld by its provider").setVersion("2"),
                marked("strict").setStatus(Status.WITHHELD),
                marked("odd").setEvent(Event.KILLED),
                marked("gone").setStatus(Status.CANCELED)));
        api.tell(Copy.late(
                marked("killed").setVersion("0"),
                marked("withheld").setVersion("0"),
                marked("unknown"),
                marked("open").setVersion("0").setStatus(Status.CANCELED),
                marked("open").setVersion("00").setStatus(Status.WITHHELD)));
        api.tell(List.of(new Entry.OnHold(
                Held.newBuilder().setId("held").setUntil(Copy.LANDED).build())));

        var asked = new ArrayList<String>();
        for (String id : List.of("seen", "killed", "withheld", "strict", "odd", "gone", "unknown", "held", "open")) {
            asked.add("/api/articles/" + id);
            asked.add("/api/articles/" + id + "/versions");
        }
        for (String query : List.of(
                "",
                "body=false",
                "dedupe=true",
                "q=marker",
                "q=busan",
                "entity=marker",
                "entity=busan",
                "region=east-asia",
                "country=KR",
                "desk=asia",
                "group=MARKER",
                "group=a")) {
            asked.add("/api/articles?" + query);
        }
        asked.addAll(List.of("/health", "/api/held", "/api/audit", "/", "/api/articles/none"));
        for (String path : asked) {
            String answer = api.get(path, TOKEN).body();
            assertThat(answer.replace("\"parameter\":\"MARKER\"", "")).as(path).doesNotContainIgnoringCase("marker");
        }
        assertThat(api.ids("/api/articles")).containsExactlyInAnyOrder("seen", "killed", "odd", "gone", "open");
        assertThat(api.ids("/api/articles?desk=asia")).containsExactly("open");
    }

    @Test
    void aKillReachesReadersWithItsFactProviderTimesAndReason() throws Exception {
        api.tell(Copy.standing(marked("a"), Copy.kill("a", "killed by alice: wrong")));

        JsonNode first = api.json("/api/articles/a/versions").at("/versions/1");
        assertThat(first.get("provider").asText()).isEqualTo("Harbour Wire");
        assertThat(first.get("landed").asText()).isEqualTo("2026-03-04T10:15:30Z");
        assertThat(first.get("published").asText()).isEqualTo("2026-03-04T10:14:00Z");
        assertThat(first.get("status").asText()).isEqualTo("canceled");
        assertThat(first.get("kill_reason").asText()).isEqualTo("killed by alice: wrong");
        assertThat(first.get("headline").isNull()).isTrue();
    }

    @Test
    void copiesOfAStoryAreFoundAsAGroupAndTheirOutletsAreCountedWhenAsked() throws Exception {
        api.tell(Copy.standing(
                copy("original", "Harbour Wire", 10),
                copy("copy", "Fjord Press", 20)
                        .setCopyOf("original")
                        .setSimilarity(0.93)
                        .setOutlets(2),
                copy("again", "Fjord Press", 30).setCopyOf("original"),
                copy("dropped", "Coast News", 40),
                copy("old", "Harbour Wire", 5).setSupersededBy("original"),
                Copy.article("alone").setProvider("Coast News")));
        api.tell(Copy.standing(Copy.kill("dropped", "wrong")));

        assertThat(api.ids("/api/articles?group=original")).containsExactly("again", "copy", "original");
        JsonNode copy = api.json("/api/articles/copy");
        assertThat(copy.get("group").asText()).isEqualTo("original");
        assertThat(copy.get("copy_of").asText()).isEqualTo("original");
        assertThat(copy.get("similarity").asDouble()).isEqualTo(0.93);
        assertThat(copy.get("outlets").asInt()).isEqualTo(2);
        assertThat(api.json("/api/articles/original").get("outlets").asInt()).isEqualTo(2);
        assertThat(api.json("/api/articles/alone").get("outlets").asInt()).isEqualTo(1);
        assertThat(api.json("/api/articles/dropped").get("outlets").isNull()).isTrue();

        api.tell(Copy.standing(copy("third", "Coast News", 50).setCopyOf("original")));
        assertThat(api.json("/api/articles/original").get("outlets").asInt()).isEqualTo(3);
    }

    @Test
    void oneOfEachGroupIsTheEarliestOfThoseThatAreFound() throws Exception {
        api.tell(Copy.standing(
                copy("original", "Harbour Wire", 10).setCountries(List.of("NO")),
                copy("copy", "Fjord Press", 20),
                copy("again", "Coast News", 30),
                copy("alone", "Coast News", 15).setGroup(null)));

        assertThat(api.ids("/api/articles?dedupe=true")).containsExactly("alone", "original");
        assertThat(api.ids("/api/articles?dedupe=true&desk=asia")).containsExactly("copy", "alone");
        assertThat(api.ids("/api/articles?dedupe=true&q=ferry")).containsExactly("alone", "original");
        assertThat(api.ids("/api/articles?dedupe=true&since=" + Copy.LANDED.minusSeconds(985)))
                .as("a copy is no news because the original is older")
                .containsExactly("alone");
        assertThat(api.ids("/api/articles?dedupe=false")).hasSize(4);

        api.tell(Copy.standing(Copy.kill("original", "wrong")));
        assertThat(api.ids("/api/articles?dedupe=true")).containsExactlyInAnyOrder("original", "alone", "copy");
    }

    @Test
    void aStoryThatAnotherTookThePlaceOfIsOffTheListsAndReadableByItsId() throws Exception {
        api.tell(Copy.standing(Copy.article("old"), Copy.article("new").setUpdates("old")));
        api.tell(Copy.standing(Copy.article("old").setEvent(Event.REVISED).setSupersededBy("new")));

        assertThat(api.ids("/api/articles")).containsExactly("new");
        assertThat(api.ids("/api/articles?q=ferry")).containsExactly("new");
        assertThat(api.json("/api/articles/old").get("superseded_by").asText()).isEqualTo("new");
        assertThat(api.json("/api/articles/new").get("updates").asText()).isEqualTo("old");
        assertThat(api.json("/api/articles/old/versions").get("versions")).hasSize(1);
    }

    @Test
    void bondsThatAreFoundLaterTakeThePlaceOfThoseOfTheSameVersion() throws Exception {
        api.tell(Copy.standing(Copy.article("a")));
        api.tell(Copy.standing(Copy.article("a")
                .setEvent(Event.REVISED)
                .setGroup("b")
                .setWarning("the story it is a copy of was killed")
                .setChanges(Changes.newBuilder()
                        .setHeadline("Ferry talks to open")
                        .setTagsLost(List.of("country:NO"))
                        .build())));

        JsonNode article = api.json("/api/articles/a");
        assertThat(article.get("warning").asText()).contains("was killed");
        assertThat(article.get("changes"))
                .hasToString(
                        "{\"headline_before\":\"Ferry talks to open\",\"paragraphs_new\":[],\"paragraphs_gone\":[],"
                                + "\"tags_added\":[],\"tags_lost\":[\"country:NO\"]}");
        assertThat(api.json("/api/articles/a/versions").get("versions")).hasSize(1);
    }

    @Test
    void listsCanGoWithoutBodies() throws Exception {
        api.tell(Copy.standing(Copy.article("a")));

        assertThat(api.json("/api/articles?body=false").at("/articles/0").has("body_text"))
                .isFalse();
        assertThat(api.json("/api/articles?body=false").at("/articles/0").has("body_html"))
                .isFalse();
        assertThat(api.json("/api/articles?body=false")
                        .at("/articles/0/headline")
                        .asText())
                .isEqualTo("Ferry talks open in Busan");
        assertThat(api.json("/api/articles").at("/articles/0/body_text").asText())
                .startsWith("Officials met");
    }

    @Test
    void backfilledCopyIsFoundLikeAnyOther() throws Exception {
        api.tell(Copy.standing(Copy.article("old").setBackfill(true)));

        assertThat(api.ids("/api/articles?q=ferry&desk=asia")).containsExactly("old");
        assertThat(api.json("/api/articles/old").get("backfill").asBoolean()).isTrue();
    }

    private static Article.Builder version(String id, String version) {
        return Copy.article(id).setVersion(version);
    }

    private static Article.Builder copy(String id, String provider, int seconds) {
        return Copy.article(id)
                .setProvider(provider)
                .setGroup("original")
                .setUpdated(Copy.LANDED.minusSeconds(1_000 - seconds));
    }

    /** An article in which every text but those of the facts says MARKER. */
    private static Article.Builder marked(String id) {
        Article.Builder article = Article.newBuilder()
                .setCountries(List.of("MARKER", "KR"))
                .setRegions(List.of("MARKER", "east-asia"))
                .setSubjects(List.of(Subject.newBuilder().build()))
                .setEntities(List.of(
                        Entity.newBuilder().setPlace(Place.newBuilder().build()).build()))
                .setPlaces(List.of(Place.newBuilder().build()))
                .setMedia(List.of(MediaRef.newBuilder().build()))
                .setDateline(Dateline.newBuilder()
                        .setPlace(Place.newBuilder().build())
                        .build())
                .setCredits(Credits.newBuilder().build())
                .setChanges(Changes.newBuilder().build())
                .setLanded(Copy.LANDED);
        Article marked = article.build();
        mark(marked);
        return Article.newBuilder(marked)
                .setId(id)
                .setVersion("1")
                .setProvider("Harbour Wire")
                .setFeed("harbour-world")
                .setFormat("rss")
                .setKillReason(null)
                .setPublished(Copy.LANDED.minusSeconds(90))
                .setSupersededBy(null);
    }

    private static void mark(SpecificRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            Schema schema = field.schema();
            if (value instanceof SpecificRecord inner) {
                mark(inner);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof SpecificRecord) {
                list.forEach(each -> mark((SpecificRecord) each));
            } else if (schema.getType() == Schema.Type.ARRAY
                    && schema.getElementType().getType() == Schema.Type.STRING
                    && ((List<?>) value).isEmpty()) {
                record.put(field.pos(), List.of("MARKER " + field.name()));
            } else if (schema.getType() == Schema.Type.STRING
                    || (schema.getType() == Schema.Type.UNION
                            && schema.getTypes().get(1).getType() == Schema.Type.STRING)) {
                record.put(field.pos(), "MARKER " + field.name());
            }
        }
    }
}
