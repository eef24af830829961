package dateline.enrich.place;

import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wire.Place;

/** Countries and the larger cities of the world, by name. */
public final class Gazetteer {
    /** A city, and how many people live there. */
    record City(Place place, long population, boolean capital, List<String> names) {}

    private final List<City> cities = new ArrayList<>();
    private final Map<String, Place> capitals = new HashMap<>();
    private final Map<String, List<City>> byName = new HashMap<>();
    private final Map<String, Place> countries = new HashMap<>();
    private final Map<String, String> countryByName = new HashMap<>();

    public Gazetteer() {
        Resource.lines("cities.tsv.gz").forEach(this::addCity);
        for (String code : ULocale.getISOCountries()) {
            addCountry(code);
        }
        addCountry("XK");
        for (String line : Resource.lines("names.tsv")) {
            String[] columns = line.split("\t", -1);
            Resource.names(columns[1]).forEach(name -> countryByName.put(key(name), columns[0]));
        }
    }

    List<City> cities() {
        return cities;
    }

    /** Countries by their ISO 3166-1 alpha-2 codes, each where its capital is. */
    Map<String, Place> countries() {
        return countries;
    }

    /** The code of a country by its English name or alias, in any case; null if none is called that. */
    public @Nullable String country(String name) {
        return countryByName.get(key(name));
    }

    /**
     * The place of that name that is most likely meant.
     *
     * @param name as filed, in any case
     * @param within the country, state or the like that stands beside it; null if none does
     * @return null if there is none of that name, unless a country beside it says at least where to look
     */
    public @Nullable Place place(String name, @Nullable String within) {
        String country = within == null ? null : country(within);
        List<City> named = byName.getOrDefault(key(name), List.of());
        for (City city : named) {
            if (country == null || country.equals(city.place().getCountry())) {
                return city.place();
            }
        }
        if (country != null) {
            return Place.newBuilder().setName(name).setCountry(country).build();
        }
        String itself = country(name);
        return itself == null ? null : countries.get(itself);
    }

    /** Whether a city or country of that name is known, in any case. */
    public boolean knows(String name) {
        String key = key(name);
        return byName.containsKey(key) || countryByName.containsKey(key);
    }

    private void addCity(String line) {
        String[] columns = line.split("\t", -1);
        List<String> names = Resource.names(columns[6]);
        // Thousands of these at each start, which builders would make longer.
        var place = new Place(
                names.getFirst(),
                columns[1],
                Long.valueOf(columns[0]),
                Double.valueOf(columns[2]),
                Double.valueOf(columns[3]));
        var city = new City(place, Long.parseLong(columns[4]), columns[5].equals("C"), names);
        cities.add(city);
        if (city.capital()) {
            capitals.putIfAbsent(columns[1], place);
        }
        for (String name : names) {
            List<City> same = byName.computeIfAbsent(key(name), k -> new ArrayList<>(1));
            // The file lists the largest first; a city's own name outranks another's by-name, and so does a capital.
            if (city.capital() && name.equals(names.getFirst())) {
                same.addFirst(city);
            } else {
                same.add(city);
            }
        }
    }

    private void addCountry(String code) {
        String name = new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH);
        Place capital = capitals.get(code);
        Place.Builder country = Place.newBuilder().setName(name).setCountry(code);
        if (capital != null) {
            country.setLat(capital.getLat()).setLon(capital.getLon());
        }
        countries.put(code, country.build());
        countryByName.put(key(name), code);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    }
}
