package dateline.ingest.format.quirk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedIdsTest {
    @ParameterizedTest
    @CsvSource({
        "'tag:reuters.com,2018:newsml_ABC123:159588191', 'tag:reuters.com,2018:newsml_ABC123', 159588191",
        "tag_reuters.com_2018_newsml_ABC123_2, tag_reuters.com_2018_newsml_ABC123, 2",
        "urn:newsml:dpa.com:20090101:221011-930-4303:7, urn:newsml:dpa.com:20090101:221011-930-4303, 7",
        "0123456789abcdef0123456789abcdef_8a11aza0c0, 0123456789abcdef0123456789abcdef, 8a11aza0c0",
        "urn:newsml:plains.example:20260304:fire:3U, urn:newsml:plains.example:20260304:fire, 3",
    })
    void theVersionIsSplitFromIdsThatAreKnownToHoldIt(String id, String stable, String version) {
        assertThat(VersionedIds.stable(id)).isEqualTo(stable);
        assertThat(VersionedIds.version(id)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "urn:newsml:plains.example:20260304:7",
                "tag:hill.example,2026:7",
                "urn:newsml:dpa.com:20090101:221011-930-4303",
                "7",
                "http://x.example/1:2",
            })
    void aNumberAtTheEndOfAnyOtherIdBelongsToIt(String id) {
        assertThat(VersionedIds.stable(id)).isEqualTo(id);
        assertThat(VersionedIds.version(id)).isNull();
    }
}
