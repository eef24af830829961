package dateline.enrich.kin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wire.Article;
import wire.Kin;

class KinfolkTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int MEGABYTE = 1 << 20;

    @Test
    void anItemIsFiledWhenItsProviderSaysButNotAfterItLanded() {
        Article article = Article.newBuilder()
                .setPublished(NOON)
                .setLanded(NOON.plusSeconds(5))
                .build();

        assertThat(Kinfolk.of(article).kin().getFiled()).isEqualTo(NOON);
        assertThat(filed(article, NOON.plus(Duration.ofDays(1)), null)).isEqualTo(article.getLanded());
        assertThat(filed(article, null, NOON.minusSeconds(60))).isEqualTo(NOON.minusSeconds(60));
        assertThat(filed(article, null, null)).isEqualTo(article.getLanded());
    }

    private static Instant filed(Article article, @Nullable Instant published, @Nullable Instant created) {
        return Kinfolk.of(Article.newBuilder(article)
                        .setPublished(published)
                        .setVersionCreated(created)
                        .build())
                .kin()
                .getFiled();
    }

    @Test
    void aStoryIsFoundByItsProviderAndSlugOrHeadline() {
        Article article = Article.newBuilder()
                .setProvider("Anwar")
                .setHeadline("UPDATE 2-Mill fire kills nine")
                .setSlugline("Mill-Fire, 1st Ld")
                .setBodyText("A fire killed nine.")
                .build();

        assertThat(Kinfolk.of(article).marks())
                .hasSizeLessThanOrEqualTo(10)
                .containsAll(Kinfolk.nameMarks("ANWAR", "Mill fire kills nine"))
                .containsAll(Kinfolk.nameMarks("anwar", "mill-fire"))
                .doesNotContainAnyElementsOf(Kinfolk.nameMarks("Gazette", "mill-fire"));
        assertThat(Kinfolk.nameMarks("Anwar", " - ")).isEmpty();
    }

    @Test
    void anEmptyArticleHasNoMarksAndNoKin() {
        Kin kin = Kinfolk.of(Article.newBuilder().build()).kin();

        assertThat(kin.getSketch().getWords()).isZero();
        assertThat(kin.getHeadline()).isZero();
        assertThat(Kinfolk.of(Article.newBuilder().build()).marks()).isEmpty();
        assertThat(Likeness.between(kin, kin).getSimilarity()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "organise, organize",
        "labour, labor",
        "neighbours, neighbors",
        "travelled, traveled",
        "centre, center",
        "theatres, theaters",
        "defence, defense",
        "programme, program",
        "catalogue, catalog",
        "manoeuvre, maneuver",
        "paediatric, pediatric",
        "Erdoğan, Erdogan",
        "per cent, percent",
        "five %, 5 pct",
        "'1,200', 1200",
        "U.S., US",
        "1.5 bn, 1.5 billion",
        "government's, government’s",
        "Mr. Torren, Torren",
        "Sept. 4, September 4"
    })
    void houseStyleChangesNothing(String one, String other) {
        assertThat(words(one)).isEqualTo(words(other));
    }

    private static String words(String text) {
        Wording wording = new Wording(text);
        return IntStream.range(0, wording.count())
                .mapToObj(i -> Integer.toHexString(wording.word(i)))
                .collect(Collectors.joining(" "));
    }

    static String[] hostile() {
        return new String[] {
            "spam ".repeat(MEGABYTE / 5),
            "a".repeat(MEGABYTE),
            "7".repeat(MEGABYTE),
            "字".repeat(MEGABYTE),
            "U.".repeat(MEGABYTE / 2),
            "\n".repeat(MEGABYTE),
            "1,".repeat(MEGABYTE / 2),
            "UPDATE 1-".repeat(MEGABYTE / 9),
            "(".repeat(MEGABYTE),
            "\u0301".repeat(MEGABYTE),
            IntStream.range(0, MEGABYTE / 8).mapToObj(Integer::toString).collect(Collectors.joining(" Ab "))
        };
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(30)
    void hostileCopyCostsLittle(String text) {
        Article article = Article.newBuilder()
                .setHeadline(text)
                .setSlugline(text)
                .setBodyText(text)
                .build();
        Kin kin = Kinfolk.of(article).kin();

        assertThat(kin.getSketch().getRuns().remaining()).isLessThanOrEqualTo(4 * Sketches.MOST_RUNS);
        assertThat(kin.getSketch().getFacts().remaining())
                .isLessThanOrEqualTo(Sketches.FACT_BYTES * Sketches.MOST_FACTS);
        assertThat(Kinfolk.of(article).marks()).hasSizeLessThanOrEqualTo(10);
    }
}
