package dateline.enrich.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

        assertThat(Likeness.between(Kinfolk.of(copy).kin(), Kinfolk.of(original).kin()))
                .extracting(Relative::getRelation, Relative::getId)
                .containsExactly(Relation.COPY, "a:1");
        assertThat(Collections.disjoint(
                        Kinfolk.of(copy).marks(), Kinfolk.of(original).marks()))
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

    @Test
    void aChangedIdWithTheSameCopyIsLinked() {
        assertThat(relation(
                        filed("anw", "a:1", "Mill fire kills nine", FIRE, NOON),
                        filed("anw", "a:2", "Mill fire kills nine", FIRE, NOON.plusSeconds(600))))
                .isEqualTo(Relation.UPDATE);
    }

    @Test
    void aProvidersOwnCopyInAnotherServiceIsACopy() {
        assertThat(relation(
                        filed("anw", "a:1", "Mill fire kills nine", FIRE, NOON),
                        filed("anw", "a:2", "Nine die in Velmora", FIRE, NOON.plusSeconds(600))))
                .isEqualTo(Relation.COPY);
    }

    @Test
    void anUpdateMarkAloneMakesNoUpdate() {
        assertThat(relation(
                        filed("anw", "a:1", "Mill fire kills nine", FIRE, NOON),
                        filed(
                                "anw",
                                "a:2",
                                "UPDATE 1-Mill fire kills nine",
                                "The port of Velmora reopened to ships on Wednesday, its harbour master said, two days after the "
                                        + "blaze. Insurers put the damage at 40 million crowns.",
                                NOON.plus(Duration.ofHours(3)))))
                .isEqualTo(Relation.NONE);
    }

    @Test
    void noticesInPlaceOfAStoryAreNotKin() {
        String notice = "This story is for subscribers only. Please log in to read on.";
        assertThat(relation(
                        filed("gazette", "g:1", "Mill fire kills nine", notice, NOON),
                        filed("gazette", "g:2", "Growers fear for the harvest", notice, NOON)))
                .isEqualTo(Relation.NONE);
    }

    @Test
    void alertsAreReadWithTheirHeadlines() {
        assertThat(relation(
                        filed("anw", "a:1", "Fire at mill in Velmora kills nine, brigade says", "More follows.", NOON),
                        filed("anw", "a:2", "Orvane Foods to buy Tessel for 40 million crowns", "More follows.", NOON)))
                .isEqualTo(Relation.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "维尔莫拉港一家面粉厂周一发生火灾，造成九名工人死亡，14人受伤，市消防队表示。消防队长对记者说，大火于凌晨4点后不久在筛粉车间燃起，随后蔓延到筒仓，粉尘两次爆炸。约120名消防员用了五个小时才控制住火势。",
                "เกิดเหตุเพลิงไหม้โรงโม่แป้งที่ท่าเรือเวลโมราเมื่อวันจันทร์ คนงานเสียชีวิต 9 คนและบาดเจ็บ 14 คน หน่วยดับเพลิงของเมืองระบุ ไฟเริ่มลุกไหม้หลังเวลา 4 นาฬิกาเล็กน้อย และลามไปยังไซโล นักดับเพลิงราว 120 คนใช้เวลาห้าชั่วโมงจึงควบคุมเพลิงได้",
                "أدى حريق في مطحنة بميناء فلمورا يوم الاثنين إلى مقتل تسعة عمال وإصابة 14 آخرين، بحسب ما أعلنته فرقة الإطفاء في المدينة. وقال قائد الفرقة للصحفيين إن الحريق اندلع بعد الساعة الرابعة صباحا بقليل وامتد إلى الصوامع، واستغرق إخماده خمس ساعات.",
                "Bei einem Brand in einer Mühle im Hafen von Velmora sind am Montag neun Arbeiter ums Leben gekommen und 14 verletzt worden, wie die Feuerwehr mitteilte. Das Feuer brach kurz nach 4 Uhr im Siebsaal aus und griff auf die Silos über. Rund 120 Feuerwehrleute brauchten fünf Stunden, um es zu löschen."
            })
    void copiesInOtherScriptsAreFound(String text) {
        Article original = filed("anw", "a:1", "A", text, NOON);
        Article copy = filed("gazette", "g:1", "B", text.substring(0, text.length() * 6 / 10), NOON.plusSeconds(900));

        assertThat(relation(original, copy)).isEqualTo(Relation.COPY);
        assertThat(Collections.disjoint(
                        Kinfolk.of(copy).marks(), Kinfolk.of(original).marks()))
                .isFalse();
    }

    @Test
    void copyOfOtherScriptsIsNotAlikeByItsCharacters() {
        assertThat(relation(
                        filed("anw", "a:1", "A", "维尔莫拉港一家面粉厂周一发生火灾，造成九名工人死亡，14人受伤，市消防队表示。", NOON),
                        filed("gazette", "g:1", "B", "维尔莫拉市议会周一投票决定保留港口的旧灯塔，23名议员赞成，市长对记者表示满意。", NOON)))
                .isEqualTo(Relation.NONE);
    }

    private static Relation relation(Article asker, Article other) {
        return Likeness.between(Kinfolk.of(asker).kin(), Kinfolk.of(other).kin())
                .getRelation();
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
