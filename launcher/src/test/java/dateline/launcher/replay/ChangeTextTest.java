package dateline.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.version.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wire.Article;

class ChangeTextTest {
    private final Article live = Article.newBuilder()
            .setId("lantern:1")
            .setVersion("3")
            .setHeadline("Bus stuck")
            .setCountries(List.of("JP"))
            .setLanded(Instant.parse("2026-03-01T00:00:00Z"))
            .build();
    private final Article fresh = Article.newBuilder(live)
            .setHeadline("Bus freed")
            .setCountries(List.of("CN"))
            .build();
    private final Change change = new Change(
            Change.Kind.CHANGED,
            live,
            fresh,
            List.of("headline", "countries"),
            Difference.between(live, fresh),
            new TreeSet<>(Set.of("wire.desk.china")),
            new TreeSet<>(Set.of("wire.desk.japan")));

    @Test
    void aChangeIsALine() {
        assertThat(ChangeText.of(change))
                .isEqualTo("changed        lantern:1  Bus freed  headline was: Bus stuck  tags +country:CN -country:JP"
                        + "  topics +wire.desk.china -wire.desk.japan  in headline, countries");
    }

    @Test
    void andALineOfJson() {
        assertThat(ChangeText.json(change)).isEqualTo("""
                {"id":"lantern:1","change":"changed","version":"3","landed":"2026-03-01T00:00:00Z",\
                "headline":"Bus freed","headline_before":"Bus stuck","paragraphs_new":[],"paragraphs_gone":[],\
                "tags_added":["country:CN"],"tags_lost":["country:JP"],"topics_entered":["wire.desk.china"],\
                "topics_left":["wire.desk.japan"],"fields":["headline","countries"],"swapped":true}""");
    }
}
