package dateline.ingest.format.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object whose fields are found whatever case they are in: ninjs 1 writes versioncreated, ninjs 3 versionCreated. */
public final class Fields {
    private final Map<String, JsonNode> byName = new LinkedHashMap<>();

    public Fields(JsonNode object) {
        object.properties()
                .forEach(field -> byName.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), field.getValue()));
    }

    /** The first of these that is a text or a number and not blank; null where none is. */
    public @Nullable String text(String... names) {
        for (String name : names) {
            JsonNode value = byName.get(name);
            if (value != null
                    && (value.isTextual() || value.isNumber())
                    && !value.asText().isBlank()) {
                return value.asText();
            }
        }
        return null;
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** The members of the lists of these names, a single value standing for a list of one, and objects as fields. */
    public Stream<Fields> objects(String... names) {
        return nodes(names).filter(JsonNode::isObject).map(Fields::new);
    }

    /** The texts in the lists of these names, those of objects by their name. */
    public Stream<String> texts(String... names) {
        return nodes(names)
                .flatMap(node -> Stream.ofNullable(
                        node.isObject()
                                ? new Fields(node).text("name", "value", "literal", "code")
                                : node.isValueNode() ? node.asText(null) : null));
    }

    /** The members of a list, the values of an object that serves as one (associations, renditions), or the value itself. */
    public Stream<Map.Entry<String, Fields>> named(String name) {
        JsonNode value = byName.get(name);
        if (value == null) {
            return Stream.empty();
        }
        if (value.isArray()) {
            return value.valueStream().filter(JsonNode::isObject).map(node -> {
                var fields = new Fields(node);
                String called = fields.text("name", "rel", "role");
                return Map.entry(called == null ? "" : called, fields);
            });
        }
        return value.properties().stream()
                .filter(field -> field.getValue().isObject())
                .map(field -> Map.entry(field.getKey(), new Fields(field.getValue())));
    }

    private Stream<JsonNode> nodes(String... names) {
        return Stream.of(names)
                .map(byName::get)
                .flatMap(value -> value == null || value.isNull()
                        ? Stream.empty()
                        : value.isArray() ? value.valueStream() : Stream.of(value));
    }
}
