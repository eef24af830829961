package dateline.ingest.format.feed;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.itemOf;
import static dateline.ingest.format.Copy.items;
import static dateline.ingest.format.Copy.raw;
import static dateline.ingest.format.Copy.reading;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import wire.MediaRef;
import wire.WireItem;

class RssFormatTest {
    private static final String ITEM = "<rss version='2.0'><channel><title>T</title><item>%s</item></channel></rss>";

    @Test
    void anEntryGivesItsStoryWithModulesAndAll() {
        WireItem ferry = items("rss/two-stories-with-modules.xml").getFirst();

        assertThat(ferry.getItemId()).isEqualTo("hc-1001");
        assertThat(ferry.getId()).isEqualTo("test:hc-1001");
        assertThat(ferry.getHeadline()).isEqualTo("Ferry & tug collide off Stonehaven; no one hurt");
        assertThat(ferry.getBodyText())
                .isEqualTo("The ferry Skerry and a tug touched in fog.\nNobody was hurt, the harbour master said.");
        assertThat(ferry.getBodyHtml())
                .contains("<em>Skerry</em>", "href=\"https://harbour-courier.example/harbour\"")
                .doesNotContain("script", "onclick");
        assertThat(ferry.getPublished()).isEqualTo(Instant.parse("2026-11-02T07:15:00Z"));
        assertThat(ferry.getUpdated()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(ferry.getVersionCreated()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(ferry.getBylines()).containsExactly("Mairi Blackwood");
        assertThat(ferry.getKeywords()).contains("Shipping");
        assertThat(ferry.getLanguage()).isEqualTo("en-GB");
        assertThat(ferry.getProvider()).isEqualTo("Harbour Courier");
        assertThat(ferry.getMedia()).singleElement().satisfies(picture -> {
            assertThat(picture.getHref()).isEqualTo("https://img.harbour-courier.example/skerry.jpg");
            assertThat(picture.getCaption()).isEqualTo("The Skerry at her berth");
            assertThat(picture.getWidth()).isEqualTo(1200);
        });
    }

    @Test
    void theLinkLosesItsTrackingAndTheFiledOneIsKept() {
        WireItem ferry = items("rss/two-stories-with-modules.xml").getFirst();

        assertThat(ferry.getLink()).isEqualTo("https://harbour-courier.example/ferry");
        assertThat(ferry.getLinks()).contains("https://harbour-courier.example/ferry?utm_source=rss&utm_medium=feed");
    }

    @Test
    void aGuidIsALinkUnlessItSaysItIsNone() {
        WireItem market = items("rss/two-stories-with-modules.xml").get(1);

        assertThat(market.getLink()).isEqualTo("https://harbour-courier.example/market");
        assertThat(market.getPublished()).isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
        assertThat(itemOf(ITEM.formatted("<guid isPermaLink='false'>https://x.example/1</guid><title>A</title>"))
                        .getLink())
                .isNull();
    }

    @Test
    void aBadEntryYieldsTheOthersAndOneDefect() {
        Read read = (Read) reading("rss/one-empty-entry.xml");

        assertThat(read.items()).extracting(WireItem::getHeadline).containsExactly("First", "Third");
        assertThat(read.defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.defect()).isEqualTo(Defect.NO_CONTENT));
    }

    @Test
    void anIllFormedFeedIsReadAndSaidToBeRepaired() {
        WireItem item = item("rss/ill-formed.xml");

        assertThat(item.getHeadline()).isEqualTo("Brötchen & Kaffee werden teurer");
        assertThat(item.getLink()).isEqualTo("https://cafe.example/a?x=1&y=2");
        assertThat(item.getBylines()).containsExactly("Ute Sommer");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-11-03T09:00:00Z"));
        assertThat(item.getBodyText()).contains("um zehn Cent.");
        assertThat(item.getNotes()).anySatisfy(note -> assertThat(note).contains("repaired"));
    }

    @Test
    void aFeedThatBreaksOffGivesItsWholeEntriesOnly() {
        Read read = (Read) reading("rss/breaks-off.xml");

        assertThat(read.items()).extracting(WireItem::getHeadline).containsExactly("Whole");
        assertThat(read.defects()).hasSize(1);
    }

    @Test
    void theDeclaredCharsetIsUsedUnlessTheBytesAreUtf8() {
        assertThat(item("rss/latin-1.xml").getHeadline()).isEqualTo("Ny bro åpnet");
        WireItem wrong = item("rss/says-latin-1-is-utf-8.xml");
        assertThat(wrong.getHeadline()).isEqualTo("Ny bro åpnet – endelig");
        assertThat(wrong.getNotes()).isNotEmpty();
    }

    @Test
    void rdfItemsAreFoundBesideTheirChannel() {
        WireItem item = item("rss/rdf.xml");

        assertThat(item.getItemId()).isEqualTo("https://hill.example/snow");
        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-01-15T05:30:00Z"));
        assertThat(item.getBylines()).containsExactly("Olin Park");
        assertThat(item.getKeywords()).containsExactly("Weather");
        assertThat(item.getLanguage()).isEqualTo("en");
    }

    @Test
    void entitiesOfTheDocumentAreNeverExpandedNorFetched() {
        WireItem item = item("rss/entity-bomb.xml");

        assertThat(item.getHeadline()).startsWith("Calm").doesNotContain("haha").hasSizeLessThan(60);
    }

    @Test
    void entriesWithoutIdHaveTheirLinkForOneWhateverItsTracking() {
        String one = itemOf(ITEM.formatted("<title>A</title><link>http://www.x.example/a/?utm_medium=rss</link>"))
                .getId();
        String two = itemOf(ITEM.formatted("<title>B</title><link>https://x.example/a#top</link>"))
                .getId();

        assertThat(one).isEqualTo(two).isEqualTo("test:x.example/a");
    }

    @Test
    void entriesWithoutIdAndLinkAreKnownByHeadlineAndTime() {
        String entry = "<title>A</title><pubDate>Mon, 02 Nov 2026 08:15:00 GMT</pubDate><description>%s</description>";

        assertThat(itemOf(ITEM.formatted(entry.formatted("x"))).getId())
                .isEqualTo(itemOf(ITEM.formatted(entry.formatted("y"))).getId())
                .isNotEqualTo(
                        itemOf(ITEM.formatted(entry.replace("08:15", "08:16"))).getId());
    }

    @Test
    void theSameGuidOfAnotherFeedIsAnotherItem() {
        String feed = ITEM.formatted("<guid>1</guid><title>A</title>");

        assertThat(items(raw(feed).setFeed("a").build()).getFirst().getId())
                .isNotEqualTo(items(raw(feed).setFeed("b").build()).getFirst().getId());
        assertThat(items(raw(feed).setFeed("a").setProvider("Acme").build())
                        .getFirst()
                        .getId())
                .isEqualTo(items(raw(feed).setFeed("b").setProvider("Acme").build())
                        .getFirst()
                        .getId());
    }

    @Test
    void timesWithoutZoneAreInTheFeedsZoneAndSaidToBeAssumed() {
        WireItem item = items(raw(ITEM.formatted("<title>A</title><pubDate>2 Nov 2026 08:15</pubDate>"))
                        .setZone("Asia/Tokyo")
                        .build())
                .getFirst();

        assertThat(item.getPublished()).isEqualTo(Instant.parse("2026-11-01T23:15:00Z"));
        assertThat(item.getNotes()).anySatisfy(note -> assertThat(note).contains("Asia/Tokyo"));
    }

    @Test
    void impossibleAndFarFutureDatesAreDroppedWithANote() {
        for (String date : List.of("Mon, 31 Feb 2026 08:15:00 GMT", "2126-01-01T00:00:00Z", "soon")) {
            WireItem item = itemOf(ITEM.formatted("<title>A</title><pubDate>" + date + "</pubDate>"));

            assertThat(item.getPublished()).isNull();
            assertThat(item.getNotes()).anySatisfy(note -> assertThat(note).contains("dropped"));
        }
    }

    @Test
    void theTransportsCharsetComesBeforeTheDocuments() {
        byte[] bytes =
                "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>\u0424\u043b\u043e\u0442</title></item></channel></rss>"
                        .getBytes(java.nio.charset.Charset.forName("koi8-r"));
        WireItem item = items(
                        raw(bytes).setContentType("text/xml; charset=koi8-r").build())
                .getFirst();

        assertThat(item.getHeadline()).isEqualTo("\u0424\u043b\u043e\u0442");
    }

    @Test
    void enclosuresAreMedia() {
        WireItem item = itemOf(ITEM.formatted(
                "<title>A</title><enclosure url='https://x.example/a.mp3' length='12' type='audio/mpeg'/>"));

        assertThat(item.getMedia())
                .containsExactly(MediaRef.newBuilder()
                        .setHref("https://x.example/a.mp3")
                        .setType("audio/mpeg")
                        .setRole("enclosure")
                        .setSize(12L)
                        .build());
    }
}
