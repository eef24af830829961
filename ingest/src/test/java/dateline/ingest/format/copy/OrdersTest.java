package dateline.ingest.format.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders to editors that stand in the copy: kills and embargoes. */
class OrdersTest {
    private static final Instant FILED = Instant.parse("2026-03-04T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMBARGOED UNTIL 1800 GMT THURSDAY, MARCH 5 | 2026-03-05T18:00:00Z",
                "EMBARGOED UNTIL 18:00 GMT 5 March 2026 | 2026-03-05T18:00:00Z",
                "EMBARGOED FOR RELEASE UNTIL 0001 GMT FRIDAY | 2026-03-06T00:01:00Z",
                "EMBARGO: 2026-03-05T18:00:00+01:00 | 2026-03-05T17:00:00Z",
                "HOLD FOR RELEASE UNTIL 6 p.m. EST, March 5 | 2026-03-05T23:00:00Z",
                "Sperrfrist: 5. März 2026, 19.00 Uhr MEZ | 2026-03-05T18:00:00Z",
                "NOT FOR PUBLICATION BEFORE 12:30 GMT on 05.03.2026 | 2026-03-05T12:30:00Z",
                "EMBARGOED UNTIL 1800 GMT JAN 2 | 2027-01-02T18:00:00Z",
                "HOLD FOR RELEASE 12:01 a.m. EST Friday, March 6 | 2026-03-06T05:01:00Z",
                "Eds: EMBARGO: 6 March 2026 0001 GMT | 2026-03-06T00:01:00Z",
                "Embargoed until 6 p.m. EST, March 5 | 2026-03-05T23:00:00Z",
                "STRICTLY UNDER EMBARGO UNTIL 18:00 GMT 5 March 2026 | 2026-03-05T18:00:00Z",
            })
    void embargoesWithDayAndZoneAreRead(String line, String until) {
        assertThat(Embargoes.read(line, FILED, null)).isEqualTo(new Embargoes.Word.Until(Instant.parse(until)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGOED UNTIL AFTER THE CEREMONY",
                "EMBARGOED UNTIL 1800 GMT",
                "EMBARGOED UNTIL 18:00 on 5 March 2026",
                "EMBARGOED UNTIL 1800 GMT FEB 31",
                "Sperrfrist: Redebeginn",
            })
    void anEmbargoThatLeavesDayOrZoneOpenIsUnreadable(String line) {
        assertThat(Embargoes.read(line, FILED, null)).isInstanceOf(Embargoes.Word.Unreadable.class);
    }

    @Test
    void theFeedsZoneHoldsForAnEmbargoThatNamesNone() {
        assertThat(Embargoes.read("Sperrfrist: 5. März, 19.00 Uhr", FILED, ZoneId.of("Europe/Berlin")))
                .isEqualTo(new Embargoes.Word.Until(Instant.parse("2026-03-05T18:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ministers agree an arms embargo",
                "EU imposes embargo on oil, EMBARGO on Monday",
                "The embargo was lifted",
                "UN LIFTS ARMS EMBARGO",
                "EMBARGO THREATENS SUGAR TRADE",
                "Embargo: what it means for sugar",
                "FOR RELEASE OF HOSTAGES, FAMILIES PRAY",
                "A quiet day",
            })
    void embargoesAmongStatesAreNone(String line) {
        assertThat(Embargoes.read(line, FILED, null)).isInstanceOf(Embargoes.Word.None.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BC-US--Harbour Bridge, ADVISORY KILL",
                "Almere-fire/KILL",
                "BC-KILL-Harbour",
                "HARBOUR-BRIDGE (KILL)",
                "BC-PP--Harbour-Bridge,Advisory Kill"
            })
    void aKillIsAWordOfItsOwnInTheSlug(String slug) {
        assertThat(Kills.inSlug(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BC-US--Road Kill Study", "US-SKILLS", "Overkill", "Kill Bill opens", "BC-KILLERS"})
    void storiesOfKillingAreNoKills(String slug) {
        assertThat(Kills.inSlug(slug)).isFalse();
        assertThat(Kills.ordered(slug)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATTENTION EDITORS: KILL our Almere-fire",
                "MANDATORY KILL",
                "KILL THE STORY slugged Almere",
                "EDS: KILL Almere-fire",
                "Eds: Members using BC-PP--Ferry Sinks, kill the story.",
                "Editors: kill the story of 1015 GMT"
            })
    void aLineToEditorsOrdersAKill(String line) {
        assertThat(Kills.ordered(line)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BC-PP--Harbour Bridge, ADVISORY KILL | BC-PP--Harbour Bridge",
                "KILL-BRIDGE-BUS | BRIDGE-BUS",
                "BRIDGE-BUS/KILL | BRIDGE-BUS",
                "MANDATORY KILL | ''",
            })
    void aKillBySlugMeansTheStoryOfThatSlug(String slug, String story) {
        assertThat(Kills.subject(slug)).isEqualTo(story);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Eds: Members using BC-PP--Ferry Sinks, kill the story. | BC-PP--Ferry Sinks",
                "Kill BC-PP--Ferry Sinks. | BC-PP--Ferry Sinks",
                "Kill the story slugged BC-PP--Ferry Sinks. The ferry did not sink. | BC-PP--Ferry Sinks",
                "ATTENTION EDITORS: KILL the story headlined \"Ferry sinks off Islay\" | Ferry sinks off Islay",
                "KILL story slug: FERRY-SINKS | FERRY-SINKS",
            })
    void anOrderNamesTheStoryThatItKills(String line, String story) {
        assertThat(Kills.named(line)).containsExactly(story);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATTENTION EDITORS: KILL", "MANDATORY KILL", "Editors: please kill the story at once"})
    void anOrderMayNameNone(String line) {
        assertThat(Kills.named(line)).isEmpty();
    }
}
