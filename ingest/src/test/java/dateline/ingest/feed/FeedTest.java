package dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.ingest.IngestConfig;
import dateline.schemas.Stage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aFeedOfWhichLittleIsSaidHasTheseDefaults() throws Exception {
        var config = JSON.readValue("""
                {"feeds": [
                  {"name": "polled", "poll": {"url": "https://example.org/feed"}},
                  {"name": "watched", "watch": {"folder": "wire"}},
                  {"name": "pushed", "push": {"tokens": ["0123456789abcdef"]}}]}""", IngestConfig.class);

        assertThat(config.feeds())
                .extracting(Feed::source)
                .containsExactly(
                        new Poll(
                                URI.create("https://example.org/feed"),
                                Duration.ofMinutes(5),
                                Map.of(),
                                false,
                                10 * 1024 * 1024,
                                Duration.ofSeconds(30)),
                        new Watch(Path.of("wire"), Duration.ofSeconds(1), Duration.ofMillis(250), 16 * 1024 * 1024),
                        new Push(List.of("0123456789abcdef"), 200, 10 * 1024 * 1024));
        assertThat(config.receive().host()).isEqualTo("127.0.0.1");
        assertThat(config.receive().port()).isEqualTo(8087);
        assertThat(config.collect()).isTrue();
        assertThat(config.readers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'A b', 'watch': {'folder': 'x'}} | A b",
                "{'name': '../x', 'watch': {'folder': 'x'}} | ../x",
                "{'name': '-x', 'watch': {'folder': 'x'}} | -x",
                "{'watch': {'folder': 'x'}} | null",
                "{'name': 'x'} | feed x has 0 sources",
                "{'name': 'x', 'watch': {'folder': 'x'}, 'push': {'tokens': ['0123456789abcdef']}} | feed x has 2 sources",
                "{'name': 'x', 'language': 'english please', 'watch': {'folder': 'x'}} | english please",
                "{'name': 'x', 'watch': {}} | watch.folder is missing",
                "{'name': 'x', 'watch': {'folder': 'x', 'maxBytes': -1}} | watch.max-bytes is -1",
                "{'name': 'x', 'poll': {}} | poll.url is missing",
                "{'name': 'x', 'poll': {'url': 'ftp://example.org/'}} | ftp:",
                "{'name': 'x', 'poll': {'url': 'https:///feed'}} | names no host",
                "{'name': 'x', 'poll': {'url': 'http://x/', 'maxBytes': 99999999}} | poll.max-bytes is 99999999",
                "{'name': 'x', 'push': {}} | push.tokens is empty",
                "{'name': 'x', 'push': {'tokens': ['0123456789abcdef'], 'perSecond': -1}} | push.per-second is -1.0"
            })
    void aFeedThatCannotWorkIsRefusedWithTheCulprit(String json, String culprit) {
        assertThatThrownBy(() -> JSON.readValue(json.replace('\'', '"'), Feed.class))
                .hasMessageContaining(culprit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'x', 'poll': {'url': 'https://user:s3cr3t@example.org/'}}",
                "{'name': 'x', 'poll': {'url': 'https://x/', 'headers': {'X-Key': 's3cr3t\\n'}}}",
                "{'name': 'x', 'push': {'tokens': ['s3cr3t']}}"
            })
    void aRefusalNeverShowsACredential(String json) {
        assertThatThrownBy(() -> JSON.readValue(json.replace('\'', '"'), Feed.class))
                .rootCause()
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aFeedsTextShowsNoCredential() {
        var poll = new Poll(
                URI.create("https://example.org/feed?key=s3cr3t"),
                Duration.ofMinutes(5),
                Map.of("Authorization", "Bearer s3cr3t"),
                false,
                0,
                Duration.ofSeconds(30));

        assertThat(Feed.of("x", poll).toString()).contains("Authorization").doesNotContain("s3cr3t");
        assertThat(Feed.of("x", Push.by("s3cr3ts3cr3ts3cr3t")).toString()).doesNotContain("s3cr3t");
    }

    @Test
    void twoFeedsOfOneNameAndFoldersWithinOneAnotherAreRefused() {
        Feed one = Feed.of("one", Watch.of(Path.of("wire")));

        assertThatThrownBy(() -> new IngestConfig(List.of(one, one))).hasMessageContaining("two feeds are named one");
        assertThatThrownBy(() -> new IngestConfig(List.of(one, Feed.of("two", Watch.of(Path.of("wire/./sport"))))))
                .hasMessageContaining("feed two watches wire/./sport in it");
    }

    @Test
    void theLargestItemFitsIntoARecordAndSoDoesItsDeadLetter() {
        assertThat(Feed.LARGEST_ITEM_BYTES).isLessThan(Stage.MAX_RECORD_BYTES - 1024 * 1024);
    }
}
