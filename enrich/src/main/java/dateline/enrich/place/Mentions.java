package dateline.enrich.place;

import com.ibm.icu.util.ULocale;
import dateline.enrich.place.Lexicon.Found;
import dateline.enrich.place.Term.Country;
import dateline.enrich.place.Term.Demonym;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wire.Place;

/** Finds names of countries, their people, capitals and large cities, regions and well-known bodies in one pass over a text. */
public final class Mentions {
    private static final int LARGE_CITY = 1_000_000;
    private static final String ENGLISH = "en";
    private static final Set<String> LANGUAGES = Set.of(
            "en", "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "lv", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
            "ta", "th", "tr", "uk", "ur", "vi", "zh");
    /** Names of people, states or things as well: taken for the country only where nothing speaks against it. */
    private static final Set<String> TWO_FACED = Set.of(
            "jordan",
            "chad",
            "georgia",
            "israel",
            "kenya",
            "india",
            "turkey",
            "guinea",
            "mali",
            "malta",
            "cuba",
            "america",
            "washington",
            "london",
            "paris",
            "lima",
            "victoria",
            "santiago",
            "wellington",
            "sofia",
            "male",
            "nice",
            "georgetown",
            "kingston",
            "hamilton",
            "stanley",
            "montana",
            "virginia",
            "dakota",
            "indiana",
            "jersey",
            "man",
            "holland",
            "ireland",
            "england",
            "wales",
            "valencia",
            "san jose",
            "austin",
            "houston",
            "dallas",
            "jackson",
            "phoenix",
            "berlin",
            "roma");

    private static final Set<String> SPEECH = Set.of(
            "said", "says", "told", "added", "tweeted", "smiled", "laughed", "recalled", "shrugged", "scored", "joked");
    /** Cities that are words or first names oftener than cities, and those that share a name with a country. */
    private static final Set<String> NO_CITY = Set.of(
            "male",
            "nice",
            "bern",
            "victoria",
            "stanley",
            "hamilton",
            "douglas",
            "kingston",
            "the valley",
            "santa cruz",
            "leon",
            "san jose",
            "santiago",
            "george town",
            "georgetown",
            "plymouth",
            "jamestown",
            "adamstown",
            "gustavia",
            "roseau",
            "same",
            "praia",
            "marigot",
            "salvador",
            "florida",
            "cordoba",
            "valencia",
            "sucre",
            "most",
            "of",
            "surat",
            "mexico",
            "panama",
            "guatemala",
            "davao",
            "luxembourg",
            "singapore",
            "monaco",
            "gibraltar",
            "djibouti",
            "san marino",
            "hong kong",
            "macau",
            "phoenix",
            "austin",
            "dallas",
            "houston",
            "la paz",
            "alexandria",
            "perth",
            "hyderabad",
            "union",
            "barcelona");

    private final Gazetteer gazetteer;
    private final Regions regions;
    private final Map<String, Lexicon> byLanguage = new ConcurrentHashMap<>();

    public Mentions(Gazetteer gazetteer, Regions regions) {
        this.gazetteer = gazetteer;
        this.regions = regions;
        // Most copy needs it, and the first of the day should not wait for it.
        byLanguage.put(ENGLISH, compiled(ENGLISH));
    }

    /**
     * The names in a text, in its order, none within another.
     *
     * @param language BCP 47; names are looked for in it and in English
     */
    public List<Mention> in(String text, @Nullable String language) {
        Lexicon lexicon = lexicon(language);
        var words = new Words(text);
        List<Mention> mentions = new ArrayList<>();
        int i = 0;
        while (i < words.count()) {
            Found found = isCandidate(text, words, i) ? lexicon.at(words, i) : null;
            if (found == null) {
                i++;
                continue;
            }
            int last = i + found.words() - 1;
            if (!(found.term() instanceof Term.NoPlace) && !isSomeoneElse(words, i, last)) {
                mentions.add(new Mention(words.start(i), words.end(last), meant(found.term(), text)));
            }
            i = last + 1;
        }
        return mentions;
    }

    /** Names begin with a capital, where the script has any; only the animals of the no-places do not. */
    private static boolean isCandidate(String text, Words words, int word) {
        char first = text.charAt(words.start(word));
        return (!Character.isLowerCase(first) && !Character.isDigit(first))
                || text.startsWith("guinea", words.start(word));
    }

    /** "Michael Jordan", "Jordan Smith", "Jordan said": a name of two faces that shows the wrong one. */
    private static boolean isSomeoneElse(Words words, int first, int last) {
        if (first != last || !TWO_FACED.contains(words.word(first).toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean allCaps = isAllCaps(words.word(first));
        if (last + 1 < words.count() && words.joinsNext(last) && !allCaps) {
            String next = words.word(last + 1);
            if (SPEECH.contains(next)) {
                return true;
            }
            if (next.equals("s") || isAllCaps(next)) {
                return false;
            }
            if (words.isCapitalised(last + 1) && !INSTITUTIONS.contains(next) && !DAYS.contains(next)) {
                return true;
            }
        }
        return first > 0
                && !allCaps
                && words.joinsNext(first - 1)
                && words.isCapitalised(first - 1)
                && words.word(first - 1).length() > 2
                && !BEFORE_A_PLACE.contains(words.word(first - 1))
                && !DAYS.contains(words.word(first - 1));
    }

    private static final Set<String> DAYS =
            Set.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final Set<String> INSTITUTIONS = Set.of(
            "President",
            "Prime",
            "King",
            "Queen",
            "Foreign",
            "Army",
            "Police",
            "Supreme",
            "Parliament",
            "Valley",
            "River",
            "Airport",
            "On",
            "And",
            "Says",
            "To",
            "In",
            "For",
            "With",
            "After",
            "As",
            "Is",
            "Has",
            "Will",
            "Over",
            "Minister",
            "Government",
            "State",
            "International",
            "National");
    private static final Set<String> BEFORE_A_PLACE = Set.of(
            "The",
            "From",
            "And",
            "For",
            "With",
            "Near",
            "Both",
            "When",
            "While",
            "But",
            "Southern",
            "Northern",
            "Eastern",
            "Western",
            "Central",
            "South",
            "North",
            "East",
            "West",
            "Between",
            "After",
            "Since",
            "Across",
            "Against",
            "Why",
            "How",
            "Like",
            "Outside",
            "Inside",
            "Also",
            "Greater",
            "Says",
            "Downtown",
            "Meanwhile",
            "Today",
            "That",
            "Where");

    /** Georgia the state is told from Georgia the country by its capital. */
    private Term meant(Term term, String text) {
        return term instanceof Country(var place) && "GE".equals(place.getCountry()) && text.contains("Atlanta")
                ? new Country(gazetteer.countries().getOrDefault("US", place))
                : term;
    }

    private static boolean isAllCaps(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private Lexicon lexicon(@Nullable String language) {
        String own = language == null ? ENGLISH : language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return byLanguage.computeIfAbsent(LANGUAGES.contains(own) ? own : ENGLISH, this::compiled);
    }

    private Lexicon compiled(String language) {
        var lexicon = new Lexicon();
        Resource.lines("not-places.txt").forEach(name -> lexicon.add(name, new Term.NoPlace()));
        var body = new Term.Body();
        Map<String, List<String>> areas = regions.byName();
        Resource.lines("organisations.tsv").stream()
                .flatMap(line -> Resource.names(line).stream())
                .forEach(name ->
                        lexicon.add(name, areas.containsKey(name) ? new Term.Area(areas.get(name), body) : body));
        areas.forEach((name, slugs) -> lexicon.add(name, new Term.Area(slugs, null)));
        for (String line : Resource.lines("names.tsv")) {
            String[] columns = line.split("\t", -1);
            Place country = gazetteer.countries().get(columns[0]);
            if (country != null) {
                Resource.names(columns[1]).forEach(name -> lexicon.add(name, new Country(country)));
            }
            Resource.names(columns[2]).forEach(name -> lexicon.add(name, new Demonym(columns[0])));
        }
        gazetteer.countries().forEach((code, country) -> {
            lexicon.add(country.getName(), new Country(country));
            lexicon.add(new ULocale("und", code).getDisplayCountry(new ULocale(language)), new Country(country));
        });
        for (Gazetteer.City city : gazetteer.cities()) {
            if (city.capital() || city.population() >= LARGE_CITY) {
                names(city).forEach(name -> lexicon.add(name, new Term.City(city.place(), city.capital())));
            }
        }
        return lexicon;
    }

    private static List<String> names(Gazetteer.City city) {
        // By-names serve the dateline, where a place is expected; in running text they are too often something else.
        return city.names().stream()
                .limit(2)
                .filter(name -> name.length() > 3 && !NO_CITY.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
