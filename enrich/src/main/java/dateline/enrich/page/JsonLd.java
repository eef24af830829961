package dateline.enrich.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What a page says of its article in JSON-LD (schema.org NewsArticle and its kin); empty where it says nothing. */
record JsonLd(
        @Nullable String headline,
        @Nullable String published,
        @Nullable String modified,
        @Nullable String publisher,
        List<String> authors) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonLd NOTHING = new JsonLd(null, null, null, null, List.of());
    private static final int DEEPEST = 6;

    static JsonLd of(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                JsonNode article = article(JSON.readTree(script.data()), 0);
                if (article != null) {
                    return new JsonLd(
                            text(article.path("headline")),
                            text(article.path("datePublished")),
                            text(article.path("dateModified")),
                            text(article.path("publisher").path("name")),
                            names(article.path("author")));
                }
            } catch (JsonProcessingException e) {
                // Broken JSON-LD is common; the page has other ways to say it.
            }
        }
        return NOTHING;
    }

    private static @Nullable JsonNode article(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        if (node.isObject()) {
            String type = node.path("@type").toString();
            if (type.contains("Article\"") || type.contains("BlogPosting") || type.contains("Report\"")) {
                return node;
            }
        }
        for (JsonNode child : node.isArray() ? node : node.path("@graph")) {
            JsonNode found = article(child, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? Parser.unescapeEntities(node.asText(), false).strip() : null;
    }

    private static List<String> names(JsonNode author) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : author.isArray() ? author : JSON.createArrayNode().add(author)) {
            String name = text(one.isTextual() ? one : one.path("name"));
            if (name != null && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
