package dateline.launcher.deploy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The JSON Schema of the Compose Specification, see compose/NOTICE beside it. */
final class ComposeSchema {
    private final ObjectMapper json = new ObjectMapper();
    private final Schema schema;

    ComposeSchema() {
        try (var file = requireNonNull(ComposeSchema.class.getResourceAsStream("/compose/compose-spec.json"))) {
            ObjectNode root = (ObjectNode) json.readTree(file);
            // Its own names for draft-07 and for itself are not quite addresses.
            root.put("$schema", SpecificationVersion.DRAFT_7.getDialectId());
            root.remove("$id");
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(root.toString(), InputFormat.JSON);
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
