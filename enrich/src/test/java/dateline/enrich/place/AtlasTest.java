package dateline.enrich.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wire.Place;

class AtlasTest {
    private static final Gazetteer GAZETTEER = new Gazetteer();
    private static final Atlas ATLAS = new Atlas(GAZETTEER, Regions.shipped());

    private static Where read(String body, @Nullable String filedFrom, @Nullable String home) {
        return ATLAS.read(new Atlas.Story("", body, "en", List.of(), filedFrom, null, List.of(), home));
    }

    private static @Nullable Place placeOf(Where where, int mention) {
        return where.mentions().get(mention).place();
    }

    @Test
    void theHomeOfAFeedDecidesWhatItsCopyLeavesOpen() {
        String copy = "A man from Athens was arrested in Watkinsville on Tuesday.";

        assertThat(placeOf(read(copy, null, "US-GA"), 0)).isEqualTo(GAZETTEER.place("Athens", "Ga."));
        assertThat(requireNonNull(placeOf(read("A fire in Athens killed two.", null, null), 0))
                        .getCountry())
                .isEqualTo("GR");
    }

    @Test
    void aDatelineIsToldByItsStory() {
        String local = "Deputies from Lamar County chased a man from Reno to Blossom, Texas. Red River County helped.";

        assertThat(requireNonNull(read(local, "PARIS", null).filedFrom()).getCountry())
                .isEqualTo("US");
        assertThat(requireNonNull(read("The president spoke in Lyon.", "PARIS", null)
                                .filedFrom())
                        .getCountry())
                .isEqualTo("FR");
    }

    @Test
    void aDatelineSpeaksForItsState() {
        Where where = read("A house in Springfield burned.", "DAYTON", "US");

        assertThat(placeOf(where, 0)).isEqualTo(GAZETTEER.place("Springfield", "Ohio"));
    }

    @Test
    void whereNobodyCanTellNobodyDoes() {
        // A score of states have a Clark County.
        Place county = requireNonNull(placeOf(read("Deputies in Clark County were called.", null, null), 0));

        assertThat(county.getCountry()).isEqualTo("US");
        assertThat(county.getLat()).isNull();
        assertThat(county.getGeonameId()).isNull();
    }

    @Test
    void whatIsCalledLikeAPlaceAndIsNoneIsSaid() {
        Where where = read("Mr. Paris declined to comment.", null, null);

        assertThat(where.mentions()).isEmpty();
        assertThat(where.denied())
                .singleElement()
                .satisfies(denied -> assertThat(denied.start()).isEqualTo(4));
    }
}
