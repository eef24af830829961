package dateline.enrich.place;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds a gazetteer file of the lists in a folder. The same lists give the same bytes. */
public final class GazetteerBuilder {
    /** Under its by-names a place is sought only if it is as large as this; those of villages are too often something else. */
    private static final int LARGE = 15_000;
    /** The same for names in other scripts, which take more room. */
    private static final int LARGER = 50_000;

    private static final int SHORTEST_BY_NAME = 4;
    private static final int LONGEST_NAME = 60;
    private static final Pattern DIVISION = Pattern.compile(
            "(?i)^(?:provincia de |departamento de |muhafazat |city state |state of |republic of |province of )|"
                    + "(?: (?:county|province|state|region|oblast|governorate|district|department|prefecture|municipality"
                    + "|kra[iy]|republic|city|regency))?[’']?$");

    private final PlaceTable places = new PlaceTable(1 << 16);
    private final NameIndex.Builder names = new NameIndex.Builder();
    private final Map<Long, Integer> mostPeople = new HashMap<>();
    private final Set<String> words = Set.copyOf(Resource.lines("common-words.txt"));

    /**
     * What a place in a list is.
     *
     * @param area the country, or the code of the first-order division
     * @param names its own first, then the same in plain letters
     * @param byNames what else it is called, in any language
     */
    record Row(
            int geonameId,
            Kind kind,
            String area,
            double lat,
            double lon,
            int population,
            List<String> names,
            List<String> byNames) {}

    private GazetteerBuilder() {}

    /**
     * Reads the lists and writes the file.
     *
     * @param lists a folder of GeoNames' own dumps, or of the tables described in docs/places.md
     * @param file where to write to
     * @param fewest how many people a town must have to be taken from a list that has all of them
     * @return what was written, for people
     * @throws IOException if the folder holds no such lists, or they cannot be read
     */
    public static String build(Path lists, Path file, int fewest) throws IOException {
        List<Row> rows = GeoNamesDump.isIn(lists) ? GeoNamesDump.rows(lists, fewest) : GazetteerTables.rows(lists);
        if (rows.isEmpty()) {
            throw new IOException("%s holds no lists of places".formatted(lists));
        }
        var builder = new GazetteerBuilder();
        rows.forEach(builder::weigh);
        rows.forEach(builder::add);
        var built = new GazetteerFile(builder.places, builder.names.build());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            built.write(out);
        }
        return "%,d places under %,d names, %,d bytes"
                .formatted(built.places().count(), built.names().size(), Files.size(file));
    }

    /** A by-name of a town must not stand in the way of a larger place that is really called so. */
    private void weigh(Row row) {
        mostPeople.merge(Keys.of(row.names().getFirst()), row.population(), Math::max);
    }

    private void add(Row row) {
        String name = row.names().getFirst();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return;
        }
        int place = places.add(
                row.geonameId(),
                name,
                row.lat(),
                row.lon(),
                row.population(),
                row.area(),
                row.kind(),
                row.byNames().size());
        Set<Long> own = new LinkedHashSet<>();
        Set<Long> shorter = new LinkedHashSet<>();
        for (String each : row.names()) {
            variants(each).forEach(variant -> own.add(Keys.of(variant)));
            shortened(each, row.kind(), row.population()).ifPresent(plain -> shorter.add(Keys.of(plain)));
        }
        own.forEach(key -> names.add(key, place, false));
        shorter.stream().filter(key -> !own.contains(key)).forEach(key -> names.add(key, place, true));
        for (String each : row.byNames()) {
            long key = Keys.of(each);
            if (isByName(each, row, key)) {
                names.add(key, place, true);
            }
        }
    }

    /** Lofa County is Lofa, but a small county that is called like its town must say what it is. */
    private static Optional<String> shortened(String name, Kind kind, int population) {
        boolean isLarge = kind == Kind.STATE || (kind == Kind.COUNTY && population >= LARGER);
        return Optional.of(DIVISION.matcher(name).replaceAll(""))
                .filter(plain -> isLarge && !plain.isBlank() && !plain.equals(name));
    }

    /** Saint Louis is St. Louis. */
    private static List<String> variants(String name) {
        List<String> variants = new ArrayList<>(List.of(name));
        if (name.startsWith("Saint ")) {
            variants.add("St " + name.substring("Saint ".length()));
        } else if (name.startsWith("St. ")) {
            variants.add("Saint " + name.substring("St. ".length()));
        } else if (name.startsWith("Fort ")) {
            variants.add("Ft " + name.substring("Fort ".length()));
        } else if (name.startsWith("Mount ")) {
            variants.add("Mt " + name.substring("Mount ".length()));
        }
        return variants;
    }

    private boolean isByName(String name, Row row, long key) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.codePoints().allMatch(GazetteerBuilder::isOfName)) {
            return false;
        }
        boolean latin = Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.LATIN;
        if (row.kind() != Kind.CAPITAL && row.population() < (latin ? LARGE : LARGER)) {
            return false;
        }
        return latin
                ? name.length() >= SHORTEST_BY_NAME
                        && Character.isUpperCase(name.charAt(0))
                        && !name.equals(name.toUpperCase(Locale.ROOT))
                        && !words.contains(name.toLowerCase(Locale.ROOT))
                        && mostPeople.getOrDefault(key, 0) * 4L < row.population()
                : name.length() > 1;
    }

    private static boolean isOfName(int c) {
        return Character.isLetter(c)
                || c == ' '
                || c == '.'
                || c == '-'
                || c == '\''
                || c == '’'
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
