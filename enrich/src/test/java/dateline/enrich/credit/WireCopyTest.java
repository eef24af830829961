package dateline.enrich.credit;

import static dateline.enrich.Copy.copy;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.place.Gazetteer;
import org.junit.jupiter.api.Test;

class WireCopyTest {
    private static final Datelines DATELINES = new Datelines(new Gazetteer()::knows);

    private static WireCopy read(String text) {
        return WireCopy.read(text, "", DATELINES);
    }

    @Test
    void republishedCopyIsTakenApart() {
        WireCopy copy = read(copy("text/republished.txt"));

        assertThat(copy.headline()).isEqualTo("Japan, US envoys renew pledge on North Korea missile watch");
        assertThat(copy.body()).startsWith("Japanese envoy Haruto").endsWith("a rehearsal for war.");
        assertThat(copy.dateline()).extracting(FiledFrom::text).isEqualTo("Karuizawa, Japan (Lantern Wire)");
        assertThat(copy.credits().getAgencies()).containsExactly("Miyako", "TAPA");
        assertThat(copy.credits().getTranslators()).containsExactly("Sari Wulandari");
        assertThat(copy.credits().getEditors()).containsExactly("Bima Nugraha");
        assertThat(copy.credits().getSite()).isEqualTo("www.lanternwire.example");
        assertThat(copy.related())
                .containsExactly(
                        "South Korea opens new harbour for patrol boats", "Harbour towns count the cost of drills");
    }

    @Test
    void everyPlaceInTheBodyIsFoundInTheText() {
        String text = copy("text/republished.txt");
        WireCopy copy = read(text);

        for (int i = 0; i < copy.body().length(); i++) {
            char c = copy.body().charAt(i);
            if (c != '\n') {
                assertThat(text.charAt(copy.inText(i))).isEqualTo(c);
            }
        }
    }

    @Test
    void reportingAndEditingLinesNameThoseWhoDid() {
        WireCopy copy = read("The envoys met.\n(Reporting by Ann Lee in Tokyo and Bo Ek; Editing by Cy Dow)");

        assertThat(copy.body()).isEqualTo("The envoys met.");
        assertThat(copy.credits().getReporters()).containsExactly("Ann Lee", "Bo Ek");
        assertThat(copy.credits().getEditors()).containsExactly("Cy Dow");
    }

    @Test
    void aLinkToAnotherStoryInTheMiddleIsNoParagraph() {
        assertThat(read("One.\nBaca juga: Dua\nThree.").body()).isEqualTo("One.\nThree.");
    }

    @Test
    void aStoryThatOnlyLooksLikeCreditsIsKept() {
        assertThat(read("Source: Kyodo").body()).isEqualTo("Source: Kyodo");
        assertThat(read("One.\nSources: close to the minister say that " + "he will go ".repeat(12) + "soon.")
                        .body())
                .contains("close to the minister");
        assertThat(read("").body()).isEmpty();
    }
}
