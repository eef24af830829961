package dateline.ingest.format.telex;

import static dateline.ingest.format.Copy.bytes;
import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static dateline.ingest.format.Copy.raw;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Status;
import wire.WireItem;

/** ANPA 1312 as others than AP file it, and what stands in it for editors only. */
class AnpaCopyTest {
    @Test
    void kyodosTrailerPutsTheTimeBeforeTheDayAndNamesNoZone() {
        WireItem sumo = item("anpa/kyodo-style.txt");

        assertThat(sumo.getPublished()).isEqualTo(Instant.parse("2026-03-22T21:37:00Z"));
        assertThat(sumo.getNotes()).anySatisfy(note -> assertThat(note).contains("no zone"));
        assertThat(sumo.getProvider()).isEqualTo("KYODO");
        assertThat(sumo.getCredit()).isEqualTo("Kyodo");
        assertThat(sumo.getSlugline()).isEqualTo("BC-Sumo-Spring-Tourney");
        assertThat(sumo.getHeadline()).isEqualTo("Sumo: Ozeki Umikaze takes spring title in playoff");
        assertThat(sumo.getDateline().getPlaceName()).isEqualTo("OSAKA");
        assertThat(sumo.getBodyText()).endsWith("Umikaze said.");
    }

    @Test
    void theFeedsZoneHoldsForATrailerThatNamesNone() {
        WireItem sumo = items(
                        raw(bytes("anpa/kyodo-style.txt")).setZone("Asia/Tokyo").build())
                .getFirst();

        assertThat(sumo.getPublished()).isEqualTo(Instant.parse("2026-03-22T12:37:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "AP-WF-11-13-13 1509GMT<, 2013-11-13T15:09:00Z",
        "AP-NY-07-04-13 0846EDT, 2013-07-04T12:46:00Z",
        "NYT-03-04-26 1822EST<, 2026-03-04T23:22:00Z",
        "KWS-21:37-09-12-18, 2018-12-09T21:37:00Z",
        "10:32ET 24-07-20, 2020-07-24T14:32:00Z",
    })
    void trailersTellWhenItWasFiled(String trailer, String filed) {
        WireItem story =
                dispatch("^BC-Bridge,20<\n^Bridge opens<\n\t   OSLO (PP) _ It is open.\n\n\t   \003" + trailer);

        assertThat(story.getPublished()).isEqualTo(Instant.parse(filed));
    }

    @Test
    void aTrailerOfAnImpossibleDayIsDroppedWithANote() {
        WireItem story =
                dispatch("^BC-Bridge,20<\n^Bridge opens<\n\t   OSLO (PP) _ It is open.\n\003AP-WF-13-41-26 1509GMT<");

        assertThat(story.getPublished()).isNull();
        assertThat(story.getNotes()).anySatisfy(note -> assertThat(note).contains("dropped"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anpa/kill-notice.txt", "anpa/bulletin-kill.txt", "anpa/kill.txt"})
    void killsAreToldWhereverTheyStand(String copy) {
        assertThat(item(copy).getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void anEmbargoAmongTheHeadsIsNoHeadline() {
        WireItem bees = item("anpa/embargoed.txt");
        WireItem budget = item("anpa/hold-for-release.txt");

        assertThat(bees.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-05T19:00:00Z"));
        assertThat(bees.getHeadline()).isEqualTo("Bees count to four, study finds");
        assertThat(bees.getUrgency()).isEqualTo(5);
        assertThat(budget.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-06T05:01:00Z"));
        assertThat(budget.getHeadline()).isEqualTo("Budget doubles money for bridges");
        assertThat(budget.getEdnote()).contains("HOLD FOR RELEASE");
    }

    @Test
    void thePrintersCodesPartTheCellsOfATable() {
        WireItem box = item("anpa/box-score.txt");

        assertThat(box.getBodyHtml())
                .contains(
                        "<tr><td>Harbour</td><td>1</td><td>0</td>", "<table><tbody><tr><td>Total shots</td><td>9</td>");
        assertThat(box.getBodyText()).startsWith("Islanders\t0\t2\t").contains("\nFirst Period_1, Harbour");
    }

    @Test
    void aNewsServiceGivesItsCreditItsCopyrightAndTheCutsItAllows() {
        WireItem museum = item("anpa/news-service.txt");

        assertThat(museum.getHeadline()).isEqualTo("A MUSEUM ON A PIER");
        assertThat(museum.getBylines()).containsExactly("ANA SOL", "JAN DVORAK JR");
        assertThat(museum.getCredit()).isEqualTo("Harbour Times News Service");
        assertThat(museum.getCopyright()).isEqualTo("c.2026 Harbour Times News Service");
        assertThat(museum.getEdnote()).contains("STORY CAN END HERE");
        assertThat(museum.getDateline().getPlaceName()).isEqualTo("PORT ELLEN");
        assertThat(museum.getPublished()).isEqualTo(Instant.parse("2026-03-04T23:22:00Z"));
        assertThat(museum.getBodyText().lines())
                .containsExactly(
                        "PORT ELLEN — A museum of nets and oars has opened on the old pier.",
                        "It is “the smallest in the country,” its keeper said. Tickets are $4.",
                        "The pier dates from 1871.");
    }

    @Test
    void copyWithoutMarksHasItsSlugAndHeadlineAboveTheText() {
        WireItem bridge = item("anpa/without-marks.txt");

        assertThat(bridge.getSlugline()).isEqualTo("BC-Harbour-Bridge");
        assertThat(bridge.getHeadline()).isEqualTo("Harbour bridge to reopen in May");
        assertThat(bridge.getDateline().getPlaceName()).isEqualTo("HALIFAX");
        assertThat(bridge.getKeywords()).containsExactly("TRANSPORT");
        assertThat(bridge.getPublished()).isEqualTo(Instant.parse("2026-04-24T14:32:00Z"));
        assertThat(bridge.getBodyText()).doesNotContain("INDEX", "10:32");
    }

    @Test
    void aSlugIsKnownByTheHeadersKeyword() {
        WireItem minute = item("anpa/broadcast.txt");

        assertThat(minute.getSlugline()).isEqualTo("PP-NewsMinute");
        assertThat(minute.getHeadline()).isEqualTo("Here is the latest news from The Plains Press");
        assertThat(minute.getCopyright()).startsWith("Copyright 2026 by The Plains Press");
        assertThat(minute.getBodyText()).endsWith("A prize goes to two women.");
    }

    @Test
    void headlinesThatBeginLikeNotesStayHeadlines() {
        assertThat(dispatch("^BC-Snow,20<\n^With snow coming, harbour shuts<\n\t   OSLO (PP) _ It snows.\n")
                        .getHeadline())
                .isEqualTo("With snow coming, harbour shuts");
        assertThat(item("anpa/correction.txt").getHeadline())
                .isEqualTo("Clarification: Fish prices rose 4 percent, not 40");
    }

    @Test
    void twoDispatchesInOneFileAreTwoItems() {
        assertThat(items("anpa/two-dispatches.txt"))
                .extracting(WireItem::getHeadline)
                .containsExactly("First story of two", "Second story of two");
    }

    private static WireItem dispatch(String copy) {
        String text = "\026\026\001W2870\037asian\nr i\023\021 BC-Other     03-04 0120\n\002" + copy + "\n\004";
        return items(raw(text.getBytes(StandardCharsets.ISO_8859_1)).build()).getFirst();
    }
}
