package dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.Encoding;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.desk.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;
import wire.Event;

/** A rule changes while items stand. */
class RouterReviewTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:16:00Z");
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Topics TOPICS = new Topics(new Encoding.SingleObject());
    private static final Topic<Article> KOREA = TOPICS.desk("korea");
    private static final Topic<Article> PORTS = TOPICS.desk("ports");
    private static final String BEFORE = "{korea: {countries: 'KR'}}";
    private static final String AFTER = "{korea: {countries: 'KP'}, ports: {text: 'port'}}";

    @TempDir
    Path state;

    private TestWire wire;

    @BeforeEach
    void start() {
        wire = new TestWire(router(BEFORE), state, NOW);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void itemsThatStandMoveToWhereTheNewRulesNameThem() {
        file(Copy.article("a"));
        file(Copy.article("b").setBodyText("Nothing of note."));
        restart(AFTER);
        wire.pass(A_WHILE);

        assertThat(wire.received(PORTS)).singleElement().satisfies(sent -> {
            assertThat(sent.key).isEqualTo("a");
            assertThat(sent.value.getEvent()).isEqualTo(Event.PUBLISHED);
            assertThat(sent.value.getBodyText()).startsWith("Officials met");
            assertThat(sent.value.getRouted()).isEqualTo(NOW.plus(A_WHILE));
        });
        assertThat(wire.received(KOREA)).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.value.getEvent()).isEqualTo(Event.RETRACTED);
            assertThat(sent.value.getRouted()).isEqualTo(NOW.plus(A_WHILE));
        });
    }

    @Test
    void itIsDoneOnceAndNotAgainAtTheNextStart() {
        file(Copy.article("a"));
        restart(AFTER);
        wire.pass(A_WHILE);
        assertThat(wire.received(PORTS)).hasSize(1);
        wire.pass(A_WHILE);
        file(Copy.article("a"));
        restart(AFTER);
        wire.pass(A_WHILE);

        assertThat(wire.received(PORTS)).isEmpty();
        assertThat(wire.received(KOREA)).isEmpty();
    }

    @Test
    void aFewItemsAtATimeSoThatNewsNeedNotWait() {
        for (int i = 0; i < 250; i++) {
            file(Copy.article("a" + i));
        }
        restart(AFTER);
        wire.pass(A_WHILE);
        assertThat(wire.received(PORTS)).hasSize(100);

        file(Copy.article("news"));
        assertThat(wire.received(PORTS)).extracting(sent -> sent.key).containsExactly("news");

        wire.pass(A_WHILE);
        wire.pass(A_WHILE);
        assertThat(wire.received(PORTS)).hasSize(150).doesNotHaveDuplicates();
        assertThat(wire.received(KOREA)).hasSize(250);
    }

    @Test
    void whatWasLeftAtACrashIsDoneAfterIt() {
        for (int i = 0; i < 150; i++) {
            file(Copy.article("a" + i));
        }
        restart(AFTER);
        wire.pass(A_WHILE);
        assertThat(wire.received(PORTS)).hasSize(100);
        restart(AFTER);
        wire.pass(A_WHILE);
        wire.pass(A_WHILE);

        assertThat(wire.received(PORTS)).hasSize(50);
    }

    @Test
    void aRecordSentLateIsAsOldAsTheArticle() {
        Instant made = NOW.minus(Duration.ofDays(2));
        wire.send(TOPICS.articles(), "a", Copy.article("a").build(), made);
        restart(AFTER);
        wire.pass(A_WHILE);

        assertThat(wire.times(PORTS)).containsExactly(made);
    }

    @Test
    void killedCopyEntersNoNewTopicAndArchiveCopyNeither() {
        file(Copy.article("a"));
        file(Copy.kill("a", "Wrong port."));
        file(Copy.article("b").setBackfill(true));
        restart(AFTER);
        wire.pass(A_WHILE);

        assertThat(wire.received(PORTS)).isEmpty();
        assertThat(wire.received(KOREA)).isEmpty();
    }

    private void restart(String desks) {
        wire = wire.restarted(router(desks), NOW);
    }

    private static Topology router(String desks) {
        return new RouterTopology(TOPICS, Rules.desks(desks), List.of(), List.of(), Set.of(PORTS.name())).build();
    }

    private void file(Article.Builder article) {
        Article filed = article.build();
        wire.send(TOPICS.articles(), filed.getId(), filed);
    }
}
