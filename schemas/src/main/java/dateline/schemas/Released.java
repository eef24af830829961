package dateline.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.SchemaStore;

/**
 * The schemas of earlier releases, which records on long-lived topics may still be written in. They are kept in
 * {@code released/}, a file for each, named in {@code released/index}.
 */
final class Released {
    private static final SchemaStore.Cache SCHEMAS = load();

    private Released() {}

    /** Finds a released schema by its fingerprint (Avro specification, "Schema Fingerprints": CRC-64-AVRO). */
    static SchemaStore schemas() {
        return SCHEMAS;
    }

    static List<String> names() {
        return text("index").lines().filter(line -> !line.isBlank()).toList();
    }

    static Schema schema(String name) {
        return new Schema.Parser().parse(text(name));
    }

    private static SchemaStore.Cache load() {
        var store = new SchemaStore.Cache();
        var fingerprints = new ArrayList<Long>();
        for (String name : names()) {
            Schema schema = schema(name);
            long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
            if (!fingerprints.contains(fingerprint)) {
                store.addSchema(schema);
                fingerprints.add(fingerprint);
            }
        }
        return store;
    }

    private static String text(String name) {
        try (InputStream in = Released.class.getResourceAsStream("/released/" + name)) {
            if (in == null) {
                throw new IllegalStateException("released/" + name + " is missing from the schemas module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
