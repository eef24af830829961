package dateline.ingest.format.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    /** All of these are one page, however the feed wrote it this time. */
    @ParameterizedTest
    @CsvSource({
        "https://www.lantern.example/world/bridge-12",
        "http://lantern.example/world/bridge-12",
        "https://lantern.example:443/world/bridge-12/",
        "https://www.lantern.example/world/bridge-12#comments",
        "https://www.lantern.example/world/bridge-12?utm_source=rss&utm_medium=feed",
        "https://www.lantern.example/world/bridge-12?fbclid=IwAR0x&rand=8123",
        "https://www.lantern.example/world/bridge-12?_=1772366400",
        "https://www.lantern.example/world/bridge-12;jsessionid=00A1F3?PHPSESSID=77",
        "https://www.lantern.example/world/bridge-12/amp",
        "https://www.lantern.example/world/bridge-12/amp/",
        "https://www.lantern.example/world/bridge-12?amp=1",
        "https://www.lantern.example/world/bridge-12?outputType=amp",
        "https://amp.lantern.example/world/bridge-12",
        "https://www.lantern.example/amp/world/bridge-12",
        "https://www-lantern-example.cdn.ampproject.org/c/s/www.lantern.example/world/bridge-12",
        "https://www.google.com/amp/s/www.lantern.example/world/bridge-12/amp/",
    })
    void oneFormForAllAddressesOfAPage(String link) {
        assertThat(Links.canonical(link)).isEqualTo("lantern.example/world/bridge-12");
    }

    /** What names a page stays, in one order. */
    @ParameterizedTest
    @CsvSource({
        "https://lantern.example/story?id=7&page=2, lantern.example/story?id=7&page=2",
        "https://lantern.example/story?page=2&id=7, lantern.example/story?id=7&page=2",
        "https://lantern.example/?p=123, lantern.example?p=123",
        "https://lantern.example/lamp/, lantern.example/lamp",
        "https://lantern.example/a.amp.html, lantern.example/a.html",
        "https://lantern.example/story.html?t=30, lantern.example/story.html?t=30",
        "https://lantern.example/#!/story/7, lantern.example/#!/story/7",
        "urn:newsml:lantern:7, urn:newsml:lantern:7",
    })
    void whatTellsPagesApartStays(String link, String canonical) {
        assertThat(Links.canonical(link)).isEqualTo(canonical);
    }
}
