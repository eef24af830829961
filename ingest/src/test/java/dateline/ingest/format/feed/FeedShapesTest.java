package dateline.ingest.format.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.ingest.format.Copy;
import dateline.ingest.format.WireItemJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wire.WireItem;

/** The many shapes that feeds come in: feeds.said names a fixture and what each of its entries must give. */
class FeedShapesTest {
    private static final Pattern FACT = Pattern.compile("  (\\d+) (\\w+)(?:\\.(\\w+))? =(?: (.*))?");

    private record Fact(int entry, String field, String inside, String wanted) {
        static Fact of(String line) {
            Matcher fact = FACT.matcher(line);
            assertThat(fact.matches()).as(line).isTrue();
            String wanted = fact.group(4) == null ? "" : fact.group(4);
            return new Fact(
                    Integer.parseInt(fact.group(1)),
                    fact.group(2),
                    fact.group(3) == null ? "href" : fact.group(3),
                    wanted.replace("\\n", "\n").replace("\\t", "\t"));
        }

        /** The field as it was read; of media the address, or the part that the fact names. */
        String found(WireItem item) {
            JsonNode value = WireItemJson.node("", item).path(field);
            return value.isArray()
                    ? value.valueStream()
                            .map(each -> each.isObject() ? each.path(inside).asText("none") : each.asText())
                            .collect(Collectors.joining("; "))
                    : value.asText("");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyEntryGivesWhatItSays() throws IOException {
        return said().entrySet().stream()
                .map(fixture -> DynamicTest.dynamicTest(fixture.getKey(), () -> {
                    List<WireItem> items = Copy.items(fixture.getKey());
                    for (Fact fact : fixture.getValue()) {
                        assertThat(items).as("entries").hasSizeGreaterThan(fact.entry());
                        assertThat(fact.found(items.get(fact.entry())))
                                .as("%s of entry %d", fact.field(), fact.entry())
                                .isEqualTo(fact.wanted());
                    }
                }));
    }

    private static Map<String, List<Fact>> said() throws IOException {
        var facts = new LinkedHashMap<String, List<Fact>>();
        String fixture = "";
        for (String line : Files.readAllLines(Path.of("src/test/resources/feeds.said"))) {
            if (line.startsWith("  ")) {
                facts.computeIfAbsent(fixture, name -> new ArrayList<>()).add(Fact.of(line));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                fixture = line;
            }
        }
        assertThat(facts).isNotEmpty();
        return facts;
    }
}
