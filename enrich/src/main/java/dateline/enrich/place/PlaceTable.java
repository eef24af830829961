package dateline.enrich.place;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Places, a number each, in columns of primitives: a few bytes for each of some hundred thousands. */
final class PlaceTable {
    static final double DEGREE = 10_000;

    private int count;
    private int[] geonameIds;
    private int[] lats;
    private int[] lons;
    private int[] populations;
    private short[] areas;
    private byte[] kinds;
    private byte[] fames;
    private int[] nameEnds;
    private byte[] names;
    private final List<String> areaCodes;
    private final Map<String, Short> areaByCode = new HashMap<>();
    /** The country of each area, as a number; negative for the high seas. */
    private short[] areaCountries = new short[0];

    private final List<String> countryCodes = new ArrayList<>();
    private final Map<String, Short> countryByCode = new HashMap<>();

    /** An empty table with room for this many. */
    PlaceTable(int room) {
        this(
                0,
                new int[room],
                new int[room],
                new int[room],
                new int[room],
                new short[room],
                new byte[room],
                new byte[room],
                new int[room],
                new byte[room * 12],
                new ArrayList<>());
    }

    PlaceTable(
            int count,
            int[] geonameIds,
            int[] lats,
            int[] lons,
            int[] populations,
            short[] areas,
            byte[] kinds,
            byte[] fames,
            int[] nameEnds,
            byte[] names,
            List<String> areaCodes) {
        this.count = count;
        this.geonameIds = geonameIds;
        this.lats = lats;
        this.lons = lons;
        this.populations = populations;
        this.areas = areas;
        this.kinds = kinds;
        this.fames = fames;
        this.nameEnds = nameEnds;
        this.names = names;
        this.areaCodes = areaCodes;
        for (int i = 0; i < areaCodes.size(); i++) {
            number(areaCodes.get(i), (short) i);
        }
    }

    /**
     * Adds a place.
     *
     * @param area ISO 3166-1 alpha-2, or GeoNames' code of a first-order division such as US.CA; empty for the high seas
     * @param fame how many other names it has, a sign of how much it is written about
     * @return its number
     */
    int add(int geonameId, String name, double lat, double lon, int population, String area, Kind kind, int fame) {
        if (count == geonameIds.length) {
            grow();
        }
        geonameIds[count] = geonameId;
        lats[count] = (int) Math.round(lat * DEGREE);
        lons[count] = (int) Math.round(lon * DEGREE);
        populations[count] = population;
        areas[count] = areaByCode.computeIfAbsent(area, code -> {
            areaCodes.add(code);
            return (short) (areaCodes.size() - 1);
        });
        number(area, areas[count]);
        kinds[count] = kind.code();
        fames[count] = (byte) Math.min(fame, Byte.MAX_VALUE);
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        int start = count == 0 ? 0 : nameEnds[count - 1];
        if (start + utf8.length > names.length) {
            names = Arrays.copyOf(names, Math.max(names.length * 2, start + utf8.length));
        }
        System.arraycopy(utf8, 0, names, start, utf8.length);
        nameEnds[count] = start + utf8.length;
        return count++;
    }

    private void number(String code, short area) {
        areaByCode.put(code, area);
        if (area >= areaCountries.length) {
            areaCountries = Arrays.copyOf(areaCountries, area + 256);
        }
        areaCountries[area] = code.isEmpty()
                ? -1
                : countryByCode.computeIfAbsent(code.substring(0, 2), country -> {
                    countryCodes.add(country);
                    return (short) (countryCodes.size() - 1);
                });
    }

    private void grow() {
        int room = Math.max(1024, count + count / 2);
        geonameIds = Arrays.copyOf(geonameIds, room);
        lats = Arrays.copyOf(lats, room);
        lons = Arrays.copyOf(lons, room);
        populations = Arrays.copyOf(populations, room);
        areas = Arrays.copyOf(areas, room);
        kinds = Arrays.copyOf(kinds, room);
        fames = Arrays.copyOf(fames, room);
        nameEnds = Arrays.copyOf(nameEnds, room);
    }

    /** Puts a place where a list of our own says that it is. */
    void move(int place, double lat, double lon) {
        lats[place] = (int) Math.round(lat * DEGREE);
        lons[place] = (int) Math.round(lon * DEGREE);
    }

    int count() {
        return count;
    }

    /** Its number at GeoNames; 0 if it has none. */
    int geonameId(int place) {
        return geonameIds[place];
    }

    double lat(int place) {
        return lats[place] / DEGREE;
    }

    double lon(int place) {
        return lons[place] / DEGREE;
    }

    int latOf(int place) {
        return lats[place];
    }

    int lonOf(int place) {
        return lons[place];
    }

    /** People who live there; 0 where nobody says. */
    int population(int place) {
        return populations[place];
    }

    Kind kind(int place) {
        return Kind.of(kinds[place]);
    }

    int fame(int place) {
        return fames[place];
    }

    /** The code of the country or first-order division that it lies in. */
    String area(int place) {
        return areaCodes.get(areas[place]);
    }

    /** A number for that area: alike for places that share it. */
    short areaNumber(int place) {
        return areas[place];
    }

    List<String> areaCodes() {
        return areaCodes;
    }

    /** Whether it lies in a known first-order division. */
    boolean isInState(int place) {
        return area(place).length() > 2;
    }

    /** A number for its country: alike for places that share it, below {@link #countries()}; negative on the high seas. */
    int countryNumber(int place) {
        return areaCountries[areas[place]];
    }

    /** A country's number by its code; negative if no place is in it. */
    int countryNumber(String code) {
        return countryByCode.getOrDefault(code, (short) -1);
    }

    int countries() {
        return countryCodes.size();
    }

    /** ISO 3166-1 alpha-2; null on the high seas. */
    @Nullable
    String country(int place) {
        int number = countryNumber(place);
        return number < 0 ? null : countryCodes.get(number);
    }

    String name(int place) {
        int start = place == 0 ? 0 : nameEnds[place - 1];
        return new String(names, start, nameEnds[place] - start, StandardCharsets.UTF_8);
    }

    /** Kilometres from one to the other, good enough for neighbourhood. */
    double distance(int one, int other) {
        return distance(lat(one), lon(one), lat(other), lon(other));
    }

    static double distance(double lat1, double lon1, double lat2, double lon2) {
        double east = Math.abs(lon2 - lon1);
        double x = Math.toRadians(east > 180 ? 360 - east : east) * Math.cos(Math.toRadians((lat1 + lat2) / 2));
        double y = Math.toRadians(lat2 - lat1);
        return 6371 * Math.sqrt(x * x + y * y);
    }
}
