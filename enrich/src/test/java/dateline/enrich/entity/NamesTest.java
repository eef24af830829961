package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.entity.LinearTagger.Span;
import dateline.enrich.entity.train.Marked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wire.EntityType;

/** names.txt holds the cases, by the trap that they show: each story's names, types and roles must be those marked in it. */
class NamesTest {
    private static final LinearTagger TAGGER = new LinearTagger();

    @TestFactory
    Stream<DynamicTest> theNamesAreThoseMarked() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        cases().forEach((trap, lines) ->
                lines.forEach(line -> tests.add(DynamicTest.dynamicTest(trap + ": " + line, () -> assertNames(line)))));
        return tests.stream();
    }

    private static void assertNames(String line) {
        Marked.Story story = Marked.read(line);
        String text = story.labelled().text();
        List<Span> found = TAGGER.spans(text);

        assertThat(found.stream().map(span -> span.type() + " " + text.substring(span.start(), span.end())))
                .containsExactlyElementsOf(story.labelled().names().stream()
                        .map(mark -> mark.type() + " " + text.substring(mark.start(), mark.end()))
                        .toList());
        assertThat(found.stream()
                        .filter(span -> span.type() == EntityType.PERSON)
                        .map(span -> Objects.requireNonNullElse(span.role(), "")))
                .containsExactlyElementsOf(story.roles());
    }

    private static Map<String, List<String>> cases() throws IOException {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NamesTest.class.getResourceAsStream("names.txt")), StandardCharsets.UTF_8))) {
            String trap = "";
            for (String line : reader.lines().toList()) {
                if (line.startsWith("## ")) {
                    trap = line.substring(3);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    cases.computeIfAbsent(trap, any -> new ArrayList<>()).add(line);
                }
            }
        }
        return cases;
    }
}
