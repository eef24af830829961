package dateline.sink.route;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.sink.Copy;
import dateline.sink.desk.Desks;
import dateline.sink.desk.Rules;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Routes;

class RoutingTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:16:00Z");

    @Test
    void whenADesksRuleHasChangedTheSameArticleIsSentToItsNewDeskAndTakenFromItsOld() {
        Article article = Copy.article("a").build();
        Routing.Step first =
                routing("{old: {countries: 'KR'}, kept: {countries: 'JP'}}").follow(null, article, NOW);
        Routing.Step second =
                routing("{new: {countries: 'KR'}, kept: {countries: 'JP'}}").follow(first.routes(), article, NOW);

        assertThat(second.deliveries())
                .extracting(delivery -> delivery.topic() + " " + event(delivery))
                .containsExactly("desk-new PUBLISHED", "desk-old RETRACTED");
        assertThat(second.routes().getEver()).containsExactly("desk-kept", "desk-new", "desk-old");
    }

    @Test
    void aReviewSendsOnlyWhatTheRulesHaveChangedWhateverReleaseRoutedIt() {
        Article article = Copy.article("a").build();
        Routing before = routing("{old: {countries: 'KR'}, kept: {countries: 'JP'}}");
        Routing today = routing("{new: {countries: 'KR'}, kept: {countries: 'JP'}}");
        Routes routes = Routes.newBuilder(before.follow(null, article, NOW).routes())
                .setFingerprint("of another release")
                .build();

        assertThat(before.isOutdated(routes)).isFalse();
        assertThat(today.isOutdated(routes)).isTrue();
        Routing.Step review = today.review(routes, article, NOW);
        assertThat(review.deliveries())
                .extracting(delivery -> delivery.topic() + " " + event(delivery))
                .containsExactly("desk-new PUBLISHED", "desk-old RETRACTED");
        assertThat(today.isOutdated(review.routes())).isFalse();
    }

    @Test
    void rulesAreOthersWhenATopicIsMadeForATag() {
        Desks desks = Rules.desks("{}");
        Routes routes = new Routing(Map.of(), Map.of(), Map.of(), desks)
                .follow(null, Copy.article("a").build(), NOW)
                .routes();

        assertThat(new Routing(Map.of("east-asia", "ea"), Map.of(), Map.of(), desks).isOutdated(routes))
                .isTrue();
        assertThat(new Routing(Map.of(), Map.of("east-asia", "ea"), Map.of(), desks).isOutdated(routes))
                .isTrue();
        assertThat(new Routing(Map.of(), Map.of(), Map.of(), desks).isOutdated(routes))
                .isFalse();
    }

    @Test
    void aKillOfAnItemNeverRoutedIsRememberedAndSentNowhere() {
        Routing.Step step = routing("{kept: {countries: 'JP'}}")
                .follow(null, Copy.kill("a", "wrong").build(), NOW);

        assertThat(step.deliveries()).isEmpty();
        assertThat(step.routes().getStanding()).isEmpty();
    }

    private static Object event(Delivery delivery) {
        return delivery.article() == null ? "TOMBSTONE" : delivery.article().getEvent();
    }

    private static Routing routing(String desks) {
        return new Routing(
                Map.of(),
                Map.of(),
                Map.of("old", "desk-old", "new", "desk-new", "kept", "desk-kept"),
                Rules.desks(desks));
    }
}
