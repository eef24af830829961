package dateline.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A folder of news pages with what must be in their articles and what must not: {@code cases.json}, a list of objects with
 * "file" (gzipped HTML in UTF-8, named from the folder), "url", "with" and "without" (lists of snippets).
 */
public final class PageCases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PageCases() {}

    /**
     * A page and what is said of its article.
     *
     * @param file its name in the folder
     * @param url where it came from; may be no address that can be fetched
     */
    public record PageCase(String file, String url, List<String> with, List<String> without) {
        /** Whether it is of the half that the extractor was tuned on; the other half is for telling how good it is. */
        public boolean isTuned() {
            return (file.hashCode() & 1) == 0;
        }

        public String html(Path folder) throws IOException {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        /** A line as {@code extract --jsonl} takes it. */
        public String line(Path folder) throws IOException {
            return JSON.createObjectNode()
                    .put("id", file)
                    .put("url", url)
                    .put("html", html(folder))
                    .toString();
        }
    }

    public static List<PageCase> in(Path folder) throws IOException {
        List<PageCase> cases = new ArrayList<>();
        for (JsonNode node : JSON.readTree(folder.resolve("cases.json").toFile())) {
            cases.add(new PageCase(
                    node.path("file").asText(),
                    node.path("url").asText(),
                    texts(node.path("with")),
                    texts(node.path("without"))));
        }
        return cases;
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
