package dateline.enrich.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article in JSON-LD (schema.org NewsArticle and its kin); null and empty where it says nothing.
 *
 * @param free whether all may read it; null if that is not said
 * @param body the text or the beginning of it, often no more than a teaser: good to find the text by, not to take for it
 */
record JsonLd(
        @Nullable String headline,
        @Nullable String published,
        @Nullable String modified,
        @Nullable String publisher,
        @Nullable String section,
        @Nullable String language,
        @Nullable String image,
        @Nullable String address,
        @Nullable Boolean free,
        @Nullable String body,
        List<String> authors) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
    private static final JsonLd NOTHING =
            new JsonLd(null, null, null, null, null, null, null, null, null, null, List.of());
    /** Longer scripts are data of something else, in UTF-16 code units. */
    private static final int LONGEST = 1 << 20;

    private static final int MOST_NAMES = 30;
    private static final int DEEPEST = 8;
    private static final int MOST = 5_000;
    /** A body's beginning, in characters: enough to know it by. */
    private static final int BEGINNING = 300;

    /**
     * The article that the scripts tell of: of several the one whose headline is the page's title, else the first.
     *
     * @param title what the page says its title is; may say more than that
     */
    static JsonLd of(List<String> scripts, String title) {
        List<JsonNode> articles = new ArrayList<>();
        Map<String, JsonNode> ids = new HashMap<>();
        for (String script : scripts) {
            if (script.length() < LONGEST) {
                try {
                    visit(JSON.readTree(bare(script)), articles, ids, 0);
                } catch (JsonProcessingException e) {
                    // Broken JSON-LD is common; the page has other ways to say it.
                }
            }
        }
        String bare = Text.bare(title);
        return articles.stream()
                .filter(article -> isTitle(text(article.path("headline")), bare))
                .findFirst()
                .or(() -> articles.stream().findFirst())
                .map(article -> read(article, ids))
                .orElse(NOTHING);
    }

    private static boolean isTitle(@Nullable String headline, String title) {
        return headline != null && headline.length() > 8 && title.contains(Text.bare(headline));
    }

    /** Without the comment or CDATA section that it may be hidden in. */
    private static String bare(String script) {
        int start = 0;
        while (start < script.length() && script.charAt(start) != '{' && script.charAt(start) != '[') {
            start = script.startsWith("<![CDATA[", start) ? start + 9 : start + 1;
        }
        int end = Math.max(script.lastIndexOf('}'), script.lastIndexOf(']')) + 1;
        String json = start < end ? script.substring(start, end) : "";
        return json.endsWith("]]") && json.charAt(0) == '{' ? json.substring(0, json.lastIndexOf('}') + 1) : json;
    }

    private static void visit(JsonNode node, List<JsonNode> articles, Map<String, JsonNode> ids, int depth) {
        if (depth > DEEPEST || ids.size() > MOST) {
            return;
        }
        if (node.isObject()) {
            if (node.path("@id").isTextual() && node.size() > 1) {
                ids.putIfAbsent(node.path("@id").asText(), node);
            }
            if (isArticle(node)) {
                articles.add(node);
            }
        }
        for (JsonNode child : node) {
            if (child.isContainerNode()) {
                visit(child, articles, ids, depth + 1);
            }
        }
    }

    private static boolean isArticle(JsonNode node) {
        String type = node.path("@type").toString();
        return type.contains("Article")
                || type.contains("Posting")
                || type.contains("\"Report\"")
                || (type.contains("Review\"") && node.has("headline"));
    }

    private static JsonLd read(JsonNode article, Map<String, JsonNode> ids) {
        return new JsonLd(
                text(article.path("headline")),
                text(article.path("datePublished")),
                text(article.path("dateModified")),
                first(names(article.path("publisher"), ids)),
                text(article.path("articleSection")),
                text(article.path("inLanguage")),
                address(article.path("image"), ids),
                address(
                        article.path("url").isMissingNode() ? article.path("mainEntityOfPage") : article.path("url"),
                        ids),
                isFree(article.path("isAccessibleForFree")),
                body(article.path("articleBody")),
                names(article.path("author").isMissingNode() ? article.path("creator") : article.path("author"), ids));
    }

    /** Written as a boolean, a word ("True") or an address (https://schema.org/True). */
    private static @Nullable Boolean isFree(JsonNode node) {
        if (!node.isBoolean() && !node.isTextual()) {
            return null;
        }
        return !node.asText().toLowerCase(Locale.ROOT).contains("false");
    }

    private static @Nullable String body(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        String text = node.asText();
        String beginning = text.substring(0, Math.min(text.length(), BEGINNING * 4));
        String plain = Jsoup.parse(Parser.unescapeEntities(beginning, false)).text();
        return plain.isBlank() ? null : plain.substring(0, Math.min(plain.length(), BEGINNING));
    }

    private static @Nullable String text(JsonNode node) {
        JsonNode one = node.isArray() ? node.path(0) : node;
        String text = one.isTextual() ? one.asText() : one.path("name").asText("");
        String plain = plain(text);
        return plain.isEmpty() ? null : plain;
    }

    /** Entities may be written as such, twice over, and tags among them. */
    private static String plain(String text) {
        String plain = Parser.unescapeEntities(Parser.unescapeEntities(text, false), false);
        return (plain.indexOf('<') < 0 ? plain : Jsoup.parse(plain).text())
                .replace('\u00a0', ' ')
                .strip();
    }

    private static @Nullable String address(JsonNode node, Map<String, JsonNode> ids) {
        JsonNode one = whole(node.isArray() ? node.path(0) : node, ids);
        String address = one.isTextual()
                ? one.asText()
                : one.path("url").isTextual()
                        ? one.path("url").asText()
                        : one.path("@id").asText("");
        return address.isBlank() ? null : address.strip();
    }

    private static JsonNode whole(JsonNode node, Map<String, JsonNode> ids) {
        return node.path("@id").isTextual() && !node.has("name") && !node.has("url")
                ? ids.getOrDefault(node.path("@id").asText(), node)
                : node;
    }

    private static List<String> names(JsonNode nodes, Map<String, JsonNode> ids) {
        List<String> names = new ArrayList<>();
        for (JsonNode node : nodes.isArray() ? nodes : List.of(nodes)) {
            JsonNode one = whole(node, ids);
            for (JsonNode name : one.path("name").isArray() ? one.path("name") : List.of(one)) {
                String text = text(name);
                if (text != null && names.size() < MOST_NAMES && !names.contains(text)) {
                    names.add(text);
                }
            }
        }
        return names;
    }

    private static @Nullable String first(List<String> names) {
        return names.isEmpty() ? null : names.getFirst();
    }
}
