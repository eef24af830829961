package dateline.ingest.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dateline.ingest.format.DocumentSize;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.text.Charsets;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a JSON document whole; control characters and text after it are forgiven, nothing else. */
public final class Json {
    /** The deepest nesting read; what agencies file stays below 20. */
    private static final int DEEPEST = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(DocumentSize.LARGEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** What came of reading. */
    public sealed interface Result {
        /** @param notes what had to be assumed, in words */
        record Document(JsonNode root, List<String> notes) implements Result {}

        record Broken(Defect defect, String detail) implements Result {}
    }

    public static Result read(ByteBuffer bytes, @Nullable String contentType) {
        Charsets.Decoded decoded = Charsets.decode(bytes, contentType);
        try {
            JsonNode root = MAPPER.readTree(decoded.text().replace("\0", ""));
            return root == null || !root.isContainerNode()
                    ? new Result.Broken(Defect.MALFORMED, "no JSON object")
                    : new Result.Document(root, decoded.notes());
        } catch (StreamConstraintsException e) {
            return new Result.Broken(
                    Defect.TOO_LARGE, "values nest deeper than %d, or a name or number is endless".formatted(DEEPEST));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            return new Result.Broken(Defect.MALFORMED, "not well-formed JSON%s: %s".formatted(where, plain(e)));
        }
    }

    /** Jackson quotes the document in its messages; embargoed copy must not leave by that door. */
    private static String plain(JsonProcessingException e) {
        return e.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** The text or number of that name; null where it is missing, blank or neither. */
    public static @Nullable String text(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isTextual() || value.isNumber() ? value.asText().isBlank() ? null : value.asText() : null;
    }

    /** The elements of the list of that name, or the one value that stands in its place. */
    public static Stream<JsonNode> each(JsonNode of, String name) {
        JsonNode value = of.path(name);
        return value.isMissingNode() || value.isNull()
                ? Stream.empty()
                : value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }
}
