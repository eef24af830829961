package dateline.ingest.format.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import wire.Subject;

class MediaTopicsTest {
    private static final Path TABLE = Path.of("src/main/resources/dateline/ingest/format/copy/mediatopics.tsv");
    private static final String SUBJECT_CODES = "http://cv.iptc.org/newscodes/subjectcode/";

    @Test
    void aSubjectCodeBringsTheMediaTopicThatContinuesIt() {
        assertThat(completed(new Subject("subj:15054000", "Fussball")))
                .containsExactly(new Subject("subj:15054000", "Fussball"), new Subject("medtop:20001065", "soccer"));
    }

    @Test
    void aMediaTopicBringsItsSubjectCodeAndTakesItsLabelWhereItWasFiledWithoutName() {
        assertThat(completed(new Subject("medtop:20001065", null)))
                .containsExactly(new Subject("medtop:20001065", "soccer"), new Subject("subj:15054000", "soccer"));
    }

    @Test
    void aMediaTopicThatIsPartOfASubjectCodeBringsItAndIsNotBroughtByIt() {
        assertThat(completed(new Subject("medtop:20000008", null)))
                .containsExactly(new Subject("medtop:20000008", "ballet"), new Subject("subj:01006000", "dance"));
        assertThat(completed(new Subject("subj:01006000", null)))
                .containsExactly(new Subject("subj:01006000", "dance"), new Subject("medtop:20000007", "dance"));
    }

    @Test
    void whatIsFiledInBothIsNotDoubledAndKeepsItsOrder() {
        assertThat(completed(new Subject("subj:15054000", null), new Subject("medtop:20001065", "fútbol")))
                .containsExactly(new Subject("subj:15054000", "soccer"), new Subject("medtop:20001065", "fútbol"));
    }

    @Test
    void aSubjectCodeThatNoTopicContinuesBringsTheTopicOfTheLevelAbove() {
        assertThat(completed(new Subject("subj:15054999", null), new Subject("subj:15999000", null)))
                .extracting(Subject::getCode)
                .containsExactly("subj:15054999", "medtop:20001065", "subj:15999000", "medtop:15000000");
    }

    @Test
    void everyWritingOfACodeIsKnownAndOneThatStandsTwiceStandsOnce() {
        String address = SUBJECT_CODES + "15054000";

        assertThat(completed(new Subject(address, null), new Subject("iptc:15054000", "Voetbal")))
                .containsExactly(new Subject(address, "Voetbal"), new Subject("medtop:20001065", "soccer"));
        assertThat(completed(new Subject("http://cv.iptc.org/newscodes/mediatopic/15000000", null)))
                .extracting(Subject::getCode)
                .endsWith("subj:15000000");
        assertThat(completed(new Subject("15054000", null)))
                .extracting(Subject::getCode)
                .containsExactly("15054000", "medtop:20001065");
    }

    @Test
    void whatIsNotOfTheIptcStaysAsItIs() {
        Subject[] others = {
            new Subject("Plains Press:15054000", null),
            new Subject("12345678", null),
            new Subject("anpa:s", "Sport"),
            new Subject("", "soccer"),
            new Subject("medtop:29999999", null)
        };

        assertThat(completed(others)).containsExactly(others);
    }

    @Test
    void ofSeveralTopicsForOneSubjectCodeTheOneInUseCounts() {
        assertThat(completed(new Subject("subj:16009000", null)))
                .extracting(Subject::getCode)
                .containsExactly("subj:16009000", "medtop:20000062");
        assertThat(completed(new Subject("medtop:20000064", null)))
                .contains(new Subject("medtop:20000064", "war crime action"));
    }

    @Test
    void theTableNamesTheSeventeenTopLevelsAndNoTopicTwice() throws IOException {
        List<String[]> rows = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();

        assertThat(rows).allSatisfy(row -> {
            assertThat(row).hasSize(3);
            assertThat(row[0]).matches("\\d{8}");
            assertThat(row[1]).matches("(<?\\d{8})?");
            assertThat(row[2]).isNotBlank();
        });
        assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates();
        assertThat(rows)
                .filteredOn(row -> row[0].startsWith("0") || row[0].startsWith("1"))
                .hasSize(17)
                .allMatch(row -> row[0].equals(row[1]));
    }

    /** Needs -Dmediatopics=FILE, the media topics as the IPTC releases them in JSON; with -Dgolden.update=true writes the table. */
    @Test
    void theTableIsWhatTheIptcReleased() throws IOException {
        String release = System.getProperty("mediatopics");
        assumeThat(release).as("-Dmediatopics names no release to compare with").isNotNull();
        List<String> built = table(Path.of(release));
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, built);
        }
        assertThat(Files.readAllLines(TABLE)).isEqualTo(built);
    }

    private static List<String> table(Path release) throws IOException {
        JsonNode scheme;
        try (InputStream file = Files.newInputStream(release);
                InputStream json = release.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
            scheme = new ObjectMapper().readTree(json);
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "# IPTC Media Topics, released %s; (c) IPTC, CC BY 4.0. Topic, subject code (< the topic is a part of it), label; retired last."
                        .formatted(scheme.path("dateReleased").asText().substring(0, 10)));
        scheme.path("conceptSet")
                .valueStream()
                .sorted(Comparator.<JsonNode, Boolean>comparing(topic -> topic.has("retired"))
                        .thenComparing(topic -> topic.path("qcode").asText()))
                .map(topic -> String.join(
                        "\t",
                        topic.path("qcode").asText().replace("medtop:", ""),
                        subjectCode(topic),
                        topic.path("prefLabel").path("en-GB").asText().strip()))
                .forEach(lines::add);
        return lines;
    }

    /** The subject code it continues; else the one it is a part of, with a "<" before it. */
    private static String subjectCode(JsonNode topic) {
        String number = topic.path("qcode").asText().replace("medtop:", "");
        if (!number.startsWith("2")) {
            return number; // "reused the same 17 top level terms", says the release, and forgets the matches of some
        }
        return match(topic, "exactMatch")
                .or(() -> match(topic, "closeMatch"))
                .or(() -> match(topic, "broadMatch").map(broad -> "<" + broad))
                .orElse("");
    }

    private static Optional<String> match(JsonNode topic, String kind) {
        return topic.path(kind)
                .valueStream()
                .map(JsonNode::asText)
                .filter(match -> match.startsWith(SUBJECT_CODES))
                .map(match -> match.substring(SUBJECT_CODES.length()))
                .findFirst();
    }

    private static List<Subject> completed(Subject... filed) {
        return MediaTopics.completed(Stream.of(filed).toList());
    }
}
