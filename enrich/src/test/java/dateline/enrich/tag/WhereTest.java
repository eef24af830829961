package dateline.enrich.tag;

import static dateline.enrich.Copy.copy;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.place.Gazetteer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wire.Entity;
import wire.EntityType;
import wire.Part;
import wire.Place;

/** Where stories are, over the traps of names: our own labelled cases in copy/places. */
class WhereTest {
    private static final double DEGREES_APART = 0.6;
    private static final Gazetteer GAZETTEER = new Gazetteer();
    private static final Annotator ANNOTATOR = new Annotator();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void placesAreFoundWhereTheyAreMeantAndNowhereElse(String trap, String text, String expected) {
        List<Entity> found = ANNOTATOR.annotate(text, "", "en").entities().stream()
                .filter(entity -> entity.getType() == EntityType.PLACE && entity.getPart() == Part.BODY)
                .toList();

        List<String> wanted = listed(expected);
        assertThat(found)
                .as(trap)
                .extracting(Entity::getText)
                .containsExactlyElementsOf(
                        wanted.stream().map(each -> each.split("=", 2)[0]).toList());
        for (int i = 0; i < wanted.size(); i++) {
            String[] sides = wanted.get(i).split("=", 2);
            String[] named = sides[sides.length - 1].split(", ", 2);
            Place meant = requireNonNull(
                    GAZETTEER.place(named[0], named.length > 1 ? named[1] : null),
                    "the gazetteer lacks " + wanted.get(i));
            Place told = requireNonNull(found.get(i).getPlace(), "nobody tells where is " + wanted.get(i));
            assertThat(told.getCountry()).as("country of %s", wanted.get(i)).isEqualTo(meant.getCountry());
            assertThat(Math.abs(told.getLat() - meant.getLat()) + Math.abs(told.getLon() - meant.getLon()))
                    .as("%s is told to be %s", wanted.get(i), told)
                    .isLessThan(DEGREES_APART);
        }
    }

    static Stream<Object[]> placesAreFoundWhereTheyAreMeantAndNowhereElse() {
        return cases("places/places.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void countriesAreRankedByHowMuchAStoryIsAboutThem(String what, String headline, String text, String expected) {
        Annotation annotation = ANNOTATOR.annotate(text.replace("\\n", "\n"), headline, "en");

        List<String> wanted = listed(expected);
        List<String> any = wanted.stream().filter(code -> !code.equals("?")).toList();
        assertThat(annotation.countries()).as(what).containsExactlyInAnyOrderElementsOf(any);
        if (!wanted.isEmpty() && !wanted.getFirst().equals("?")) {
            assertThat(annotation.countries()).first().isEqualTo(wanted.getFirst());
        }
        assertThat(annotation.countryScores()).hasSameSizeAs(any).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    static Stream<Object[]> countriesAreRankedByHowMuchAStoryIsAboutThem() {
        return cases("places/countries.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void regionsFollowFromCountriesSeasAndNames(String text, String has, String hasNot) {
        List<String> regions =
                ANNOTATOR.annotate(text.replace("\\n", "\n"), "", "en").regions();

        assertThat(regions).containsAll(listed(has)).doesNotContainAnyElementsOf(listed(hasNot));
    }

    static Stream<Object[]> regionsFollowFromCountriesSeasAndNames() {
        return cases("places/regions.tsv");
    }

    private static Stream<Object[]> cases(String file) {
        return copy(file)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> (Object[]) line.split("\t", -1));
    }

    private static List<String> listed(String column) {
        return column.equals("-") ? List.of() : Arrays.asList(column.split("\\|", -1));
    }
}
