package dateline.enrich.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wire.Place;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = new Gazetteer();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Paris|-|FR|48.9|2.4",
                "PARIS|-|FR|48.9|2.4",
                "Paris|Texas|US|33.7|-95.6",
                "Springfield|Ill.|US|39.8|-89.6",
                "Springfield|MO|US|37.2|-93.3",
                "Karuizawa|Japan|JP|36.3|138.6",
                "Bogotá|-|CO|4.6|-74.1",
                "Xi’an|China|CN|34.3|108.9",
                "Saint Louis|Missouri|US|38.6|-90.2",
                "Straße des 17. Juni|-|-|-|-",
                "Georgia|-|GE|42|43.5",
                "Georgia|US|US|32.8|-83.5",
                "Red Sea|-|-|20|38.5",
                "Nowhere in Particular|Japan|JP|-|-",
            })
    void aNameIsResolvedWithWhatStandsBesideIt(
            String name,
            @Nullable String within,
            @Nullable String country,
            @Nullable Double lat,
            @Nullable Double lon) {
        Place place = GAZETTEER.place(name, within);

        if (country == null && lat == null) {
            assertThat(place).isNull();
            return;
        }
        assertThat(requireNonNull(place).getCountry()).isEqualTo(country);
        if (lat == null || lon == null) {
            assertThat(place.getLat()).isNull();
        } else {
            assertThat(place.getLat()).isCloseTo(lat, offset(0.2));
            assertThat(place.getLon()).isCloseTo(lon, offset(0.2));
        }
    }

    @Test
    void everyCountryHasANameAndAPoint() {
        List<String> lines = Resource.lines("countries.tsv");

        assertThat(lines).hasSizeGreaterThan(240).allSatisfy(line -> {
            String[] columns = line.split("\t", -1);
            assertThat(columns).hasSize(6);
            assertThat(columns[0]).matches("[A-Z]{2}");
            assertThat(Locale.getISOCountries())
                    .as(columns[0])
                    .satisfiesAnyOf(
                            iso -> assertThat(iso).contains(columns[0]),
                            iso -> assertThat(columns[0]).isEqualTo("XK"));
            assertThat(Double.parseDouble(columns[2])).isBetween(-90.0, 90.0);
            assertThat(Double.parseDouble(columns[3])).isBetween(-180.0, 180.0);
        });
    }

    @Test
    void everyRegionIsMadeOfCountriesThatThereAre() {
        assertThat(Regions.shipped().all())
                .allSatisfy(region -> assertThat(region.countries())
                        .as(region.slug())
                        .allMatch(code -> GAZETTEER.countryOf(code) != Gazetteer.NONE
                                || List.of("CP", "CQ", "DG", "EA", "AC", "IC", "TA")
                                        .contains(code)));
    }

    @Test
    void aNewsroomsRegionTakesThePlaceOfOneOfTheSameSlug() {
        var own = new NewsRegion("gulf", "Our Gulf", false, List.of("IR"), List.of(), List.of("The Patch"), List.of());

        Regions regions = Regions.shipped().with(List.of(own));

        assertThat(regions.slugs()).containsExactlyElementsOf(Regions.shipped().slugs());
        assertThat(regions.of("IR")).contains("gulf");
        assertThat(regions.of("QA")).doesNotContain("gulf");
        assertThat(regions.byName()).containsEntry("The Patch", List.of("gulf"));
    }
}
