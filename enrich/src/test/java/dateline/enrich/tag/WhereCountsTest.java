package dateline.enrich.tag;

import static dateline.enrich.Copy.copy;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.credit.WireCopy;
import dateline.enrich.place.Gazetteer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wire.Dateline;
import wire.Entity;
import wire.EntityType;
import wire.Part;
import wire.Place;

/**
 * How many places and countries are told right in the halves of our marked sets that nothing was tuned on: not all are, and fewer than
 * when this was written is a step back.
 */
class WhereCountsTest {
    /** A hundred miles, as those who compare such programs have it. */
    private static final double NEAR = 161;

    private static final Pattern MARK = Pattern.compile("\\[([^]=]+)(?:=([^]]+))?]");
    private static final Gazetteer GAZETTEER = new Gazetteer();
    private static final Annotator ANNOTATOR = new Annotator();

    private record Gold(int start, int end, @Nullable String country, double lat, double lon) {}

    @ParameterizedTest(name = "{0}")
    @CsvSource({"local, 0.85, 0.83, 0.80", "world, 0.96, 0.93, 0.92", "famous, 0.91, 0.91, 0.91"})
    void placesAreFoundInTheRightCountryAndNear(String set, double recognised, double country, double near) {
        int names = 0;
        int found = 0;
        int right = 0;
        int within = 0;
        for (String[] line : reported("places/" + set + ".tsv")) {
            List<Gold> gold = new ArrayList<>();
            String text = unmarked(line[1], gold);
            Annotation annotation = ANNOTATOR.annotate(text, "", "en");
            for (Gold name : gold) {
                Told told = told(annotation, name);
                names++;
                found += told != null ? 1 : 0;
                Place place = told == null ? null : told.place;
                if (place != null && Objects.equals(place.getCountry(), name.country)) {
                    right++;
                    within += place.getLat() != null
                                    && distance(place.getLat(), place.getLon(), name.lat, name.lon) <= NEAR
                            ? 1
                            : 0;
                }
            }
        }

        assertThat((double) found / names).as("recognised").isGreaterThanOrEqualTo(recognised);
        assertThat((double) right / names).as("and right country").isGreaterThanOrEqualTo(country);
        assertThat((double) within / names).as("and near").isGreaterThanOrEqualTo(near);
    }

    @Test
    void countriesAreThoseThatACoderWouldGive() {
        int focused = 0;
        int stories = 0;
        int right = 0;
        int wanted = 0;
        int given = 0;
        for (String[] line : reported("places/about.tsv")) {
            List<String> told = ANNOTATOR
                    .annotate(line[2].replace("\\n", "\n"), line[1], "en")
                    .countries();
            List<String> gold = new ArrayList<>(Arrays.asList(line[3].split("\\|", -1)));
            boolean anyFirst = gold.remove("?");
            stories++;
            focused += !told.isEmpty() && (anyFirst ? gold : gold.subList(0, 1)).contains(told.getFirst()) ? 1 : 0;
            Set<String> both = new HashSet<>(told);
            both.retainAll(gold);
            right += both.size();
            wanted += gold.size();
            given += told.size();
        }

        assertThat((double) focused / stories).as("focus").isGreaterThanOrEqualTo(0.95);
        assertThat(2.0 * right / (wanted + given)).as("F1 of countries").isGreaterThanOrEqualTo(0.9);
    }

    /** Every other case, from the second. */
    private static List<String[]> reported(String file) {
        List<String[]> cases = copy(file)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .toList();
        return IntStream.range(0, cases.size())
                .filter(i -> i % 2 == 1)
                .mapToObj(cases::get)
                .toList();
    }

    private static String unmarked(String marked, List<Gold> gold) {
        var text = new StringBuilder();
        Matcher mark = MARK.matcher(marked);
        int from = 0;
        while (mark.find()) {
            text.append(marked, from, mark.start());
            int start = text.length();
            text.append(mark.group(1));
            String meant = mark.group(2) == null ? mark.group(1) : mark.group(2);
            if (!meant.equals("-")) {
                gold.add(gold(meant, start, text.length()));
            }
            from = mark.end();
        }
        return text.append(marked, from, marked.length()).toString();
    }

    private static Gold gold(String meant, int start, int end) {
        if (meant.startsWith("@")) {
            String[] point = meant.substring(1).split(" ", -1);
            return new Gold(start, end, point[0], Double.parseDouble(point[1]), Double.parseDouble(point[2]));
        }
        String[] named = meant.split(", ", -1);
        Place place = requireNonNull(
                GAZETTEER.place(named[0], named.length > 1 ? named[named.length - 1] : null),
                "the gazetteer lacks " + meant);
        return new Gold(start, end, place.getCountry(), place.getLat(), place.getLon());
    }

    private record Told(@Nullable Place place) {}

    /** What lies over a name as a place; null if nothing does. */
    private static @Nullable Told told(Annotation annotation, Gold name) {
        WireCopy copy = annotation.copy();
        Dateline dateline = annotation.dateline();
        if (copy.dateline() != null
                && dateline != null
                && !copy.dateline().places().isEmpty()
                && copy.dateline().places().getFirst().start() < name.end
                && name.start
                        < copy.dateline().places().getFirst().start()
                                + copy.dateline().places().getFirst().name().length()) {
            return new Told(dateline.getPlace());
        }
        for (Entity entity : annotation.entities()) {
            int start = copy.inText(entity.getStart());
            if (entity.getType() == EntityType.PLACE
                    && entity.getPart() == Part.BODY
                    && start < name.end
                    && name.start < start + entity.getText().length()) {
                return new Told(entity.getPlace());
            }
        }
        return null;
    }

    private static double distance(double lat1, double lon1, double lat2, double lon2) {
        double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double across = Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2));
        return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(north * north + across * east * east)));
    }
}
