package dateline.enrich.place;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighs mentions: which countries and regions a story is about, most about first. */
public final class Aboutness {
    private static final double HEADLINE = 3;
    private static final double LEDE = 2;
    private static final double BELOW = 1;
    /** A dateline says where a story was filed, which is often but not always what it is about. */
    private static final double FILED_FROM = 0.5;
    /** A country must weigh this much of the first to pull the story into its regions. */
    private static final double SHARE = 0.2;
    /** What a region weighs by name, as a share of the first country. */
    private static final double NAMED = 0.5;

    private final Regions regions;
    private final Map<String, Double> countries = new LinkedHashMap<>();
    private final Map<String, Double> named = new LinkedHashMap<>();

    public Aboutness(Regions regions) {
        this.regions = regions;
    }

    public void headline(List<Mention> mentions) {
        mentions.forEach(mention -> count(mention.term(), HEADLINE));
    }

    /** @param lede where the first paragraph ends */
    public void body(List<Mention> mentions, int lede) {
        mentions.forEach(mention -> count(mention.term(), mention.start() < lede ? LEDE : BELOW));
    }

    public void filedFrom(@Nullable String country) {
        if (country != null) {
            countries.merge(country, FILED_FROM, Double::sum);
        }
    }

    /** A country that the wire itself names as what the copy is about. */
    public void filed(String country) {
        countries.merge(country, LEDE, Double::sum);
    }

    private void count(Term term, double weight) {
        switch (term) {
            case Term.Country(var place) -> countries.merge(place.getCountry(), weight, Double::sum);
            case Term.Demonym(var country) -> countries.merge(country, weight * 0.8, Double::sum);
            case Term.City(var place, var capital) ->
                countries.merge(place.getCountry(), weight * (capital ? 0.7 : 0.5), Double::sum);
            case Term.Area(var slugs, var body) -> slugs.forEach(slug -> named.merge(slug, weight, Double::sum));
            case Term.Body() -> {}
            case Term.NoPlace() -> {}
        }
    }

    /** ISO 3166-1 alpha-2, most about first. */
    public List<String> countries() {
        return ranked(countries);
    }

    /** Slugs, most about first. */
    public List<String> regions() {
        double first = countries.values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Map<String, Double> weights = new LinkedHashMap<>();
        countries.forEach((country, weight) -> {
            if (weight >= first * SHARE) {
                regions.of(country).forEach(slug -> weights.merge(slug, weight, Double::sum));
            }
        });
        named.forEach((slug, weight) -> weights.merge(slug, weight + first * NAMED, Double::sum));
        return ranked(weights);
    }

    private static List<String> ranked(Map<String, Double> weights) {
        return new HashMap<>(weights)
                .entrySet().stream()
                        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
