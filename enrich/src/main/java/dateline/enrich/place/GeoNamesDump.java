package dateline.enrich.place;

import dateline.enrich.place.GazetteerBuilder.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GeoNames' own dump files, as https://download.geonames.org/export/dump has them: places in the columns of allCountries.txt, whole
 * or as one of cities500.txt to cities15000.txt, with countryInfo.txt and, where they are there, admin1CodesASCII.txt and
 * alternateNamesV2.txt.
 */
final class GeoNamesDump {
    private static final List<String> PLACES =
            List.of("allCountries.txt", "cities500.txt", "cities1000.txt", "cities5000.txt", "cities15000.txt");
    /** Names in these are no names: codes and addresses. */
    private static final Set<String> NO_LANGUAGES =
            Set.of("link", "post", "iata", "icao", "faac", "wkdt", "unlc", "tcid", "phon", "piny", "fr_1793");

    private static final Set<String> SEAS =
            Set.of("SEA", "OCN", "BAY", "BAYS", "GULF", "STRT", "CHN", "CHNM", "FJD", "SD");
    private static final Set<String> RIVERS = Set.of("STM", "STMS", "CNL", "CNLN");
    private static final Set<String> ISLANDS = Set.of("ISL", "ISLS", "ATOL", "PEN");
    private static final Set<String> MOUNTAINS = Set.of("MT", "MTS", "VLC", "PK", "PASS");

    private GeoNamesDump() {}

    static boolean isIn(Path folder) {
        return PLACES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    static List<Row> rows(Path folder, int fewest) throws IOException {
        Path places = PLACES.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        Map<String, String> divisions = divisions(folder);
        Path countries = folder.resolve("countryInfo.txt");
        if (!Files.exists(countries)) {
            throw new IOException("countryInfo.txt is missing beside " + places.getFileName());
        }
        try (Stream<String> lines = lines(countries)) {
            lines.filter(line -> !line.startsWith("#") && !line.startsWith("ISO\t"))
                    .map(line -> country(line.split("\t", -1)))
                    .forEach(rows::add);
        }
        Map<Integer, Row> byId = new HashMap<>();
        try (Stream<String> lines = lines(places)) {
            lines.map(line -> line.split("\t", -1))
                    .map(columns -> row(columns, fewest))
                    .filter(row -> row != null)
                    .forEach(row -> byId.put(row.geonameId(), row));
        }
        divisions.forEach((id, name) -> {
            Row row = byId.get(Integer.valueOf(id));
            if (row != null) {
                row.byNames().add(name);
            }
        });
        Path alternates = folder.resolve("alternateNamesV2.txt");
        if (Files.exists(alternates)) {
            try (Stream<String> lines = lines(alternates)) {
                lines.forEach(line -> alternate(line.split("\t", -1), byId));
            }
        }
        byId.values().stream()
                .sorted((a, b) -> Integer.compare(a.geonameId(), b.geonameId()))
                .forEach(rows::add);
        return rows;
    }

    /** UTF-8, but a byte amiss in one of millions of lines is to stop nobody. */
    private static Stream<String> lines(Path file) throws IOException {
        var reader =
                new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        return reader.lines().onClose(() -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Map<String, String> divisions(Path folder) throws IOException {
        Map<String, String> divisions = new HashMap<>();
        Path file = folder.resolve("admin1CodesASCII.txt");
        if (Files.exists(file)) {
            try (Stream<String> lines = lines(file)) {
                lines.map(line -> line.split("\t", -1))
                        .filter(columns -> columns.length > 3)
                        .forEach(columns -> divisions.put(columns[3], columns[1]));
            }
        }
        return divisions;
    }

    /** A line of countryInfo.txt. Where a country lies, our own list says. */
    static Row country(String[] columns) {
        return new Row(
                columns[16].isEmpty() ? 0 : Integer.parseInt(columns[16]),
                Kind.COUNTRY,
                columns[0],
                0,
                0,
                (int) Math.min(Integer.MAX_VALUE, Long.parseLong(columns[7])),
                List.of(columns[4]),
                List.of());
    }

    /** A line of allCountries.txt; null if nobody would name it in a story. */
    private static @Nullable Row row(String[] columns, int fewest) {
        if (columns.length < 15) {
            return null;
        }
        Kind kind = kind(columns[6], columns[7]);
        int population = (int) Math.min(Integer.MAX_VALUE, Long.parseLong(columns[14]));
        if (kind == null || (kind.isTown() && kind != Kind.CAPITAL && population < fewest)) {
            return null;
        }
        boolean high = kind == Kind.SEA;
        return new Row(
                Integer.parseInt(columns[0]),
                kind,
                high ? "" : area(columns[8], columns[10]),
                Double.parseDouble(columns[4]),
                Double.parseDouble(columns[5]),
                population,
                List.of(columns[1], columns[2]),
                new ArrayList<>(columns[3].isEmpty() ? List.of() : List.of(columns[3].split(",", -1))));
    }

    /** alternateNameId geonameid isolanguage name isPreferred isShort isColloquial isHistoric from to */
    private static void alternate(String[] columns, Map<Integer, Row> byId) {
        if (columns.length > 3 && !NO_LANGUAGES.contains(columns[2])) {
            Row row = byId.get(Integer.valueOf(columns[1]));
            if (row != null && !row.byNames().contains(columns[3])) {
                row.byNames().add(columns[3]);
            }
        }
    }

    private static @Nullable Kind kind(String featureClass, String code) {
        return switch (featureClass) {
            case "P" -> town(code);
            case "A" -> code.equals("ADM1") ? Kind.STATE : code.equals("ADM2") ? Kind.COUNTY : null;
            case "H" ->
                SEAS.contains(code)
                        ? Kind.SEA
                        : RIVERS.contains(code) ? Kind.RIVER : code.equals("LK") ? Kind.LAKE : null;
            case "T" ->
                ISLANDS.contains(code)
                        ? Kind.ISLAND
                        : MOUNTAINS.contains(code) ? Kind.MOUNTAIN : code.equals("DSRT") ? Kind.DESERT : null;
            case "L" -> code.equals("RGN") ? Kind.AREA : null;
            default -> null;
        };
    }

    /** What a populated place is by its feature code; null for those that are no more. */
    static @Nullable Kind town(String code) {
        return switch (code) {
            case "PPLC", "PPLG" -> Kind.CAPITAL;
            case "PPLX" -> Kind.QUARTER;
            case "PPLH", "PPLQ", "PPLW", "PPLCH" -> null;
            default -> Kind.CITY;
        };
    }

    static String area(String country, String division) {
        return division.isEmpty() || division.equals("00") ? country : country + '.' + division;
    }
}
