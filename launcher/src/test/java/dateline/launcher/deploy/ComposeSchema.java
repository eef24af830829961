package dateline.launcher.deploy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The JSON Schema of the Compose Specification, see compose/NOTICE beside it. */
final class ComposeSchema {
    private final Schema schema;
    private final ObjectMapper json = new ObjectMapper();

    ComposeSchema() {
        try (var file = requireNonNull(ComposeSchema.class.getResourceAsStream("/compose/compose-spec.json"))) {
            // It calls draft-07 by an address that is not quite its own, so it is named here.
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "\"https://json-schema.org/draft-07/schema\"",
                            "\"http://json-schema.org/draft-07/schema#\"");
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a Compose file has that the specification does not allow. */
    List<String> defects(Map<String, Object> compose) {
        try {
            return schema.validate(json.writeValueAsString(compose), InputFormat.JSON).stream()
                    .map(error -> "schema: " + error)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("schema: not to be written as JSON: " + e.getOriginalMessage());
        }
    }
}
