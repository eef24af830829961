package dateline.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Event;
import wire.Held;
import wire.Status;

class ComparisonTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant BEGAN = FROM.plus(Duration.ofDays(3));
    private static final Instant LANDED = FROM.plusSeconds(60);
    private static final String JAPAN = "wire.region.east-asia";

    private final Comparison comparison = new Comparison(
            new Scope(FROM, BEGAN, FROM.plus(Duration.ofDays(1))),
            (article, stood) -> article.getRegions().stream()
                    .map(slug -> "wire.region." + slug)
                    .collect(Collectors.toCollection(TreeSet::new)));

    private static Article.Builder article(String id) {
        return Article.newBuilder()
                .setId(id)
                .setProvider("lantern")
                .setVersion("1")
                .setHeadline("Bus stuck on bridge")
                .setBodyText("A bus is stuck.\nNobody was hurt.")
                .setRegions(List.of("east-asia"))
                .setCountries(List.of("JP"))
                .setLanded(LANDED)
                .setEnriched(LANDED.plusSeconds(1));
    }

    /** Old enough that its topics need not have it any more, unless the test says where it stands. */
    private Diff compared(Article live, Article fresh) {
        comparison.live(live.getId(), live);
        comparison.fresh(fresh.getId(), fresh);
        comparison.again(live.getId(), live);
        return comparison.diff();
    }

    @Test
    void whenAndByWhomItWasMadeIsNoChange() {
        Article live = article("lantern:1")
                .setEvent(Event.REVISED)
                .setGroup("rival:1")
                .setCopyOf("rival:1")
                .setOutlets(2)
                .build();
        Article fresh = article("lantern:1").setEnriched(BEGAN.plusSeconds(5)).build();

        assertThat(compared(live, fresh)).isEqualTo(new Diff(List.of(), 1, 0, 0));
    }

    @Test
    void aChangedItemTellsItsTagsTextAndTopics() {
        Article fresh = article("lantern:1")
                .setHeadline("Bus freed")
                .setBodyText("A bus was freed.\nNobody was hurt.")
                .setRegions(List.of("arctic"))
                .build();

        Diff diff = compared(article("lantern:1").build(), fresh);

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            assertThat(change.fields()).containsExactly("headline", "regions", "bodyText");
            assertThat(change.changes().getHeadline()).isEqualTo("Bus stuck on bridge");
            assertThat(change.changes().getParagraphsNew()).containsExactly(0);
            assertThat(change.changes().getTagsAdded()).containsExactly("region:arctic");
            assertThat(change.changes().getTagsLost()).containsExactly("region:east-asia");
            assertThat(change.entered()).containsExactly("wire.region.arctic");
            assertThat(change.left()).containsExactly(JAPAN);
            assertThat(change.isSwapped()).isTrue();
        });
    }

    @Test
    void whatIsToldAnewKeepsItsKin() {
        Article live = article("lantern:1")
                .setSupersededBy("lantern:2")
                .setWarning("rival killed the same story")
                .build();

        Diff diff = compared(live, article("lantern:1").setUrgency(2).build());

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.fresh().getSupersededBy()).isEqualTo("lantern:2");
            assertThat(change.fresh().getWarning()).isEqualTo("rival killed the same story");
            assertThat(change.fresh().getUrgency()).isEqualTo(2);
        });
    }

    @Test
    void anItemThatStandsElsewhereThanTodaysRulesSayIsAChange() {
        Article live =
                article("lantern:1").setLanded(FROM.plus(Duration.ofDays(2))).build();
        comparison.tagged("wire.desk.old", "lantern:1", live);
        comparison.tagged(JAPAN, "lantern:1", live);
        comparison.tagged(
                JAPAN,
                "lantern:1",
                Article.newBuilder(live).setEvent(Event.RETRACTED).build());

        assertThat(compared(live, live).changes()).singleElement().satisfies(change -> {
            assertThat(change.fields()).isEmpty();
            assertThat(change.entered()).containsExactly(JAPAN);
            assertThat(change.left()).containsExactly("wire.desk.old");
        });
    }

    @Test
    void topicsThatHaveForgottenAnItemByAgeAreNoChange() {
        assertThat(compared(article("lantern:1").build(), article("lantern:1").build())
                        .changes())
                .isEmpty();
    }

    @Test
    void anItemThatOnlyTodaysCodeReadsIsAdded() {
        comparison.fresh("lantern:1", article("lantern:1").build());

        assertThat(comparison.diff().changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
            assertThat(change.entered()).containsExactly(JAPAN);
            assertThat(change.isSwapped()).isTrue();
        });
    }

    @Test
    void anItemThatTodaysCodeDoesNotReadIsLostAndNotSwapped() {
        Article live = article("lantern:1").build();
        comparison.live("lantern:1", live);
        comparison.again("lantern:1", live);

        assertThat(comparison.diff().changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.LOST);
            assertThat(change.isSwapped()).isFalse();
        });
    }

    @Test
    void anotherVersionIsNotToldAsTheSame() {
        Diff diff = compared(
                article("lantern:1").build(),
                article("lantern:1")
                        .setVersion("2")
                        .setLanded(LANDED.plusSeconds(9))
                        .build());

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.OTHER_VERSION);
            assertThat(change.isSwapped()).isFalse();
        });
    }

    @Test
    void ofWhatIsKilledWithheldOrHeldNothingIsSaidWhateverTodaysCodeMakesOfIt() {
        comparison.held(
                "lantern:held",
                Held.newBuilder().setId("lantern:held").setLanded(LANDED).build());
        comparison.live(
                "lantern:killed",
                article("lantern:killed")
                        .setEvent(Event.KILLED)
                        .setStatus(Status.CANCELED)
                        .build());
        comparison.live(
                "lantern:withheld",
                article("lantern:withheld")
                        .setEvent(Event.KILLED)
                        .setStatus(Status.WITHHELD)
                        .build());
        comparison.live("lantern:forgotten", null);
        for (String id : List.of("lantern:held", "lantern:killed", "lantern:withheld", "lantern:forgotten")) {
            comparison.fresh(id, article(id).build());
        }

        assertThat(comparison.diff()).isEqualTo(new Diff(List.of(), 0, 4, 0));
    }

    @Test
    void whatMovedOnSinceTheReplayBeganIsNoChange() {
        Article live = article("lantern:1").build();
        comparison.live("lantern:1", live);
        comparison.fresh("lantern:1", article("lantern:1").setUrgency(1).build());
        comparison.fresh("lantern:2", article("lantern:2").build());
        comparison.again(
                "lantern:1",
                Article.newBuilder(live).setEnriched(BEGAN.plusSeconds(1)).build());
        comparison.again("lantern:2", article("lantern:2").build());

        assertThat(comparison.diff()).isEqualTo(new Diff(List.of(), 0, 0, 2));
    }

    @Test
    void whatLandedBeforeIsLeftAsItIs() {
        Article old = article("lantern:1").setLanded(FROM.minusSeconds(1)).build();
        comparison.live("lantern:1", old);
        comparison.live("lantern:2", old);
        comparison.fresh("lantern:1", article("lantern:1").setUrgency(1).build());
        comparison.again("lantern:1", old);
        comparison.again("lantern:2", old);

        assertThat(comparison.diff()).isEqualTo(new Diff(List.of(), 0, 0, 0));
    }
}
