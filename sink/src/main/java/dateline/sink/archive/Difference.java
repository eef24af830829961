package dateline.sink.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one version changed of another: headline, paragraphs of the body, tags. */
final class Difference {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * The most paragraphs, of both versions together, that are compared one by one once their common beginning and end are
     * off: the work grows with the square of those that differ. Longer copy that changed throughout is told as replaced.
     */
    private static final int MOST = 2_000;

    private Difference() {}

    /** The difference of two articles as {@link dateline.sink.json.ArticleJson} shows them. */
    static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode json = NODES.objectNode();
        json.set("since_version", before.get("version"));
        json.set("since_version_created", before.get("version_created"));
        json.set("headline", headline(before.path("headline"), after.path("headline")));
        json.set("body", body(paragraphs(before), paragraphs(after)));
        json.set("tags_added", without(tags(after), tags(before)));
        json.set("tags_lost", without(tags(before), tags(after)));
        return json;
    }

    private static JsonNode headline(JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return NODES.nullNode();
        }
        ObjectNode json = NODES.objectNode();
        json.set("before", before);
        json.set("after", after);
        return json;
    }

    /** Runs of paragraphs, in the order in which they are read: equal, removed, added. */
    static ArrayNode body(List<String> before, List<String> after) {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && fromEnd(before, end).equals(fromEnd(after, end))) {
            end++;
        }
        List<String> old = before.subList(start, before.size() - end);
        List<String> now = after.subList(start, after.size() - end);
        ArrayNode runs = NODES.arrayNode();
        run(runs, "equal", before.subList(0, start));
        if (old.size() + now.size() > MOST) {
            run(runs, "removed", old);
            run(runs, "added", now);
        } else {
            for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
                switch (delta.getType()) {
                    case EQUAL -> run(runs, "equal", delta.getSource().getLines());
                    case DELETE, INSERT, CHANGE -> {
                        run(runs, "removed", delta.getSource().getLines());
                        run(runs, "added", delta.getTarget().getLines());
                    }
                }
            }
        }
        run(runs, "equal", before.subList(before.size() - end, before.size()));
        return runs;
    }

    private static String fromEnd(List<String> paragraphs, int place) {
        return paragraphs.get(paragraphs.size() - 1 - place);
    }

    private static void run(ArrayNode runs, String kind, List<String> paragraphs) {
        if (!paragraphs.isEmpty()) {
            ArrayNode texts = runs.addObject().put("run", kind).putArray("paragraphs");
            paragraphs.forEach(texts::add);
        }
    }

    private static List<String> paragraphs(ObjectNode article) {
        return article.path("body_text")
                .asText("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Set<String> tags(ObjectNode article) {
        var tags = new LinkedHashSet<String>();
        article.path("countries").forEach(country -> tags.add("country:" + country.asText()));
        article.path("regions").forEach(region -> tags.add("region:" + region.asText()));
        article.path("topics").forEach(topic -> tags.add("topic:" + topic.asText()));
        article.path("entities")
                .forEach(entity -> tags.add("entity:" + entity.path("text").asText()));
        return tags;
    }

    private static ArrayNode without(Set<String> tags, Set<String> others) {
        var left = new ArrayList<>(tags);
        left.removeAll(others);
        ArrayNode json = NODES.arrayNode();
        left.forEach(json::add);
        return json;
    }
}
