package dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.Encoding;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.desk.Rules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;
import wire.Changes;
import wire.Event;
import wire.MediaRef;
import wire.Status;
import wire.Subject;

class RouterTopologyTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:16:00Z");
    private static final Topics TOPICS = new Topics(new Encoding.SingleObject());
    private static final Topic<Article> EAST_ASIA = TOPICS.region("east-asia");
    private static final Topic<Article> EUROPE = TOPICS.region("europe");
    private static final Topic<Article> SHIPPING = TOPICS.topic("shipping");
    private static final Topic<Article> KOREA = TOPICS.desk("korea");
    private static final Topic<Article> FORMER = TOPICS.desk("former");

    @TempDir
    Path state;

    private TestWire wire;

    @BeforeEach
    void start() {
        wire = new TestWire(router().build(), state, NOW);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void anArticleGoesToEveryTopicItsTagsAndTheDesksName() {
        file(Copy.article("a").setTopics(List.of("shipping")));

        assertThat(wire.received(EAST_ASIA)).singleElement().satisfies(sent -> {
            assertThat(sent.key).isEqualTo("a");
            assertThat(sent.value.getEvent()).isEqualTo(Event.PUBLISHED);
            assertThat(sent.value.getBodyText()).startsWith("Officials met");
            assertThat(sent.value.getRouted()).isEqualTo(NOW);
        });
        assertThat(wire.received(SHIPPING)).hasSize(1);
        assertThat(wire.received(KOREA)).hasSize(1);
        assertThat(wire.received(EUROPE)).isEmpty();
    }

    @Test
    void aNewVersionGoesToItsTopicsAndRetractsFromThoseItHasLeft() {
        file(Copy.article("a"));
        read();
        file(Copy.article("a")
                .setVersion("2")
                .setEvent(Event.REVISED)
                .setHeadline("Ferry talks open in Bergen")
                .setRegions(List.of("europe"))
                .setCountries(List.of("NO")));

        assertThat(wire.received(EUROPE))
                .singleElement()
                .satisfies(sent -> assertThat(sent.value.getEvent()).isEqualTo(Event.REVISED));
        for (Topic<Article> left : List.of(EAST_ASIA, KOREA)) {
            assertThat(wire.received(left)).singleElement().satisfies(sent -> {
                assertThat(sent.value.getEvent()).isEqualTo(Event.RETRACTED);
                assertThat(sent.value.getVersion()).isEqualTo("2");
                assertThat(sent.value.getBodyText()).isEmpty();
                assertThat(sent.value.getEntities()).isEmpty();
            });
        }
    }

    @Test
    void theSameRecordAgainSendsNothingEvenIfItWasTaggedAtAnotherTime() {
        file(Copy.article("a"));
        read();
        file(Copy.article("a").setEnriched(NOW).setLanded(NOW));

        assertThat(read()).isEmpty();
    }

    @Test
    void aKillReachesEveryTopicTheItemWasEverOnAndCarriesItsReasonButNoBody() {
        file(Copy.article("a"));
        file(Copy.article("a").setVersion("2").setRegions(List.of("europe")).setCountries(List.of("NO")));
        read();
        file(Copy.kill("a", "The talks did not take place.").setBodyText("KILL KILL the story said"));

        for (Topic<Article> was : List.of(EAST_ASIA, KOREA, EUROPE)) {
            assertThat(wire.received(was)).singleElement().satisfies(sent -> {
                assertThat(sent.value.getEvent()).isEqualTo(Event.KILLED);
                assertThat(sent.value.getStatus()).isEqualTo(Status.CANCELED);
                assertThat(sent.value.getKillReason()).isEqualTo("The talks did not take place.");
                assertThat(sent.value.toString()).doesNotContain("Ferry talks", "KILL KILL");
            });
        }
        file(Copy.kill("a", "The talks did not take place.").setBodyText("KILL KILL the story said"));
        assertThat(read()).as("the same kill again").isEmpty();
    }

    @Test
    void whatIsTakenOffForAWhileSaysSoOnItsTopicsAndComesBackToThem() {
        file(Copy.article("a"));
        read();
        file(Copy.takenOff("a", "embargoed by its provider until noon"));

        assertThat(read()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.value.getEvent()).isEqualTo(Event.KILLED);
            assertThat(sent.value.getStatus()).isEqualTo(Status.WITHHELD);
        });
        file(Copy.article("a").setVersion("2").setEvent(Event.REVISED));
        assertThat(read()).extracting(sent -> sent.value.getEvent()).containsExactly(Event.REVISED, Event.REVISED);
    }

    @Test
    void aNewUsableVersionAfterAKillIsRoutedAgain() {
        file(Copy.article("a"));
        file(Copy.kill("a", "Wrong port."));
        read();
        file(Copy.article("a").setVersion("3").setEvent(Event.REVISED));

        assertThat(wire.received(EAST_ASIA))
                .singleElement()
                .satisfies(sent -> assertThat(sent.value.getEvent()).isEqualTo(Event.REVISED));
    }

    @Test
    void aWithheldVersionIsRetractedEverywhereWithoutItsHeadline() {
        file(Copy.article("a"));
        read();
        file(Copy.article("a").setVersion("2").setStatus(Status.WITHHELD).setHeadline("Not yet for your eyes"));

        assertThat(read()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.value.getEvent()).isEqualTo(Event.RETRACTED);
            assertThat(sent.value.toString()).doesNotContain("your eyes", "Officials");
        });
    }

    @Test
    void noRecordOfAKilledOrWithheldItemCarriesAWordOfItsCopy() {
        var full = Copy.article("a")
                .setHeadline("SECRET")
                .setSlugline("SECRET")
                .setKeywords(List.of("SECRET"))
                .setBylines(List.of("SECRET"))
                .setCredit("SECRET")
                .setBodyText("SECRET")
                .setBodyHtml("<p>SECRET</p>")
                .setLink("https://example.org/SECRET")
                .setLinks(List.of("https://example.org/SECRET"))
                .setMedia(List.of(MediaRef.newBuilder().setCaption("SECRET").build()))
                .setSubjects(List.of(Subject.newBuilder().setName("SECRET").build()))
                .setChanges(Changes.newBuilder().setHeadline("SECRET").build())
                .setWarning("SECRET");
        file(Copy.article("a"));
        read();

        file(full.setStatus(Status.WITHHELD));
        file(full.setEvent(Event.KILLED));
        file(full.setStatus(Status.USABLE));
        file(full.setStatus(Status.CANCELED));
        file(full.setEvent(Event.REVISED).setVersion("9"));

        assertThat(read())
                .hasSize(10)
                .allSatisfy(sent -> assertThat(sent.value.toString()).doesNotContain("SECRET"));
    }

    @Test
    void whatAnotherItemTookThePlaceOfIsRetractedFromItsTopicsAndSaysByWhichItem() {
        file(Copy.article("a"));
        read();
        file(Copy.article("a").setEvent(Event.REVISED).setSupersededBy("b"));

        assertThat(read()).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.value.getEvent()).isEqualTo(Event.RETRACTED);
            assertThat(sent.value.getSupersededBy()).isEqualTo("b");
            assertThat(sent.value.getHeadline()).isEqualTo("Ferry talks open in Busan");
            assertThat(sent.value.getBodyText()).isEmpty();
        });
        file(Copy.article("a").setEvent(Event.REVISED).setVersion("2"));
        assertThat(read()).hasSize(2);
    }

    @Test
    void archiveCopyIsNoNewsUntilALaterVersionIs() {
        file(Copy.article("a").setBackfill(true));
        assertThat(read()).isEmpty();
        file(Copy.kill("b", "Wrong.").setBackfill(true));
        assertThat(read()).isEmpty();

        file(Copy.article("a").setVersion("2").setEvent(Event.REVISED));
        assertThat(read()).hasSize(2);
    }

    @Test
    void archiveCopyOfAnItemThatStandsOnTopicsReachesThem() {
        file(Copy.article("a"));
        read();
        file(Copy.article("a")
                .setVersion("2")
                .setEvent(Event.REVISED)
                .setBackfill(true)
                .setCountries(List.of("JP")));

        assertThat(wire.received(EAST_ASIA))
                .singleElement()
                .satisfies(sent -> assertThat(sent.value.getEvent()).isEqualTo(Event.REVISED));
        assertThat(wire.received(KOREA))
                .singleElement()
                .satisfies(sent -> assertThat(sent.value.getEvent()).isEqualTo(Event.RETRACTED));
        file(Copy.kill("a", "Wrong.").setBackfill(true));
        assertThat(read()).extracting(sent -> sent.value.getEvent()).containsExactly(Event.KILLED, Event.KILLED);
    }

    @Test
    void aTombstoneIsPassedOnAndTheItemForgotten() {
        file(Copy.article("a"));
        read();
        wire.send(TOPICS.articles(), "a", null);

        assertThat(wire.received(EAST_ASIA)).containsExactly(new KeyValue<>("a", null));
        assertThat(wire.received(KOREA)).containsExactly(new KeyValue<>("a", null));
        wire.send(TOPICS.articles(), "a", null);
        wire.send(TOPICS.articles(), "never-seen", null);
        assertThat(read()).isEmpty();
    }

    @Test
    void tagsThatNoTopicIsKnownForAreNoReasonToStop() {
        file(Copy.article("a").setRegions(List.of("atlantis", "../europe", "")).setCountries(List.of("??")));
        file(Copy.article("b"));

        assertThat(read()).extracting(sent -> sent.key).containsOnly("b");
    }

    @Test
    void aRecordThatIsNoArticleBecomesADeadLetterAndTheNextIsRouted() {
        wire.sendBytes(Topics.ARTICLES, "a", "no article".getBytes(StandardCharsets.UTF_8));
        file(Copy.article("b"));

        assertThat(wire.received(TOPICS.deadLetters())).singleElement().satisfies(sent -> {
            assertThat(sent.value.getStage()).isEqualTo("router");
            assertThat(sent.value.getDefect()).isEqualTo("UNREADABLE_RECORD");
        });
        assertThat(wire.received(EAST_ASIA)).hasSize(1);
    }

    @Test
    void itsTopologyNamesTheTopicsThatMustExist() {
        assertThat(router().written())
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "wire.region.east-asia", "wire.region.europe", "wire.topic.shipping", "wire.desk.korea");
    }

    private static RouterTopology router() {
        return new RouterTopology(
                TOPICS,
                Rules.desks("{korea: {countries: ['KR', 'KP']}}"),
                List.of("east-asia", "europe"),
                List.of("shipping"),
                Set.of(FORMER.name(), "wire.raw"));
    }

    private void file(Article.Builder article) {
        Article filed = article.build();
        wire.send(TOPICS.articles(), filed.getId(), filed);
    }

    private List<KeyValue<String, Article>> read() {
        return List.of(EAST_ASIA, EUROPE, SHIPPING, KOREA).stream()
                .flatMap(topic -> wire.received(topic).stream())
                .toList();
    }
}
