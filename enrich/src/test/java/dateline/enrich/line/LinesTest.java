package dateline.enrich.line;

import static dateline.enrich.Copy.copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.enrich.tag.Annotator;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Annotator ANNOTATOR = new Annotator();

    @Test
    void annotateAnswersWithOffsetsIntoTheTextGiven() throws IOException {
        String text = copy("text/republished.txt");
        String asked = JSON.createObjectNode().put("id", 7).put("text", text).toString();
        JsonNode answer = JSON.readTree(new AnnotateLine(ANNOTATOR).answer(asked));

        assertThat(answer.path("id").asInt()).isEqualTo(7);
        assertThat(answer.path("language").asText()).isEqualTo("en");
        assertThat(answer.path("entities").size()).isGreaterThan(10);
        for (JsonNode entity : answer.path("entities")) {
            assertThat(text.substring(
                            entity.path("start").asInt(), entity.path("end").asInt()))
                    .isEqualTo(entity.path("text").asText());
        }
        assertThat(answer.path("dateline").path("country").asText()).isEqualTo("JP");
        assertThat(answer.path("credits").path("site").asText()).isEqualTo("www.lanternwire.example");
        assertThat(answer.path("credits").path("sources")).hasToString("[\"Miyako-TAPA\"]");
        JsonNode dateline = answer.path("dateline");
        assertThat(text.substring(
                        dateline.path("start").asInt(), dateline.path("end").asInt()))
                .isEqualTo(dateline.path("text").asText())
                .isEqualTo("Karuizawa, Japan (Lantern Wire)");
        assertThat(text.substring(dateline.path("story").asInt())).startsWith("Japanese envoy");
        assertThat(dateline.path("agency").asText()).isEqualTo("Lantern Wire");
        assertThat(answer.path("removed").path(0).path("kind").asText()).isEqualTo("title");
    }

    @Test
    void extractAnswersWithTheArticle() throws IOException {
        String asked = JSON.createObjectNode()
                .put("id", "a")
                .put("html", copy("page/article.html"))
                .toString();
        JsonNode answer = JSON.readTree(new ExtractLine(ANNOTATOR).answer(asked));

        assertThat(answer.path("body").asText()).startsWith("The ferry between");
        assertThat(answer.path("dateline").asText()).isEqualTo("OHRID, North Macedonia (QWS)");
        assertThat(answer.path("filed").path("agency").asText()).isEqualTo("QWS");
        assertThat(answer.path("credits").path("agencies").isArray()).isTrue();
        assertThat(answer.path("published").asText()).isEqualTo("2026-04-02T09:30:00+02:00");
    }

    @Test
    void aLineThatIsNoQuestionSaysWhatIsWrong() {
        var annotate = new AnnotateLine(ANNOTATOR);

        assertThatThrownBy(() -> annotate.answer("nonsense")).hasMessageStartingWith("not JSON");
        assertThatThrownBy(() -> annotate.answer("[]")).hasMessageStartingWith("not a JSON object");
        assertThatThrownBy(() -> annotate.answer("{\"id\":1}")).hasMessage("\"text\" is missing or not text");
    }
}
