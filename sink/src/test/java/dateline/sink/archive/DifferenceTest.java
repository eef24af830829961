package dateline.sink.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.Copy;
import dateline.sink.json.ArticleJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DifferenceTest {
    @Test
    void aVersionTellsWhatItChangedOfHeadlineBodyAndTags() {
        ObjectNode before = ArticleJson.of(
                Copy.article("a").setBodyText("One.\nTwo.\nThree.").build());
        ObjectNode after = ArticleJson.of(Copy.article("a")
                .setVersion("2")
                .setHeadline("Ferry talks fail in Busan")
                .setBodyText("One.\nTwo and a half.\nThree.\nFour.")
                .setCountries(List.of("KR", "NO"))
                .setTopics(List.of("transport"))
                .build());

        ObjectNode difference = Difference.between(before, after);
        assertThat(difference.get("since_version").asText()).isEqualTo("1");
        assertThat(difference.get("headline"))
                .hasToString("{\"before\":\"Ferry talks open in Busan\",\"after\":\"Ferry talks fail in Busan\"}");
        assertThat(difference.get("body").valueStream().map(JsonNode::toString))
                .containsExactly(
                        "{\"run\":\"equal\",\"paragraphs\":[\"One.\"]}",
                        "{\"run\":\"removed\",\"paragraphs\":[\"Two.\"]}",
                        "{\"run\":\"added\",\"paragraphs\":[\"Two and a half.\"]}",
                        "{\"run\":\"equal\",\"paragraphs\":[\"Three.\"]}",
                        "{\"run\":\"added\",\"paragraphs\":[\"Four.\"]}");
        assertThat(difference.get("tags_added")).hasToString("[\"country:NO\",\"topic:transport\"]");
        assertThat(difference.get("tags_lost")).hasToString("[\"country:JP\"]");
    }

    @Test
    void theSameArticleHasNoDifference() {
        ObjectNode article = ArticleJson.of(Copy.article("a").build());

        ObjectNode difference = Difference.between(article, article);
        assertThat(difference.get("headline").isNull()).isTrue();
        assertThat(difference
                        .get("body")
                        .valueStream()
                        .map(run -> run.get("run").asText()))
                .containsExactly("equal");
        assertThat(difference.get("tags_added")).isEmpty();
        assertThat(difference.get("tags_lost")).isEmpty();
    }

    @Test
    void theRunsOfAnyTwoBodiesMakeBothAgain() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            List<String> before = paragraphs(random, random.nextInt(8), 4);
            List<String> after = paragraphs(random, random.nextInt(8), 4);
            ArrayNode runs = Difference.body(before, after);

            assertThat(without(runs, "added")).isEqualTo(before);
            assertThat(without(runs, "removed")).isEqualTo(after);
        }
    }

    @Test
    @Timeout(30)
    void hostileBodiesAreComparedInLittleTime() {
        List<String> before = IntStream.range(0, 200_000).mapToObj(i -> "a" + i).toList();
        List<String> after = IntStream.range(0, 200_000).mapToObj(i -> "b" + i).toList();
        assertThat(Difference.body(before, after)).hasSize(2);

        assertThatNoException().isThrownBy(() -> Difference.body(before.subList(0, 1_000), after.subList(0, 1_000)));
    }

    private static List<String> paragraphs(Random random, int count, int words) {
        return random.ints(count, 0, words)
                .mapToObj(word -> "Paragraph " + word)
                .toList();
    }

    private static List<String> without(ArrayNode runs, String kind) {
        var paragraphs = new ArrayList<String>();
        runs.valueStream()
                .filter(run -> !run.get("run").asText().equals(kind))
                .forEach(run -> run.get("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText())));
        return paragraphs;
    }
}
