package dateline.enrich.place;

import dateline.enrich.place.GazetteerBuilder.Row;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The tables that the gazetteer which ships is built of: GeoNames, the US Census and Natural Earth, with a header line each. */
final class GazetteerTables {
    /** What a place of the US Census is taken to have, since that list does not count people. */
    private static final int TOWN = 1_500;

    private static final int SETTLEMENT = 400;

    private final Path folder;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> townsOfStates = new HashSet<>();

    private GazetteerTables(Path folder) {
        this.folder = folder;
    }

    static List<Row> rows(Path folder) throws IOException {
        var tables = new GazetteerTables(folder);
        try {
            tables.readAll();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return tables.rows;
    }

    private void readAll() {
        Map<String, Integer> countyIds = new HashMap<>();
        each("countryInfo", row -> rows.add(GeoNamesDump.country(row)));
        each("admin1", row -> division(row, Kind.STATE));
        each("admin2", row -> {
            if (row[0].startsWith("US.")) {
                countyIds.put(row[0], Integer.parseInt(row[3]));
            } else {
                division(row, Kind.COUNTY);
            }
        });
        each("us_counties", row -> county(row, countyIds));
        each("cities", this::city);
        each("us_places", this::town);
        each("seas", this::sea);
    }

    private void each(String table, Consumer<String[]> row) {
        Path file = folder.resolve(table + ".tsv.gz");
        if (!Files.exists(file)) {
            file = folder.resolve(table + ".tsv");
        }
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                var reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split("\t", -1)).forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** code name asciiname geonameid lat lon citypop; without a known city in it nobody says where it is. */
    private void division(String[] row, Kind kind) {
        if (row[4].isEmpty()) {
            return;
        }
        String[] code = row[0].split("\\.", -1);
        rows.add(new Row(
                Integer.parseInt(row[3]),
                kind,
                code[0] + '.' + code[1],
                Double.parseDouble(row[4]),
                Double.parseDouble(row[5]),
                row[6].isEmpty() ? 0 : (int) Double.parseDouble(row[6]),
                List.of(row[1], row[2]),
                List.of()));
    }

    /** state geoid name lat lon */
    private void county(String[] row, Map<String, Integer> ids) {
        String state = "US." + row[0];
        rows.add(new Row(
                ids.getOrDefault(state + '.' + row[1].substring(2), 0),
                Kind.COUNTY,
                state,
                Double.parseDouble(row[3]),
                Double.parseDouble(row[4]),
                0,
                List.of(row[2]),
                List.of()));
    }

    /** geonameid name asciiname lat lon fcode country admin1 admin2 population timezone vintage alternatenames */
    private void city(String[] row) {
        Kind kind = GeoNamesDump.town(row[5]);
        if (kind == null) {
            return;
        }
        String area = GeoNamesDump.area(row[6], row[7]);
        townsOfStates.add(area + '/' + Keys.of(row[1]));
        rows.add(new Row(
                Integer.parseInt(row[0]),
                kind,
                area,
                Double.parseDouble(row[3]),
                Double.parseDouble(row[4]),
                Integer.parseInt(row[9]),
                List.of(row[1], row[2]),
                row[12].isEmpty() ? List.of() : List.of(row[12].split(",", -1))));
    }

    /** state geoid name kind lat lon land_sqmi */
    private void town(String[] row) {
        String state = "US." + row[0];
        if (townsOfStates.add(state + '/' + Keys.of(row[2]))) {
            rows.add(new Row(
                    0,
                    Kind.CITY,
                    state,
                    Double.parseDouble(row[4]),
                    Double.parseDouble(row[5]),
                    row[3].equals("CDP") ? SETTLEMENT : TOWN,
                    List.of(row[2]),
                    List.of()));
        }
    }

    /** name featurecla scalerank wikidata bounding-box(4) lat lon; those that Natural Earth leaves without a name are no use. */
    private void sea(String[] row) {
        String name = row[0].replaceAll("\\s+", " ").strip();
        if (!name.isEmpty() && !row[1].equals("ocean") && !row[1].equals("river")) {
            rows.add(new Row(
                    0,
                    Kind.SEA,
                    "",
                    Double.parseDouble(row[8]),
                    Double.parseDouble(row[9]),
                    0,
                    List.of(name),
                    List.of()));
        }
    }
}
