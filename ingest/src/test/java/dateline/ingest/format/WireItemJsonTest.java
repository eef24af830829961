package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireItemJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void anItemIsALineWithAllThatTheContractNames() throws Exception {
        List<String> lines = WireItemJson.lines("in/feed.xml", Copy.reading("rss/two-stories-with-modules.xml"));
        JsonNode line = JSON.readTree(lines.getFirst());

        assertThat(lines).hasSize(2).noneMatch(text -> text.contains("\n"));
        assertThat(line.fieldNames())
                .toIterable()
                .contains(
                        "source_file",
                        "format",
                        "id",
                        "version",
                        "urgency",
                        "status",
                        "event",
                        "headline",
                        "slugline",
                        "byline",
                        "dateline",
                        "provider",
                        "credit",
                        "language",
                        "published",
                        "updated",
                        "embargoed_until",
                        "keywords",
                        "subjects",
                        "places",
                        "body_text",
                        "body_html",
                        "links",
                        "media",
                        "ednote",
                        "usage_terms");
        assertThat(line.get("source_file").asText()).isEqualTo("in/feed.xml");
        assertThat(line.get("id").asText()).isEqualTo("hc-1001");
        assertThat(line.get("published").asText()).isEqualTo("2026-11-02T07:15:00Z");
        assertThat(line.get("status").asText()).isEqualTo("usable");
    }

    @Test
    void aDefectIsALineBesideTheItems() throws Exception {
        List<String> lines = WireItemJson.lines("a", Copy.reading("rss/one-empty-entry.xml"));

        assertThat(JSON.readTree(lines.getLast()).at("/error/defect").asText()).isEqualTo("NO_CONTENT");
        assertThat(WireItemJson.lines("b", Copy.reading("broken/noise.bin")))
                .singleElement()
                .satisfies(line -> assertThat(
                                JSON.readTree(line).at("/error/defect").asText())
                        .isEqualTo("UNKNOWN_FORMAT"));
    }
}
