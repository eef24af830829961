package dateline.enrich.dateline;

import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of countries in the languages that copy is read in, and of states and provinces as datelines shorten them. */
final class Lands {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "id");

    /** Countries that are a city by that name too, so that copy is filed from them as from a city. */
    private static final Set<String> CITIES = Words.of(
            "singapore singapur singapour singapura luxembourg luxemburg monaco gibraltar djibouti panama guatemala kuwait macau macao bahrain");

    private static final Set<String> MORE_CITIES =
            Set.of("hong kong", "hongkong", "san marino", "andorra la vella", "mexico city");

    /** Those that are written short, without the stops; the United States', Canada's, Australia's. */
    private static final Set<String> STATES = Words.of(
            "ala alaska alabama ak al ariz arizona az ark arkansas ar calif cal california ca colo colorado co conn connecticut ct del delaware de dc fla florida fl ga georgia "
                    + "hawaii hi idaho id ill illinois il ind indiana in iowa ia kan kans kansas ks ky kentucky la louisiana maine me md maryland mass massachusetts ma mich michigan mi "
                    + "minn minnesota mn miss mississippi ms mo missouri mont montana mt neb nebr nebraska ne nev nevada nv nh nj nm ny nc nd ohio oh okla oklahoma ok ore oregon or "
                    + "pa penn penna pennsylvania ri sc sd tenn tennessee tn tex texas tx utah ut vt vermont va virginia wash washington wa wva wv wis wisc wisconsin wi wyo wyoming wy pr "
                    + "ont ontario que quebec québec qc bc alta alberta ab man manitoba mb sask saskatchewan sk ns nb nl nfld pei yukon nunavut "
                    + "nsw vic victoria qld queensland wau tasmania tas act nt uk usa us uae eng england scotland wales ireland spain korea russia turkey congo");

    private static final Set<String> LONG_STATES = Set.of(
            "new york",
            "new jersey",
            "new mexico",
            "new hampshire",
            "north carolina",
            "south carolina",
            "north dakota",
            "south dakota",
            "west virginia",
            "rhode island",
            "puerto rico",
            "british columbia",
            "nova scotia",
            "new brunswick",
            "prince edward island",
            "new south wales",
            "western australia",
            "south australia",
            "northern territory",
            "northern ireland",
            "south korea",
            "north korea",
            "west germany",
            "east germany",
            "soviet union",
            "the gambia",
            "the bahamas");

    private Lands() {}

    /** Whether a country is called that, in any case and without those that are a city as well. */
    static boolean isCountry(String name) {
        String lower = key(name);
        return !CITIES.contains(lower) && !MORE_CITIES.contains(lower) && Countries.NAMES.contains(lower);
    }

    /** Whether a country or state is called or shortened to that. */
    static boolean contains(String name) {
        String lower = key(name);
        return Countries.NAMES.contains(lower)
                || LONG_STATES.contains(lower)
                || STATES.contains(lower.replace(".", "").replace(" ", ""));
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip().replace(" and ", " & ");
        return lower.startsWith("saint ") ? "st. " + lower.substring(6) : lower;
    }

    /** Whether a word before a stop is a shortened name: "Ill.", "St.", "N." */
    static boolean isShortened(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() <= 6 && (STATES.contains(lower.replace(".", "")) || SHORT.contains(lower));
    }

    private static final Set<String> SHORT =
            Words.of("st ste ft mt mts pt sto sta dr is hts spgs jct so no bad kab a d i s n e w b m p c");

    /** Read on first use: most copy has no need of it. */
    private static final class Countries {
        static final Set<String> NAMES = names();

        private static Set<String> names() {
            Set<String> names = new HashSet<>();
            for (String code : ULocale.getISOCountries()) {
                var country = new ULocale("und", code);
                for (String language : LANGUAGES) {
                    names.add(key(country.getDisplayCountry(new ULocale(language))));
                }
            }
            names.addAll(List.of(
                    "u.s.",
                    "us",
                    "u.s.a.",
                    "usa",
                    "u.k.",
                    "uk",
                    "uae",
                    "ussr",
                    "u.n.",
                    "russian federation",
                    "burma",
                    "ivory coast",
                    "turkey",
                    "türkiye",
                    "czech republic",
                    "macedonia",
                    "swaziland",
                    "great britain",
                    "britain",
                    "england",
                    "scotland",
                    "wales",
                    "northern ireland",
                    "kosovo",
                    "palestine",
                    "dr congo",
                    "hong kong",
                    "macau",
                    "macao",
                    "taiwan",
                    "democratic republic of the congo",
                    "democratic republic of congo",
                    "republic of the congo",
                    "republic of congo",
                    "republic of korea",
                    "people's republic of china",
                    "republic of ireland",
                    "drc",
                    "congo",
                    "west bank",
                    "gaza strip",
                    "korea"));
            return Set.copyOf(names);
        }
    }
}
