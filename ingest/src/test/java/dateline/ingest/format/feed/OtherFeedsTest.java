package dateline.ingest.format.feed;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.itemOf;
import static dateline.ingest.format.Copy.items;
import static dateline.ingest.format.Copy.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Skipped;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wire.Status;
import wire.WireItem;

class OtherFeedsTest {
    @Test
    void atomEntriesKeepTheirMarkupLinksAndTheFeedsAuthor() {
        WireItem train = items("atom/with-tombstone.xml").get(1);

        assertThat(train.getItemId()).isEqualTo("tag:norr.example,2026:8");
        assertThat(train.getHeadline()).isEqualTo("Tåget försenat");
        assertThat(train.getLink()).isEqualTo("https://norr.example/tag/8");
        assertThat(train.getBodyText()).isEqualTo("Tåget står still.\nBuss går.");
        assertThat(train.getBylines()).containsExactly("Redaktionen");
        assertThat(train.getLanguage()).isEqualTo("sv");
        assertThat(train.getKeywords()).containsExactly("Trafik", "trafik");
        assertThat(train.getMedia())
                .singleElement()
                .satisfies(sound -> assertThat(sound.getSize()).isEqualTo(1337));
        assertThat(train.getPublished()).isEqualTo(Instant.parse("2026-05-02T08:00:00Z"));
    }

    @Test
    void anAtomTombstoneKillsItsEntry() {
        WireItem gone = items("atom/with-tombstone.xml").getFirst();

        assertThat(gone.getItemId()).isEqualTo("tag:norr.example,2026:7");
        assertThat(gone.getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void atom03IsReadBase64AndAll() {
        WireItem item = item("atom/version-0.3.xml");

        assertThat(item.getHeadline()).isEqualTo("Storm and sea");
        assertThat(item.getBodyText()).isEqualTo("One.\nTwo.");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2004-01-01T19:48:21Z"));
        assertThat(item.getUpdated()).isEqualTo(Instant.parse("2004-01-02T00:00:00Z"));
    }

    @Test
    void aDraftIsWithheldAndPlainTextIsNoMarkup() {
        WireItem item = item("atom/draft-and-plain-text.xml");

        assertThat(item.getStatus()).isEqualTo(Status.WITHHELD);
        assertThat(item.getHeadline()).isEqualTo("2 < 3");
        assertThat(item.getBodyText()).isEqualTo("a <b> c");
        assertThat(item.getBodyHtml()).isEqualTo("<p>a &lt;b&gt; c</p>");
    }

    @Test
    void jsonFeedItemsAreReadAndAStrayOneIsADefect() {
        Read read = (Read) reading("json-feed/three-items.json");
        WireItem bridge = read.items().getFirst();

        assertThat(bridge.getItemId()).isEqualTo("v1");
        assertThat(bridge.getBodyText()).isEqualTo("The bridge is open.\nTraffic flows.");
        assertThat(bridge.getBylines()).containsExactly("Ida Holm");
        assertThat(bridge.getKeywords()).containsExactly("traffic", "bridges");
        assertThat(bridge.getMedia()).hasSize(2);
        assertThat(read.items().get(1).getItemId()).isEqualTo("2");
        assertThat(read.items().get(1).getBylines()).containsExactly("Valley Desk");
        assertThat(read.defects()).hasSize(1);
    }

    @Test
    void jsonFeedTextStaysText() {
        WireItem item = itemOf(
                "{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\",\"items\":[{\"id\":\"a\",\"content_text\":\"1 < 2\"}]}");

        assertThat(item.getBodyText()).isEqualTo("1 < 2");
    }

    @Test
    void cdfSaysInAttributesWhatOthersSayInElements() {
        List<WireItem> items = items("cdf/two-items.cdf");

        assertThat(items).extracting(WireItem::getHeadline).containsExactly("Boats are out", "Boats are back");
        assertThat(items)
                .extracting(WireItem::getLink)
                .containsExactly("http://bay.example/one.html", "http://bay.example/two.html");
        assertThat(items.getFirst().getPublished()).isEqualTo(Instant.parse("1998-11-05T12:00:00Z"));
        assertThat(item("cdf/nested-channel.cdf").getHeadline()).isEqualTo("Regatta");
    }

    @Test
    void aFeedWithoutEntriesIsSkipped() {
        assertThat(reading("cdf/no-items.cdf")).isEqualTo(new Skipped("a feed without entries"));
        assertThat(reading("cdf/no-items.cdf")).isInstanceOf(Skipped.class);
    }
}
