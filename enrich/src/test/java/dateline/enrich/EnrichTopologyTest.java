package dateline.enrich;

import static dateline.enrich.TestWire.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dateline.schemas.RecordSize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;
import wire.DeadLetter;
import wire.Event;
import wire.Status;
import wire.WireItem;

class EnrichTopologyTest {
    @TempDir
    Path state;

    private TestWire wire;

    @BeforeEach
    void start() {
        wire = new TestWire(state);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private static WireItem.Builder item(String version, String body) {
        return WireItem.newBuilder()
                .setId("lantern:1")
                .setProvider("lantern")
                .setFeed("lantern-world")
                .setVersion(version)
                .setHeadline("Harbour opens")
                .setBodyText(body)
                .setLanded(NOW);
    }

    @Test
    void theFirstUsableVersionIsPublishedAndTagged() {
        wire.send(item("1", "TOKYO (Lantern) -- Japan opened a harbour on Tuesday.")
                .build());

        assertThat(wire.received()).singleElement().satisfies(article -> {
            assertThat(article.getEvent()).isEqualTo(Event.PUBLISHED);
            assertThat(article.getBodyText()).isEqualTo("Japan opened a harbour on Tuesday.");
            assertThat(article.getDateline().getPlace().getCountry()).isEqualTo("JP");
            assertThat(article.getCountries()).containsExactly("JP");
            assertThat(article.getRegions()).contains("east-asia", "asia");
            assertThat(article.getLanguage()).isEqualTo("en");
        });
    }

    @Test
    void aLaterVersionRevisesAndTheSameOrAnOlderOneChangesNothing() {
        wire.send(item("9", "Nine.").build());
        wire.send(item("10", "Ten.").build());
        wire.send(item("10", "Ten.").setLanded(NOW.plusSeconds(5)).build());
        wire.send(item("2", "Two.").build());

        assertThat(wire.received())
                .extracting(Article::getEvent, Article::getBodyText)
                .containsExactly(tuple(Event.PUBLISHED, "Nine."), tuple(Event.REVISED, "Ten."));
    }

    @Test
    void aFeedWithoutVersionsMeansWhatItSaidLast() {
        wire.send(item("", "One.").build());
        wire.send(item("", "One.").setLanded(NOW.plusSeconds(1)).build());
        wire.send(item("", "Two.").setLanded(NOW.plusSeconds(2)).build());

        assertThat(wire.received()).extracting(Article::getBodyText).containsExactly("One.", "Two.");
    }

    @Test
    void aKillLeavesTheFactAndTheReasonAndNotAWord() {
        wire.send(item("1", "Wrong in every line.").build());
        wire.send(item("2", "Wrong in every line.").setStatus(Status.CANCELED).build());
        wire.send(item("1", "Wrong in every line.").build());
        wire.send(item("2", "Wrong in every line.").build());

        assertThat(wire.received()).hasSize(2).last().satisfies(article -> {
            assertThat(article.getEvent()).isEqualTo(Event.KILLED);
            assertThat(article.getStatus()).isEqualTo(Status.CANCELED);
            assertThat(article.getKillReason()).isEqualTo("canceled by its provider");
            assertThat(article.toString()).doesNotContain("Wrong", "Harbour");
        });
    }

    @Test
    void aNewerUsableVersionRevivesWhatWasKilled() {
        wire.send(item("2", "").setStatus(Status.CANCELED).build());
        wire.send(item("3", "Right at last.").build());

        assertThat(wire.received()).extracting(Article::getEvent).containsExactly(Event.KILLED, Event.PUBLISHED);
    }

    @Test
    void anItemThatNamesAnotherKillsIt() {
        wire.send(item("1", "To be killed.").build());
        wire.send(item("1", "Advisory.")
                .setId("lantern:2")
                .setCancels(List.of("lantern:1"))
                .build());

        wire.received();
        assertThat(wire.latest().get("lantern:1")).extracting(Article::getEvent).isEqualTo(Event.KILLED);
        assertThat(wire.latest().get("lantern:2")).extracting(Article::getEvent).isEqualTo(Event.PUBLISHED);
    }

    @Test
    void nobodyKillsTheCopyOfAnotherProvider() {
        wire.send(item("1", "Stands.").build());
        wire.send(item("1", "Malice.")
                .setId("rival:2")
                .setProvider("rival")
                .setCancels(List.of("lantern:1"))
                .build());

        wire.received();
        assertThat(wire.latest().get("lantern:1")).extracting(Article::getEvent).isEqualTo(Event.PUBLISHED);
    }

    @Test
    void aKillThatComesBeforeItsStoryHolds() {
        wire.send(item("", "").setStatus(Status.CANCELED).build());
        wire.send(item("1", "Too late.").setLanded(NOW.plusSeconds(60)).build());

        assertThat(wire.received()).extracting(Article::getEvent).containsExactly(Event.KILLED);
    }

    @Test
    void aWithheldVersionTakesTheItemOffAndANeverPublishedOneIsSilent() {
        wire.send(item("1", "Seen.").build());
        wire.send(item("2", "Seen.").setStatus(Status.WITHHELD).build());
        wire.send(item("1", "Unseen.")
                .setId("lantern:9")
                .setStatus(Status.WITHHELD)
                .build());

        assertThat(wire.received())
                .extracting(Article::getId, Article::getEvent, Article::getStatus)
                .containsExactly(
                        tuple("lantern:1", Event.PUBLISHED, Status.USABLE),
                        tuple("lantern:1", Event.KILLED, Status.WITHHELD));
    }

    @Test
    void embargoedCopyIsReleasedByTheClock() {
        wire.send(item("1", "Secret until later.")
                .setEmbargoedUntil(NOW.plusSeconds(60))
                .build());
        wire.letTimePass(Duration.ofSeconds(59));
        assertThat(wire.received()).isEmpty();

        wire.letTimePass(Duration.ofSeconds(1));
        assertThat(wire.received()).singleElement().satisfies(article -> {
            assertThat(article.getEvent()).isEqualTo(Event.PUBLISHED);
            assertThat(article.getBodyText()).isEqualTo("Secret until later.");
        });

        wire.letTimePass(Duration.ofSeconds(60));
        assertThat(wire.received()).isEmpty();
    }

    @Test
    void aLaterVersionMovesLiftsOrEndsAnEmbargo() {
        Instant soon = NOW.plusSeconds(10);
        wire.send(item("1", "Moved.").setEmbargoedUntil(soon).build());
        wire.send(item("2", "Moved.").setEmbargoedUntil(NOW.plusSeconds(30)).build());
        wire.send(
                item("1", "Lifted.").setId("lantern:2").setEmbargoedUntil(soon).build());
        wire.send(item("2", "Lifted.").setId("lantern:2").build());
        wire.send(
                item("1", "Killed.").setId("lantern:3").setEmbargoedUntil(soon).build());
        wire.send(item("2", "Killed.")
                .setId("lantern:3")
                .setStatus(Status.CANCELED)
                .build());

        assertThat(wire.received())
                .extracting(Article::getId, Article::getBodyText)
                .containsExactly(tuple("lantern:2", "Lifted."), tuple("lantern:3", ""));
        wire.letTimePass(Duration.ofSeconds(15));
        assertThat(wire.received()).isEmpty();
        wire.letTimePass(Duration.ofSeconds(15));
        assertThat(wire.received()).extracting(Article::getBodyText).containsExactly("Moved.");
    }

    @Test
    void anEmbargoOnALaterVersionTakesTheItemOffUntilItsTime() {
        wire.send(item("1", "Filed too early.").build());
        wire.send(item("2", "Filed too early.")
                .setEmbargoedUntil(NOW.plusSeconds(5))
                .build());
        assertThat(wire.received()).extracting(Article::getEvent).containsExactly(Event.PUBLISHED, Event.KILLED);

        wire.letTimePass(Duration.ofSeconds(5));
        assertThat(wire.received()).extracting(Article::getEvent).containsExactly(Event.REVISED);
    }

    @Test
    void theNoteToEditorsIsNeverPublished() {
        wire.send(item("1", "Body.").setEdnote("EDS: call the desk on 555").build());

        assertThat(wire.received().toString()).doesNotContain("555");
    }

    @Test
    void anArticleThatKafkaWouldNotTakeIsADeadLetterAndNothingIsRememberedOfIt() {
        String headline = "€".repeat(RecordSize.LARGEST / 6 + 1);
        wire.send(item("2", "")
                .setHeadline("")
                .setPage("<h1>" + headline + "</h1>")
                .build());
        wire.send(item("1", "Short.").build());

        assertThat(wire.received()).extracting(Article::getBodyText).containsExactly("Short.");
        assertThat(wire.deadLetters()).extracting(DeadLetter::getDefect).containsExactly("TOO_LARGE");
    }

    @Test
    void aKillByAnIdLongerThanAnyItemHasIsNoKill() {
        wire.send(item("1", "Body.")
                .setCancels(List.of("x".repeat(RecordSize.LONGEST_KEY + 1)))
                .build());

        assertThat(wire.received()).extracting(Article::getEvent).containsExactly(Event.PUBLISHED);
    }

    @Test
    void anyOrderAndAnyRepetitionOfTheSameVersionsEndsInTheSameState() {
        var random = new Random(20260301);
        for (int round = 0; round < 60; round++) {
            List<WireItem> history = history(random, NOW, "lantern:" + round);
            String first = "";
            for (int order = 0; order < 6; order++) {
                List<WireItem> filed = new ArrayList<>(history);
                filed.addAll(history.subList(0, random.nextInt(history.size() + 1)));
                if (order > 0) {
                    Collections.shuffle(filed, random);
                }
                String end = end(filed, "lantern:" + round + "-" + order);
                first = order == 0 ? end : first;
                assertThat(end)
                        .as("round %d, order %d of %s", round, order, describe(filed))
                        .isEqualTo(first);
            }
        }
    }

    /** Sends a history under an id of its own, lets all embargoes end, and says what can then be read of the item. */
    private String end(List<WireItem> filed, String id) {
        Duration gone = Duration.between(NOW, wire.now());
        filed.forEach(item -> wire.send(WireItem.newBuilder(item)
                .setId(id)
                .setEmbargoedUntil(
                        item.getEmbargoedUntil() == null
                                ? null
                                : item.getEmbargoedUntil().plus(gone))
                .build()));
        wire.letTimePass(Duration.ofSeconds(2));
        wire.received();
        Article article = wire.latest().get(id);
        return article == null || article.getEvent() == Event.KILLED ? "nothing" : article.getBodyText();
    }

    private static List<WireItem> history(Random random, Instant now, String id) {
        List<WireItem> history = new ArrayList<>();
        boolean numbered = random.nextInt(3) > 0;
        int versions = 1 + random.nextInt(6);
        for (int v = 0; v < versions; v++) {
            int draw = random.nextInt(10);
            Status status = draw == 0 ? Status.CANCELED : draw == 1 ? Status.WITHHELD : Status.USABLE;
            boolean numberless = !numbered || (status == Status.CANCELED && random.nextBoolean());
            history.add(item(numberless ? "" : String.valueOf(7 + random.nextInt(6)), "Take " + v + ".")
                    .setId(id)
                    .setStatus(status)
                    .setVersionCreated(random.nextInt(4) == 0 ? null : NOW.minusSeconds(random.nextInt(5)))
                    .setEmbargoedUntil(random.nextInt(3) == 0 ? now.plusSeconds(random.nextInt(3) - 1) : null)
                    .setLanded(NOW.plusMillis(random.nextInt(4)))
                    .build());
        }
        return history;
    }

    private static String describe(List<WireItem> items) {
        return items.stream()
                .map(item -> item.getVersion() + "/" + item.getVersionCreated() + "/" + item.getStatus() + "/"
                        + item.getLanded() + "/" + item.getBodyText())
                .collect(Collectors.joining(", "));
    }
}
