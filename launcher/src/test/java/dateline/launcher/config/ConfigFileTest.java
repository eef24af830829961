package dateline.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    record Tree(@Nullable Map<String, Feed> feeds, @Nullable String name) {}

    record Feed(
            @Nullable String url,
            @Nullable Duration every,
            @Nullable ZoneId zone,
            int urgency,
            @Nullable List<String> tags) {
        Feed {
            if (urgency > 9) {
                throw new IllegalArgumentException("urgency is " + urgency + ": 1 to 9 was expected");
            }
        }
    }

    private final ConfigFile files = new ConfigFile(Map.of("TOKEN", "s3cret: \"x\""));

    @Test
    void aTreeOfRecordsIsRead() throws ConfigException {
        Tree tree = read("""
                # comment
                name: ${TOKEN}
                feeds:
                  kyodo: { url: "http://${HOST:localhost}/feed", every: 5m, zone: Asia/Tokyo, urgency: 3, tags: [a, b] }
                """);

        assertThat(tree.name()).isEqualTo("s3cret: \"x\"");
        assertThat(tree.feeds())
                .containsEntry(
                        "kyodo",
                        new Feed(
                                "http://localhost/feed",
                                Duration.ofMinutes(5),
                                ZoneId.of("Asia/Tokyo"),
                                3,
                                List.of("a", "b")));
    }

    @Test
    void anEmptyFileIsAnEmptyTree() throws ConfigException {
        assertThat(read("# nothing yet\n")).isEqualTo(new Tree(null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feeds: { kyodo: { urll: x } }          | f.yml:1: feeds.kyodo.urll: unknown key; expected one of every, tags, urgency, url, zone
            feeds: { kyodo: { every: soon } }      | f.yml:1: feeds.kyodo.every: "soon" is no duration; expected a number and a unit
            feeds: { kyodo: { zone: Asia/Nowhere } } | f.yml:1: feeds.kyodo.zone: "Asia/Nowhere" is no time zone
            feeds: { kyodo: { urgency: 12 } }      | f.yml:1: feeds.kyodo: urgency is 12: 1 to 9 was expected
            name: ${MISSING}                       | ${MISSING} is not set in the environment
            feeds: [ a ]                           | f.yml:1: feeds
            'feeds: { kyodo: '                     | f.yml:1
            """)
    void aMistakeIsNamedByFileLineAndKey(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ConfigException.class).hasMessageContaining(message);
    }

    @Test
    void theLineIsThatOfTheMistake() {
        assertThatThrownBy(() -> read("name: a\nfeeds:\n  kyodo:\n    url: x\n    evry: 5m\n"))
                .hasMessageStartingWith("f.yml:5: feeds.kyodo.evry");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatThrownBy(() -> files.read(Path.of("no/such.yml"), Tree.class))
                .isInstanceOf(ConfigException.class)
                .hasMessage("no/such.yml: there is no such file");
    }

    private Tree read(String text) throws ConfigException {
        return files.read("f.yml", text, Tree.class);
    }
}
