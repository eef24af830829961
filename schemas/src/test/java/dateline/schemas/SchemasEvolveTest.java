package dateline.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wire.Article;
import wire.Cursor;
import wire.DeadLetter;
import wire.RawItem;
import wire.Routes;
import wire.WireItem;

/** What was written stays readable, and what we write stays readable for those who have not upgraded yet. */
class SchemasEvolveTest {
    private static final Path RELEASED = Path.of("src/main/resources/released");

    static Stream<Schema> current() {
        return Stream.of(
                RawItem.getClassSchema(),
                WireItem.getClassSchema(),
                Article.getClassSchema(),
                DeadLetter.getClassSchema(),
                Cursor.getClassSchema(),
                Routes.getClassSchema());
    }

    static List<Schema> releasesOf(Schema current) {
        return Released.names().stream()
                .filter(name -> name.startsWith(current.getName() + "-"))
                .map(Released::schema)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyReleaseIsReadByThisOneAndReadsThisOne(Schema current) {
        assertThat(releasesOf(current)).isNotEmpty().allSatisfy(released -> {
            assertThat(checkReaderWriterCompatibility(current, released).getType())
                    .as("this build reads what an earlier release wrote")
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(checkReaderWriterCompatibility(released, current).getType())
                    .as("an earlier release reads what this build writes")
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        });
    }

    /** Otherwise what this build writes could not be read once the schema has changed again. */
    @ParameterizedTest
    @MethodSource("current")
    void theSchemaInUseIsKept(Schema current) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            keep(current);
            return;
        }
        assertThat(releasesOf(current))
                .as("keep the changed schema %s: bin/verify -pl schemas -Dgolden.update=true", current.getName())
                .anySatisfy(released -> assertThat(SchemaNormalization.parsingFingerprint64(released))
                        .isEqualTo(SchemaNormalization.parsingFingerprint64(current)));
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyFieldHasADefaultAndSaysWhatItIs(Schema current) {
        assertThat(records(current)).allSatisfy(record -> {
            assertThat(record.getDoc()).as(record.getName()).isNotBlank();
            assertThat(record.getFields()).allSatisfy(field -> {
                assertThat(field.hasDefaultValue())
                        .as(record.getName() + "." + field.name() + " has a default")
                        .isTrue();
                assertThat(field.doc())
                        .as(record.getName() + "." + field.name())
                        .isNotBlank();
            });
        });
    }

    @Test
    void aFieldThatChangesItsTypeIsFoundOut() {
        Schema before = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\",\"default\":\"\"}]}");
        Schema after = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"int\",\"default\":0}]}");

        assertThat(checkReaderWriterCompatibility(after, before).getType())
                .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
    }

    private static Stream<Schema> records(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                Stream.concat(Stream.of(schema), schema.getFields().stream().flatMap(field -> records(field.schema())));
            case ARRAY -> records(schema.getElementType());
            case MAP -> records(schema.getValueType());
            case UNION -> schema.getTypes().stream().flatMap(SchemasEvolveTest::records);
            default -> Stream.of();
        };
    }

    private static void keep(Schema current) throws IOException {
        long fingerprint = SchemaNormalization.parsingFingerprint64(current);
        List<Schema> released = releasesOf(current);
        if (released.stream().anyMatch(r -> SchemaNormalization.parsingFingerprint64(r) == fingerprint)) {
            return;
        }
        String name = current.getName() + "-" + (released.size() + 1) + ".avsc";
        Files.writeString(RELEASED.resolve(name), SchemaFormatter.format("json/pretty", current) + "\n");
        var names = new TreeSet<>(Files.readAllLines(RELEASED.resolve("index")));
        names.add(name);
        Files.write(RELEASED.resolve("index"), names);
    }
}
