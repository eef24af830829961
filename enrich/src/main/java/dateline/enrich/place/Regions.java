package dateline.enrich.place;

import com.ibm.icu.util.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The regions that articles are sorted into: which countries make them up, and what copy calls them. */
public final class Regions {
    private static final Regions SHIPPED = new Regions();

    private final Map<String, List<String>> names = new LinkedHashMap<>();
    private final Map<String, List<String>> byCountry = new HashMap<>();

    private Regions() {
        for (String line : Resource.lines("regions.tsv")) {
            String[] columns = line.split("\t", -1);
            names.put(columns[0], Resource.names(columns[4]));
            if (columns[2].equals("members")) {
                members(columns[3])
                        .forEach(country -> byCountry
                                .computeIfAbsent(country, c -> new ArrayList<>())
                                .add(columns[0]));
            }
        }
    }

    /** The regions that ship with the program. */
    public static Regions shipped() {
        return SHIPPED;
    }

    /** The slugs of all regions; stable, since topics are named after them. */
    public static List<String> all() {
        return List.copyOf(SHIPPED.names.keySet());
    }

    /** The slugs of the regions a country is in, in the list's order. */
    public List<String> of(String country) {
        return byCountry.getOrDefault(country, List.of());
    }

    /** Each name that copy uses, with the slugs of what it names. */
    Map<String, List<String>> byName() {
        Map<String, List<String>> slugs = new LinkedHashMap<>();
        names.forEach((slug, called) -> called.forEach(
                name -> slugs.computeIfAbsent(name, n -> new ArrayList<>()).add(slug)));
        return slugs;
    }

    /** Country codes as they are, UN M49 areas as the territories that they contain. */
    private static Set<String> members(String column) {
        Set<String> countries = new LinkedHashSet<>();
        for (String code : column.split(" ", -1)) {
            if (Character.isDigit(code.charAt(0))) {
                territories(Region.getInstance(code), countries);
            } else {
                countries.add(code);
            }
        }
        return countries;
    }

    private static void territories(Region area, Set<String> countries) {
        for (Region part : area.getContainedRegions()) {
            if (part.getType() == Region.RegionType.TERRITORY) {
                countries.add(part.toString());
            } else {
                territories(part, countries);
            }
        }
    }
}
