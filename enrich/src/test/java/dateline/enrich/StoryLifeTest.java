package dateline.enrich;

import static dateline.enrich.TestWire.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dateline.enrich.entity.TaggerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Article;
import wire.Carrier;
import wire.Event;
import wire.Held;
import wire.Notice;
import wire.Retelling;
import wire.Status;
import wire.WireItem;

/** What one item does to others, and what the outside sees of it. */
class StoryLifeTest {
    private static final String BRIDGE = """
            The old swing bridge over the Aller at Winsen jammed half open on Monday morning with a bus on it, and the \
            fourteen passengers had to be taken off by the fire brigade's boat.
            Nobody was hurt, said Karla Behrens, who runs the county's roads office, but the bridge will stay shut for at \
            least three weeks while a cracked pinion from 1911 is cast again.
            Lorries are sent round by Celle, a detour of 31 kilometres, and the ferry at Bannetze takes cars from \
            six in the morning until ten at night.
            The bridge was to have been replaced in 2019, but a rare bat was found to winter in its gear house, and the \
            plan has lain with the administrative court in Lueneburg ever since.""";

    private static final String HARBOUR = """
            A sperm whale that lost its way into the inner harbour of Thyboron was led back to the North Sea on Tuesday \
            by two trawlers towing a net hung with clanging pots.
            Skipper Anders Kjeldgaard said the animal, some twelve metres long, had followed the noise boats like a dog, \
            and that his crew had cheered when it blew beyond the mole.
            Biologists from Aarhus had feared it would strand on the falling tide, as four others did on the island of \
            Romo in 2014.""";

    @TempDir
    Path state;

    private TestWire wire;

    @BeforeEach
    void start() {
        wire = new TestWire(
                state,
                new EnrichConfig(
                        1, Duration.ofDays(7), Duration.ofHours(2), Map.of(), Map.of(), TaggerConfig.DEFAULT, null));
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private static WireItem.Builder item(String id, String headline, String body) {
        return WireItem.newBuilder()
                .setId(id)
                .setProvider(id.substring(0, id.indexOf(':')))
                .setFeed("world")
                .setVersion("1")
                .setHeadline(headline)
                .setBodyText(body)
                .setLanguage("en")
                .setLanded(NOW);
    }

    private void file(WireItem.Builder item) {
        wire.send(item.build());
    }

    private Article latest(String id) {
        wire.received();
        return requireNonNull(wire.latest().get(id), id);
    }

    @Test
    void aRevisionSaysWhatItChanged() {
        file(item("lantern:1", "Bus stuck on bridge", "A bus is stuck.\nNobody was hurt in Japan."));
        file(item("lantern:1", "Bus freed", "A bus was freed.\nNobody was hurt in Japan.\nChina sent help.")
                .setVersion("2"));

        assertThat(latest("lantern:1").getChanges()).satisfies(changes -> {
            assertThat(changes.getHeadline()).isEqualTo("Bus stuck on bridge");
            assertThat(changes.getParagraphsNew()).containsExactly(0, 2);
            assertThat(changes.getParagraphsGone()).containsExactly(0);
            assertThat(changes.getTagsAdded()).contains("country:CN").doesNotContain("country:JP");
            assertThat(changes.getTagsLost()).doesNotContain("country:JP");
        });
    }

    @Test
    void anOlderVersionThatComesLateIsHistoryAndNoNews() {
        file(item("lantern:1", "Two", "The second version.").setVersion("2"));
        wire.received();
        file(item("lantern:1", "One", "The first version."));
        file(item("lantern:1", "Two", "The second version.").setVersion("2").setLanded(NOW.plusSeconds(9)));

        assertThat(wire.received()).isEmpty();
        assertThat(wire.history()).extracting(Article::getVersion).containsExactly("1");
    }

    @Test
    void historyIsSilentWhileTheItemMayNotBeSeen() {
        file(item("lantern:1", "Two", "Secret.").setVersion("2").setEmbargoedUntil(NOW.plusSeconds(60)));
        file(item("lantern:1", "One", "Secret."));
        file(item("lantern:2", "Two", "").setVersion("2").setStatus(Status.CANCELED));
        file(item("lantern:2", "One", "Killed."));

        assertThat(wire.history()).isEmpty();
    }

    @Test
    void whatIsHeldIsListedByIdAndTimeUntilItIsOver() {
        Instant until = NOW.plusSeconds(60);
        file(item("lantern:1", "Secret", "Secret.").setEmbargoedUntil(until));

        Held held = requireNonNull(wire.held().get("lantern:1"));
        assertThat(held.getUntil()).isEqualTo(until);
        assertThat(held.toString()).doesNotContain("Secret");
        wire.letTimePass(Duration.ofSeconds(60));
        assertThat(wire.held()).isEqualTo(Collections.singletonMap("lantern:1", null));
        assertThat(latest("lantern:1").getBodyText()).isEqualTo("Secret.");
    }

    @Test
    void aKillIsForgottenByTheTopicsAfterItsTimeButNotByUs() {
        file(item("lantern:1", "Wrong", "Wrong."));
        file(item("lantern:1", "", "").setVersion("2").setStatus(Status.CANCELED));
        assertThat(latest("lantern:1").getEvent()).isEqualTo(Event.KILLED);

        wire.letTimePass(Duration.ofHours(2));
        wire.received();
        assertThat(wire.latest()).isEmpty();
        file(item("lantern:1", "Wrong", "Wrong."));
        assertThat(wire.received()).isEmpty();
    }

    @Test
    void whatTheDeskKillsStaysKilledWhateverTheWireFiles() {
        file(item("lantern:1", "Libel", "A libel."));
        file(item("lantern:1", "", "")
                .setVersion("")
                .setProvider("")
                .setFeed("desk")
                .setStatus(Status.CANCELED)
                .setKillReason("lawyers")
                .setOrderedBy("alice"));
        file(item("lantern:1", "Libel", "A libel, softened.").setVersion("3").setVersionCreated(NOW.plusSeconds(60)));

        assertThat(latest("lantern:1")).satisfies(article -> {
            assertThat(article.getEvent()).isEqualTo(Event.KILLED);
            assertThat(article.getKillReason()).isEqualTo("killed by alice: lawyers");
            assertThat(article.getFeed()).isEqualTo("world");
            assertThat(article.getBodyText()).isEmpty();
        });
        assertThat(wire.history()).isEmpty();
    }

    @Test
    void whatGoesWithAStoryThatTheDeskKillsSaysWhoKilledIt() {
        file(item("lantern:1", "Old lead", BRIDGE));
        file(item("lantern:2", "New lead", HARBOUR).setSupersedes(List.of("lantern:1")));
        file(item("lantern:1", "", "")
                .setVersion("")
                .setStatus(Status.CANCELED)
                .setKillReason("lawyers")
                .setOrderedBy("alice"));

        assertThat(latest("lantern:2").getKillReason()).isEqualTo("killed by alice: lawyers");
    }

    @Test
    void aDeskKillHoldsForAStoryStillToCome() {
        file(item("lantern:1", "", "").setVersion("").setStatus(Status.CANCELED).setOrderedBy("alice"));
        file(item("lantern:1", "Libel", "A libel."));

        assertThat(latest("lantern:1").getEvent()).isEqualTo(Event.KILLED);
    }

    @Test
    void theSameStoryFromAnotherOutletIsACopyOfTheEarliest() {
        file(item("lantern:1", "Bridge jams with bus on it", BRIDGE).setPublished(NOW.minusSeconds(600)));
        file(item("gazette:7", "Passengers saved from stuck bridge", BRIDGE.substring(0, BRIDGE.lastIndexOf('\n')))
                .setPublished(NOW.minusSeconds(60)));

        assertThat(latest("gazette:7")).satisfies(copy -> {
            assertThat(copy.getEvent()).isEqualTo(Event.PUBLISHED);
            assertThat(copy.getGroup()).isEqualTo("lantern:1");
            assertThat(copy.getCopyOf()).isEqualTo("lantern:1");
            assertThat(copy.getCarriedBefore()).containsExactly(new Carrier("lantern", "world"));
            assertThat(copy.getSimilarity()).isGreaterThan(0.8);
            assertThat(copy.getOutlets()).isEqualTo(2);
        });
        assertThat(latest("lantern:1").getGroup()).isEqualTo("lantern:1");
        assertThat(latest("lantern:1").getCopyOf()).isNull();
    }

    @Test
    void anEarlierOneThatComesLateBecomesTheHeadOfTheGroup() {
        file(item("gazette:7", "Passengers saved", BRIDGE).setPublished(NOW.minusSeconds(60)));
        assertThat(latest("gazette:7").getCopyOf()).isNull();
        file(item("lantern:1", "Bridge jams", BRIDGE).setPublished(NOW.minusSeconds(600)));

        assertThat(latest("gazette:7").getCopyOf()).isEqualTo("lantern:1");
        assertThat(latest("gazette:7").getEvent()).isEqualTo(Event.REVISED);
        assertThat(latest("lantern:1").getCopyOf()).isNull();
    }

    @Test
    void otherStoriesAreNoCopies() {
        file(item("lantern:1", "Bridge jams", BRIDGE));
        file(item("gazette:7", "Whale led out of harbour", HARBOUR));

        assertThat(latest("gazette:7").getCopyOf()).isNull();
        assertThat(wire.latest()).hasSize(2);
    }

    @Test
    void anUpdateUnderAnIdOfItsOwnTakesThePlaceOfTheStoryItUpdates() {
        file(item("lantern:1", "Bridge jams with bus on it", BRIDGE).setPublished(NOW.minusSeconds(600)));
        file(item("lantern:2", "UPDATE 1-Bridge jams with bus on it", BRIDGE + "\nThe bus was freed in the evening.")
                .setPublished(NOW.minusSeconds(60)));

        assertThat(latest("lantern:2").getUpdates()).isEqualTo("lantern:1");
        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.REVISED);
        assertThat(latest("lantern:1").getSupersededBy()).isEqualTo("lantern:2");
    }

    @Test
    void aChangedIdOfTheSameCopyIsLinkedAndNotNew() {
        file(item("lantern:1", "Bridge jams", BRIDGE).setPublished(NOW.minusSeconds(600)));
        file(item("lantern:99", "Bridge jams", BRIDGE)
                .setPublished(NOW.minusSeconds(600))
                .setLanded(NOW.plusSeconds(5)));

        wire.received();
        assertThat(wire.latest().values())
                .extracting(Article::getUpdates, Article::getSupersededBy)
                .containsExactlyInAnyOrder(tuple(null, "lantern:99"), tuple("lantern:1", null));
    }

    @Test
    void whatAnItemSaysItSupersedesIsSupersededWhicheverComesFirst() {
        file(item("lantern:2", "New lead", HARBOUR).setSupersedes(List.of("lantern:1", "lantern:2")));
        file(item("lantern:1", "Old lead", BRIDGE));
        file(item("lantern:3", "Old lead of another story", "Short."));
        file(item("lantern:4", "New lead of another story", "Shorter.").setSupersedes(List.of("lantern:3")));

        assertThat(latest("lantern:1").getSupersededBy()).isEqualTo("lantern:2");
        assertThat(latest("lantern:3").getSupersededBy()).isEqualTo("lantern:4");
        assertThat(latest("lantern:2").getSupersededBy()).isNull();
    }

    @Test
    void aKillReachesTheProvidersOwnCopiesAndFlagsThoseOfOthers() {
        file(item("lantern:1", "Bridge jams with bus on it", BRIDGE).setPublished(NOW.minusSeconds(600)));
        file(item("lantern:2", "Regional service: bus on bridge", BRIDGE).setPublished(NOW.minusSeconds(500)));
        file(item("gazette:7", "Passengers saved from stuck bridge", BRIDGE).setPublished(NOW.minusSeconds(60)));
        file(item("lantern:1", "", "")
                .setVersion("2")
                .setVersionCreated(NOW)
                .setStatus(Status.CANCELED)
                .setKillReason("it was another bridge"));

        assertThat(latest("lantern:1").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("gazette:7")).satisfies(copy -> {
            assertThat(copy.getEvent()).isEqualTo(Event.REVISED);
            assertThat(copy.getStatus()).isEqualTo(Status.USABLE);
            assertThat(copy.getWarning()).contains("lantern killed", "lantern:1", "another bridge");
        });

        // What comes after the kill: a copy of before it is killed, another outlet's is flagged, a story made anew
        // stands.
        file(item("lantern:3", "Late service: bus on bridge", BRIDGE).setPublished(NOW.minusSeconds(300)));
        file(item("courier:1", "Bus rescue", BRIDGE).setPublished(NOW.minusSeconds(30)));
        file(item("lantern:4", "Another bridge jams with bus on it", BRIDGE)
                .setPublished(NOW.plusSeconds(60))
                .setVersionCreated(NOW.plusSeconds(60))
                .setLanded(NOW.plusSeconds(70)));
        assertThat(latest("lantern:3").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("courier:1").getWarning()).contains("lantern:1");
        assertThat(latest("lantern:4").getEvent()).isNotEqualTo(Event.KILLED);
    }

    @Test
    void aKillThatComesBeforeItsStoryReachesItsKinOnceItIsThere() {
        file(item("lantern:k", "", "")
                .setStatus(Status.CANCELED)
                .setVersionCreated(NOW)
                .setCancels(List.of("lantern:1", "lantern:5")));
        file(item("lantern:2", "Regional service: bus on bridge", BRIDGE)
                .setVersionCreated(NOW.minusSeconds(500))
                .setPublished(NOW.minusSeconds(500)));
        file(item("gazette:7", "Passengers saved from stuck bridge", BRIDGE).setPublished(NOW.minusSeconds(60)));
        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.PUBLISHED);

        file(item("lantern:1", "Bridge jams with bus on it", BRIDGE)
                .setVersionCreated(NOW.minusSeconds(600))
                .setPublished(NOW.minusSeconds(600)));

        assertThat(latest("lantern:1").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("gazette:7").getWarning()).contains("lantern killed", "lantern:1");
    }

    @Test
    void whatTakesThePlaceOfAKilledItemGoesWithItUnlessItIsNewerThanTheKill() {
        file(item("lantern:1", "Old lead", BRIDGE).setVersionCreated(NOW.minusSeconds(60)));
        file(item("lantern:1", "", "").setVersion("2").setVersionCreated(NOW).setStatus(Status.CANCELED));

        file(item("lantern:2", "New lead", HARBOUR)
                .setVersionCreated(NOW.minusSeconds(30))
                .setSupersedes(List.of("lantern:1")));
        file(item("lantern:3", "Lead made anew", HARBOUR)
                .setVersionCreated(NOW.plusSeconds(30))
                .setLanded(NOW.plusSeconds(40))
                .setSupersedes(List.of("lantern:1")));

        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("lantern:3").getEvent()).isNotEqualTo(Event.KILLED);
    }

    @Test
    void aKillReachesWhatTheItemTookThePlaceOf() {
        file(item("lantern:1", "Old lead", BRIDGE).setVersionCreated(NOW.minusSeconds(60)));
        file(item("lantern:2", "New lead", HARBOUR)
                .setVersionCreated(NOW.minusSeconds(30))
                .setSupersedes(List.of("lantern:1")));
        file(item("lantern:1", "", "").setVersion("2").setVersionCreated(NOW).setStatus(Status.CANCELED));

        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.KILLED);
    }

    @Test
    void aKillThatOnlyNamesItsStoryFindsItBeforeAndAfter() {
        file(item("lantern:1", "Bridge jams", BRIDGE).setSlugline("BRIDGE-BUS").setPublished(NOW.minusSeconds(3600)));
        file(item("rival:1", "Bridge jams", HARBOUR).setSlugline("BRIDGE-BUS").setPublished(NOW.minusSeconds(3600)));
        file(item("lantern:k", "", "")
                .setStatus(Status.CANCELED)
                .setVersionCreated(NOW)
                .setKills(List.of("BRIDGE-BUS")));
        assertThat(latest("lantern:1").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("rival:1").getEvent()).isEqualTo(Event.PUBLISHED);

        file(item("lantern:2", "Late take", HARBOUR).setSlugline("BRIDGE-BUS").setPublished(NOW.minusSeconds(1800)));
        file(item("lantern:3", "Next week's story", HARBOUR)
                .setSlugline("BRIDGE-BUS")
                .setPublished(NOW.plusSeconds(1800))
                .setLanded(NOW.plusSeconds(3600)));
        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("lantern:3").getEvent()).isNotEqualTo(Event.KILLED);
    }

    @Test
    void aStoryThatTurnsIntoAKillOfAnotherStillReachesIt() {
        file(item("lantern:1", "Bridge jams", BRIDGE).setSlugline("BRIDGE-BUS").setPublished(NOW.minusSeconds(3600)));
        file(item("lantern:2", "Whale led out", HARBOUR).setPublished(NOW.minusSeconds(3000)));
        file(item("lantern:2", "", "")
                .setVersion("2")
                .setVersionCreated(NOW)
                .setStatus(Status.CANCELED)
                .setKills(List.of("BRIDGE-BUS")));

        assertThat(latest("lantern:1").getEvent()).isEqualTo(Event.KILLED);
        assertThat(latest("lantern:2").getEvent()).isEqualTo(Event.KILLED);
    }

    @Test
    void aStoryIsRetoldOnlyWhileTheSameVersionStands() {
        file(item("lantern:1", "One", "The first version."));
        Article shown = latest("lantern:1");
        wire.send("lantern:1", retelling("2", shown));
        assertThat(wire.received()).isEmpty();

        wire.send("lantern:1", retelling("1", shown));
        assertThat(wire.received()).singleElement().satisfies(article -> {
            assertThat(article.getEvent()).isEqualTo(Event.REVISED);
            assertThat(article.getRegions()).containsExactly("arctic");
            assertThat(article.getChanges().getTagsAdded()).containsExactly("region:arctic");
        });
    }

    @Test
    void whatLandedTwiceIsRetoldAsItIsShown() {
        file(item("lantern:1", "One", "The same again.").setVersion(""));
        file(item("lantern:1", "One", "The same again.").setVersion("").setLanded(NOW.plusSeconds(9)));
        Article shown = latest("lantern:1");

        wire.send("lantern:1", retelling("", shown));
        assertThat(wire.received())
                .singleElement()
                .satisfies(article -> assertThat(article.getRegions()).containsExactly("arctic"));
    }

    private static Notice retelling(String version, Article article) {
        Article anew = Article.newBuilder(article).setRegions(List.of("arctic")).build();
        return Notice.newBuilder()
                .setWord(Retelling.newBuilder()
                        .setVersion(version)
                        .setLanded(NOW)
                        .setArticle(anew)
                        .build())
                .build();
    }

    @Test
    void theSameStoriesInAnyOrderEndInTheSameGroups() {
        List<WireItem> stories = new ArrayList<>();
        for (int outlet = 0; outlet < 6; outlet++) {
            stories.add(item("outlet" + outlet + ":1", "Bridge " + outlet, BRIDGE)
                    .setPublished(NOW.minusSeconds(600 - outlet))
                    .build());
            stories.add(item("outlet" + outlet + ":2", "Whale " + outlet, HARBOUR)
                    .setPublished(NOW.minusSeconds(300 + outlet))
                    .build());
        }
        stories.forEach(wire::send);
        wire.received();
        Map<String, String> groups = groups();
        assertThat(groups.values()).containsOnly("outlet0:1", "outlet5:2");

        var random = new Random(4);
        for (int order = 0; order < 10; order++) {
            stop();
            wire = new TestWire(state.resolve("order-" + order), EnrichConfig.DEFAULT);
            List<WireItem> shuffled = new ArrayList<>(stories);
            shuffled.addAll(stories.subList(0, 5));
            Collections.shuffle(shuffled, random);
            shuffled.forEach(wire::send);
            wire.received();
            assertThat(groups())
                    .as(Arrays.toString(shuffled.stream().map(WireItem::getId).toArray()))
                    .isEqualTo(groups);
        }
    }

    private Map<String, String> groups() {
        var groups = new java.util.TreeMap<String, String>();
        wire.latest().values().forEach(article -> groups.put(article.getId(), article.getGroup()));
        return groups;
    }
}
