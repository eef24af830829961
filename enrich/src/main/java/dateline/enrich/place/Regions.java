package dateline.enrich.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The regions that articles are sorted into: which countries make them up, and what copy calls them and their waters. */
public final class Regions {
    private static final Regions SHIPPED = new Regions(read());

    private final Map<String, NewsRegion> regions = new LinkedHashMap<>();
    private final Map<String, List<String>> byCountry = new HashMap<>();

    private Regions(List<NewsRegion> all) {
        all.forEach(region -> regions.put(region.slug(), region));
        for (NewsRegion region : regions.values()) {
            if (!region.onlyNamed()) {
                region.countries()
                        .forEach(country -> byCountry
                                .computeIfAbsent(country, c -> new ArrayList<>())
                                .add(region.slug()));
            }
        }
    }

    /** The regions that ship with the program. */
    public static Regions shipped() {
        return SHIPPED;
    }

    /** These and a newsroom's own, which take the place of those of the same slug. */
    public Regions with(List<NewsRegion> own) {
        if (own.isEmpty()) {
            return this;
        }
        List<NewsRegion> all = new ArrayList<>(regions.values());
        all.addAll(own);
        return new Regions(all);
    }

    /** The slugs of all regions; stable, since topics are named after them. */
    public List<String> slugs() {
        return List.copyOf(regions.keySet());
    }

    /** The regions, in the order of their list. */
    public List<NewsRegion> all() {
        return List.copyOf(regions.values());
    }

    /** The slugs of the regions that a story about a country is about, in the list's order. */
    public List<String> of(String country) {
        return byCountry.getOrDefault(country, List.of());
    }

    /** Each name that copy uses, with the slugs of what it names. */
    Map<String, List<String>> byName() {
        Map<String, List<String>> slugs = by(NewsRegion::names);
        by(NewsRegion::seas).forEach((name, of) -> slugs.merge(name, of, Regions::both));
        return slugs;
    }

    Map<String, List<String>> byAdjective() {
        return by(NewsRegion::adjectives);
    }

    private Map<String, List<String>> by(Function<NewsRegion, List<String>> names) {
        Map<String, List<String>> slugs = new LinkedHashMap<>();
        regions.forEach((slug, region) -> names.apply(region)
                .forEach(name ->
                        slugs.computeIfAbsent(name, n -> new ArrayList<>()).add(slug)));
        return slugs;
    }

    private static List<String> both(List<String> some, List<String> more) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(more);
        return List.copyOf(both);
    }

    private static List<NewsRegion> read() {
        Map<String, List<String>> areas = Resource.lines("m49.tsv").stream()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(columns -> columns[0], columns -> List.of(columns[1].split(" ", -1))));
        return Resource.lines("regions.tsv").stream()
                .map(line -> line.split("\t", -1))
                .map(columns -> new NewsRegion(
                        columns[0],
                        columns[1],
                        columns[2].equals("named"),
                        List.copyOf(members(columns[3], areas)),
                        Resource.names(columns[4]),
                        Resource.names(columns[5]),
                        Resource.names(columns[6])))
                .toList();
    }

    /** Country codes as they are, UN M49 areas as the countries that they contain. */
    private static Set<String> members(String column, Map<String, List<String>> areas) {
        Set<String> countries = new LinkedHashSet<>();
        for (String code : column.split(" ", -1)) {
            if (Character.isDigit(code.charAt(0))) {
                countries.addAll(areas.getOrDefault(code, List.of()));
            } else {
                countries.add(code);
            }
        }
        return countries;
    }
}
