package dateline.enrich.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wire.Part;

/** Weighs what a story names: which countries and regions it is about, most about first. */
final class Aboutness {
    private static final double HEADLINE = 3;
    private static final double LEDE = 2;
    private static final double BELOW = 1;
    /** Of the words of a long story the last count half as much as those behind the lede. */
    private static final double AT_THE_END = 0.5;
    /** The country in the name of a body counts for less than itself. */
    private static final double PART_OF_A_NAME = 0.6;
    /** A dateline says where a story was filed, which is often but not always what it is about. */
    private static final double FILED_FROM = 0.5;
    /** A country must weigh this much of the first to pull the story into its regions. */
    private static final double SHARE = 0.2;
    /** A country that weighs less than this of the first is named in passing. */
    private static final double PASSING = 0.08;
    /** So is one that is named once below the first paragraph, unless the first is hardly named oftener. */
    private static final double ONCE = 1.05;

    private static final double ONCE_OF_FIRST = 0.3;
    /** What a region weighs by name, as a share of the first country. */
    private static final double NAMED = 0.5;

    /** Who acts stands first in a headline. */
    private static final double ACTOR = 1;

    private static final Comparator<Map.Entry<String, Double>> HEAVIEST_FIRST =
            Map.Entry.comparingByValue(Comparator.reverseOrder());

    private final Gazetteer gazetteer;
    private final Regions regions;
    private final int lede;
    private final int length;
    private final Map<String, Double> countries = new LinkedHashMap<>();
    private boolean hasActor;
    private final Map<String, Double> named = new LinkedHashMap<>();

    /**
     * @param lede where the first paragraph of the body ends
     * @param length where the body ends
     */
    Aboutness(Gazetteer gazetteer, Regions regions, int lede, int length) {
        this.gazetteer = gazetteer;
        this.regions = regions;
        this.lede = lede;
        this.length = length;
    }

    void count(Toponym toponym) {
        Spot spot = toponym.spot();
        boolean acts = spot.part() == Part.HEADLINE && !hasActor && says(toponym);
        hasActor |= acts;
        double weight = (at(spot) + (acts ? ACTOR : 0)) * (toponym.isName() ? 1 : PART_OF_A_NAME);
        if (toponym.place() != Gazetteer.NONE) {
            List<String> within = gazetteer.countriesOf(toponym.place());
            double each = switch (gazetteer.places().kind(toponym.place())) {
                case COUNTRY -> 1;
                case CAPITAL -> 0.8;
                case STATE -> 0.6;
                default -> 0.5;
            };
            double share = within.size() == 1 ? weight * each : within.size() < 4 ? weight * 0.15 : 0;
            within.forEach(country -> countries.merge(country, share, Double::sum));
        }
        switch (spot.term()) {
            case Term.Demonym(var country) -> {
                if (toponym.place() == Gazetteer.NONE) {
                    countries.merge(country, weight * 0.8, Double::sum);
                }
            }
            case Term.Seat(var country) -> countries.merge(country, weight * 0.6, Double::sum);
            case Term.Region(var slugs, var as) -> slugs.forEach(slug -> named.merge(slug, weight, Double::sum));
            case null, default -> {}
        }
    }

    private static boolean says(Toponym toponym) {
        Term term = toponym.spot().term();
        return toponym.place() != Gazetteer.NONE || term instanceof Term.Demonym || term instanceof Term.Seat;
    }

    private double at(Spot spot) {
        if (spot.part() == Part.HEADLINE) {
            return HEADLINE;
        }
        return spot.start() < lede ? LEDE : BELOW - AT_THE_END * (spot.start() - lede) / Math.max(1, length - lede);
    }

    void filedFrom(@Nullable String country) {
        if (country != null) {
            countries.merge(country, FILED_FROM, Double::sum);
        }
    }

    /** A country that the wire itself names as what the copy is about. */
    void filed(String country) {
        countries.merge(country, LEDE, Double::sum);
    }

    /** ISO 3166-1 alpha-2 with their scores, most about first. */
    List<Weighed> countries() {
        double first = first();
        return ranked(countries).stream()
                .filter(country -> isMatter(country.score() * first, first))
                .toList();
    }

    /** Whether a country of this weight is not just named in passing. */
    private static boolean isMatter(double weight, double first) {
        return weight >= first * PASSING && (weight >= first * ONCE_OF_FIRST || weight > ONCE);
    }

    /** Slugs with their scores, most about first. */
    List<Weighed> regions() {
        double first = first();
        Map<String, Double> weights = new LinkedHashMap<>();
        countries.forEach((country, weight) -> {
            if (weight > 0 && weight >= first * SHARE && isMatter(weight, first)) {
                regions.of(country).forEach(slug -> weights.merge(slug, weight, Double::sum));
            }
        });
        named.forEach((slug, weight) -> weights.merge(slug, weight + first * NAMED, Double::sum));
        return ranked(weights);
    }

    private double first() {
        return most(countries);
    }

    private static List<Weighed> ranked(Map<String, Double> weights) {
        double most = most(weights);
        List<Map.Entry<String, Double>> entries = new ArrayList<>(weights.size());
        for (var entry : weights.entrySet()) {
            if (entry.getValue() > 0) {
                entries.add(entry);
            }
        }
        // Of two of one weight, the one that was named first.
        entries.sort(HEAVIEST_FIRST);
        List<Weighed> ranked = new ArrayList<>(entries.size());
        for (var entry : entries) {
            ranked.add(new Weighed(entry.getKey(), Math.round(entry.getValue() / most * 1000) / 1000.0));
        }
        return List.copyOf(ranked);
    }

    private static double most(Map<String, Double> weights) {
        if (weights.isEmpty()) {
            return 0;
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double weight : weights.values()) {
            most = Math.max(most, weight);
        }
        return most;
    }
}
