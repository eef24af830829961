package dateline.enrich.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Relation;
import wire.Relative;

class LikenessTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String FIRE = """
            A fire swept through a flour mill in the port of Velmora on Monday, killing nine workers and injuring 14, the city's \
            fire brigade said.
            The blaze began shortly after 4 a.m. in the sifting hall and spread to the silos, where dust exploded twice, brigade \
            chief Ilya Torren told reporters. About 120 firefighters took five hours to bring it under control.
            Mayor Katla Brun ordered flags to be lowered and said the mill, which belongs to Orvane Foods, had passed an \
            inspection in November. The company said it would pay for the funerals.
            """;

    @Test
    void copyCutShortAndRetitledInAnotherHouseStyleIsFound() {
        Article original = filed("anw", "a:1", "Mill fire kills nine in Velmora", FIRE, NOON);
        String cut = FIRE.substring(0, FIRE.indexOf("Mayor"))
                .replace("Monday", "Mon.")
                .replace("killing nine", "killing 9")
                .replace("five hours", "5 hours");
        Article copy = filed("gazette", "g:7", "Nine dead as mill burns", cut, NOON.plus(Duration.ofHours(2)));

        assertThat(Likeness.between(Kinfolk.of(copy), Kinfolk.of(original)))
                .extracting(Relative::getRelation, Relative::getId)
                .containsExactly(Relation.COPY, "a:1");
        assertThat(Collections.disjoint(Kinfolk.marks(copy), Kinfolk.marks(original)))
                .isFalse();
    }

    @Test
    void aCorrectionUnderAnotherIdTakesThePlaceOfItsStory() {
        Article story = filed("anw", "a:1", "Mill fire kills nine in Velmora", FIRE, NOON);
        Article correction = filed(
                "ANW",
                "a:2",
                "CORRECTED-Mill fire kills nine in Velmora",
                FIRE.replace("November", "October"),
                NOON.plus(Duration.ofHours(1)));

        assertThat(relation(story, correction)).isEqualTo(Relation.UPDATE);
        assertThat(relation(correction, story)).isEqualTo(Relation.UPDATE);
    }

    @Test
    void storiesOfOneTemplateAreNotKin() {
        String market =
                "The Velmora index closed at 4,210.5 on Monday, up 31.2 points, or 0.7 percent, led by Orvane Foods, which rose "
                        + "2.4 percent to 88.10 crowns. Volume was 12 million shares.";
        String nextDay =
                "The Velmora index closed at 4,180.1 on Tuesday, down 30.4 points, or 0.7 percent, led by Tessel Mining, which fell "
                        + "3.9 percent to 17.25 crowns. Volume was 15 million shares.";
        Article monday = filed("anw", "a:1", "UPDATE 1-Velmora stocks", market, NOON);
        Article tuesday = filed("anw", "a:2", "UPDATE 1-Velmora stocks", nextDay, NOON.plus(Duration.ofDays(1)));

        assertThat(relation(monday, tuesday)).isEqualTo(Relation.NONE);
    }

    private static Relation relation(Article asker, Article other) {
        return Likeness.between(Kinfolk.of(asker), Kinfolk.of(other)).getRelation();
    }

    private static Article filed(String provider, String id, String headline, String body, Instant published) {
        return Article.newBuilder()
                .setId(id)
                .setProvider(provider)
                .setHeadline(headline)
                .setBodyText(body)
                .setPublished(published)
                .setLanded(published.plusSeconds(5))
                .build();
    }
}
