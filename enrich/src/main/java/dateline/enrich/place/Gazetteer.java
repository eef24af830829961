package dateline.enrich.place;

import com.ibm.icu.util.ULocale;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wire.Place;

/** The places of the world by name: the file that {@link GazetteerBuilder} made, and over it our own lists. */
public final class Gazetteer {
    static final int NONE = -1;
    /** How near a county or a part of a city lies to what it is in, in kilometres. */
    private static final double NEAR = 90;

    private static final String FILE = "gazetteer.bin";
    private static final String ENGLISH = "en";
    private static final Set<String> LANGUAGES = Set.of(
            "en", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
            "ta", "th", "tr", "uk", "ur", "vi", "zh");
    private static final int[] NOTHING = {};

    private final PlaceTable places;
    private final NameIndex names;
    private final Map<String, Integer> countries = new HashMap<>();
    private final Map<String, Integer> states = new HashMap<>();
    private final KeyTable<int[]> listed = new KeyTable<>();
    private final KeyTable<int[]> abbreviations = new KeyTable<>();
    private final Map<Integer, List<String>> across = new HashMap<>();
    private final Map<String, Map<Long, Integer>> countriesByLanguage = new ConcurrentHashMap<>();

    /** The gazetteer that ships with the program. */
    public Gazetteer() {
        this(read(shipped()));
    }

    /** @param file what {@code dateline gazetteer build} wrote; null for what ships with the program */
    public Gazetteer(@Nullable Path file) {
        this(read(file == null ? shipped() : opened(file)));
    }

    private Gazetteer(GazetteerFile file) {
        places = file.places();
        names = file.names();
        for (int place = 0; place < places.count(); place++) {
            switch (places.kind(place)) {
                case COUNTRY -> countries.put(places.area(place), place);
                case STATE -> states.put(places.area(place), place);
                default -> {}
            }
        }
        listCountries();
        listPlaces();
        // Our own list has the English names.
        countriesByLanguage.put(ENGLISH, Map.of());
    }

    private static InputStream shipped() {
        InputStream in = Gazetteer.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException(FILE + " is missing from the program");
        }
        return in;
    }

    private static InputStream opened(Path file) {
        try {
            return new BufferedInputStream(Files.newInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the gazetteer %s cannot be read".formatted(file), e);
        }
    }

    private static GazetteerFile read(InputStream file) {
        try (file) {
            return GazetteerFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the gazetteer cannot be read: " + e.getMessage(), e);
        }
    }

    private void listCountries() {
        for (String line : Resource.lines("countries.tsv")) {
            String[] columns = line.split("\t", -1);
            String code = columns[0];
            String name = columns[1];
            double lat = Double.parseDouble(columns[2]);
            double lon = Double.parseDouble(columns[3]);
            int place = countries.computeIfAbsent(code, c -> places.add(0, name, lat, lon, 0, c, Kind.COUNTRY, 0));
            places.move(place, lat, lon);
            list(name, place);
            Resource.names(columns[4]).forEach(other -> list(other, place));
        }
    }

    private void listPlaces() {
        for (String line : Resource.lines("places.tsv")) {
            String[] columns = line.split("\t", -1);
            Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
            List<String> within = columns[1].equals("-") ? List.of() : List.of(columns[1].split(",", -1));
            double lat = Double.parseDouble(columns[2]);
            double lon = Double.parseDouble(columns[3]);
            List<String> called = Resource.names(columns[4]);
            int place = known(kind, within, called, lat, lon);
            if (place == NONE) {
                String area = within.size() == 1 ? within.getFirst() : "";
                place = places.add(0, called.getFirst(), lat, lon, 0, area, kind, 0);
            } else if (kind == Kind.STATE) {
                places.move(place, lat, lon);
            }
            if (within.size() > 1) {
                across.put(place, within);
            }
            for (String name : called) {
                list(name, place);
            }
            for (String abbreviation : columns.length > 5 ? Resource.names(columns[5]) : List.<String>of()) {
                list(abbreviations, abbreviation, place);
            }
        }
    }

    /** A listed place that the file has too, and under the same number at GeoNames. */
    private int known(Kind kind, List<String> within, List<String> called, double lat, double lon) {
        if (within.size() != 1) {
            return NONE;
        }
        if (kind == Kind.STATE) {
            return within.getFirst().length() == 2
                    ? countries.getOrDefault(within.getFirst(), NONE)
                    : states.getOrDefault(within.getFirst(), NONE);
        }
        int best = NONE;
        if (kind == Kind.CITY) {
            for (String name : called) {
                for (int value : named(Keys.of(name))) {
                    int place = value >> 2;
                    if (places.kind(place).isTown()
                            && within.getFirst().equals(places.country(place))
                            && PlaceTable.distance(lat, lon, places.lat(place), places.lon(place)) < NEAR
                            && (best == NONE || places.population(place) > places.population(best))) {
                        best = place;
                    }
                }
            }
        }
        return best;
    }

    private void list(String name, int place) {
        list(listed, name, place);
    }

    private static void list(KeyTable<int[]> table, String name, int place) {
        long key = Keys.of(name);
        int[] known = table.get(key);
        int[] more = {(place << 2) | 2};
        table.put(key, known == null ? more : joined(known, more));
    }

    private static int[] joined(int[] some, int[] more) {
        if (Arrays.stream(some).anyMatch(value -> value == more[0])) {
            return some;
        }
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more[0];
        return all;
    }

    PlaceTable places() {
        return places;
    }

    /**
     * The places of a name: each place's number, and two bits at its end. The first says that our own list has it under this name,
     * the second that it is a by-name.
     */
    int[] named(long key) {
        int[] own = orNothing(listed.get(key));
        int at = names.find(key);
        if (at < 0) {
            return own;
        }
        int end = at;
        while (end < names.size() && names.key(end) == key) {
            end++;
        }
        int[] all = Arrays.copyOf(own, own.length + end - at);
        int count = own.length;
        for (int i = at; i < end; i++) {
            int value = names.value(i);
            int place = value >> 1;
            boolean again = false;
            for (int known : own) {
                again |= known >> 2 == place;
            }
            if (!again) {
                all[count++] = (place << 2) | (value & 1);
            }
        }
        return count == all.length ? all : Arrays.copyOf(all, count);
    }

    /** Adds the keys of all names, abbreviations among them. */
    void addKeys(KeyFilter filter) {
        for (int i = 0; i < names.size(); i++) {
            filter.add(names.key(i));
        }
        listed.keys(filter::add);
        abbreviations.keys(filter::add);
    }

    int size() {
        return names.size() + listed.size() + abbreviations.size();
    }

    /** States by the abbreviations that stand behind a town and a comma: Ohio by OH. */
    int[] abbreviated(long key) {
        return orNothing(abbreviations.get(key));
    }

    private static int[] orNothing(int @Nullable [] values) {
        return values == null ? NOTHING : values;
    }

    /** The countries by their names in a language, besides the English ones. */
    Map<Long, Integer> countriesIn(@Nullable String language) {
        String own = language == null || language.equals(ENGLISH) ? ENGLISH : spoken(language);
        return countriesByLanguage.computeIfAbsent(LANGUAGES.contains(own) ? own : ENGLISH, this::countryNames);
    }

    private static String spoken(String tag) {
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        return tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private Map<Long, Integer> countryNames(String language) {
        Map<Long, Integer> byName = new HashMap<>();
        var spoken = new ULocale(language);
        countries.forEach((code, place) -> {
            String name = new ULocale("und", code).getDisplayCountry(spoken);
            if (!name.equals(code)) {
                byName.put(Keys.of(name), place);
            }
        });
        return byName;
    }

    /** The place of a country; {@link #NONE} if there is no such code. */
    int countryOf(String code) {
        return countries.getOrDefault(code, NONE);
    }

    /** The countries that a place lies in: one for most, none on the high seas. */
    List<String> countriesOf(int place) {
        List<String> several = across.get(place);
        if (several != null) {
            return several;
        }
        String country = places.country(place);
        return country == null ? List.of() : List.of(country);
    }

    /** Whether one place lies in the other, as far as their codes and where they are tell. */
    boolean contains(int outer, int inner) {
        if (outer == inner) {
            return false;
        }
        return switch (places.kind(outer)) {
            case COUNTRY ->
                places.kind(inner) != Kind.COUNTRY
                        && (places.countryNumber(inner) == places.countryNumber(outer)
                                || (places.countryNumber(inner) < 0
                                        && countriesOf(inner).contains(places.area(outer))));
            case STATE -> isInState(outer, inner);
            case COUNTY ->
                places.kind(inner).isTown()
                        && places.areaNumber(outer) == places.areaNumber(inner)
                        && places.distance(outer, inner) < NEAR;
            case CAPITAL, CITY -> places.kind(inner) == Kind.QUARTER && places.distance(outer, inner) < NEAR / 2;
            case AREA, ISLAND ->
                places.kind(inner).isTown()
                        && places.distance(outer, inner) < NEAR * 4
                        && places.countryNumber(inner) >= 0
                        && countriesOf(outer).contains(places.country(inner));
            case QUARTER, SEA, LAKE, RIVER, MOUNTAIN, DESERT -> false;
        };
    }

    private boolean isInState(int state, int inner) {
        boolean sameArea = places.areaNumber(state) == places.areaNumber(inner);
        // Where no state of a country is known by its code, a part of it that we list holds what the whole holds.
        return sameArea
                && (places.isInState(state)
                        ? places.kind(inner) != Kind.STATE
                        : places.kind(inner).isTown());
    }

    /** What a story's tags say of a place. */
    Place asPlace(int place) {
        int id = places.geonameId(place);
        List<String> within = countriesOf(place);
        return new Place(
                places.name(place),
                within.size() == 1 ? within.getFirst() : null,
                id == 0 ? null : (long) id,
                places.lat(place),
                places.lon(place));
    }

    /** The code of a country by its English name or alias, in any case; null if none is called that. */
    public @Nullable String country(String name) {
        for (long key : new long[] {Keys.of(name), Keys.of(name.toUpperCase(Locale.ROOT))}) {
            for (int value : orNothing(listed.get(key))) {
                if (places.kind(value >> 2) == Kind.COUNTRY) {
                    return places.area(value >> 2);
                }
            }
        }
        return null;
    }

    /**
     * The place of that name that is most likely meant.
     *
     * @param name as filed, in any case
     * @param within the country, state or the like that stands beside it; null if none does
     * @return null if there is none of that name, unless a country beside it says at least where to look
     */
    public @Nullable Place place(String name, @Nullable String within) {
        int place = number(name, within);
        if (place != NONE) {
            return asPlace(place);
        }
        String country = within == null ? null : country(within);
        return country == null
                ? null
                : Place.newBuilder().setName(name).setCountry(country).build();
    }

    /** The number of that place; {@link #NONE} if there is none, or none within. */
    int number(String name, @Nullable String within) {
        int[] outers = within == null ? NOTHING : outers(within);
        int best = NONE;
        double most = Double.NEGATIVE_INFINITY;
        for (int value : any(name)) {
            int place = value >> 2;
            boolean inside = outers.length == 0;
            for (int outer : outers) {
                inside |= contains(outer >> 2, place);
            }
            double prior = Priors.of(places, value);
            if (inside && prior > most) {
                best = place;
                most = prior;
            }
        }
        return best == NONE && outers.length > 0 && country(within == null ? "" : within) == null
                ? number(name, null)
                : best;
    }

    private int[] outers(String within) {
        long key = Keys.of(within);
        int[] short_ = abbreviated(key);
        return short_.length > 0 ? short_ : any(within);
    }

    /** By the name as it stands; names in capitals may be acronyms or written so, and a dateline's are. */
    private int[] any(String name) {
        int[] found = named(Keys.of(name));
        return found.length > 0 || !Keys.isExact(name) ? found : named(Keys.of(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether a place of that name is known, in any case. */
    public boolean knows(String name) {
        return any(name).length > 0 || abbreviated(Keys.of(name)).length > 0 || country(name) != null;
    }
}
