package dateline.enrich.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the places of a name is meant, for all names of a story at once: what stands beside a name ("Paris, Texas") counts
 * most, then the countries and states that the rest of the story speaks of, what lies near, where it was filed, and how large and
 * known each place is. A name has one sense in a story.
 */
final class Resolver {
    private static final double BESIDE = 8;
    private static final double COUNTRY = 3.5;
    private static final double STATE = 3.5;
    private static final double NEARBY = 2;
    private static final double NEAR = 150;
    private static final double FILED_COUNTRY = 1.2;
    private static final double FILED_STATE = 1.5;
    private static final double HOME_COUNTRY = 1.5;
    private static final double HOME_STATE = 2.5;
    /** A name is decided by those that stand around it, so that a long story takes no longer by the word. */
    private static final int AROUND = 4;
    /** A place as far as this from the next best is another place. */
    private static final double ELSEWHERE = 160;

    private static final int ROUNDS = 3;
    private static final int MOST_OUTER = 12;
    private static final Set<String> DIVISIONS = Set.of(
            "county", "province", "state", "district", "region", "prefecture", "governorate", "oblast", "parish");
    private static final Set<String> WATERS =
            Set.of("river", "lake", "creek", "bay", "strait", "canal", "mountains", "falls");

    private final Gazetteer gazetteer;
    private final PlaceTable places;

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        places = gazetteer.places();
    }

    /**
     * What is known from outside the story.
     *
     * @param filedFrom the place of its dateline; {@link Gazetteer#NONE} if it has none
     * @param home country (US) or first-order division (US.OH) that the feed serves; null if it serves no place above others
     */
    record Outside(int filedFrom, @Nullable String home) {}

    /** The kind of place that the word beside a name says: Washington state, Lofa County, Oconee River. */
    private enum Sort {
        ANY,
        DIVISION,
        TOWN,
        WATER
    }

    /** @param within under what the name behind it was found that it lies in, as in "Cambridge, England"; 0 for none */
    private record Sense(long key, Sort sort, long within) {}

    /** All that is called so in this sense, and how likely each is. */
    private static final class Group {
        final int[] values;
        final double[] base;
        final double[] linked;
        final double[] score;
        final double[] share;
        final List<Integer> spots = new ArrayList<>();
        int best;

        Group(int[] values, PlaceTable places) {
            this.values = likeliestFirst(values, places);
            base = new double[values.length];
            linked = new double[values.length];
            score = new double[values.length];
            share = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                base[i] = Priors.of(places, this.values[i]);
            }
        }

        private static int[] likeliestFirst(int[] values, PlaceTable places) {
            return Arrays.stream(values)
                    .boxed()
                    .sorted(Comparator.comparingDouble(value -> -Priors.of(places, value)))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        int place() {
            return values[best] >> 2;
        }

        boolean isLinked() {
            return Arrays.stream(linked).anyMatch(link -> link > 0);
        }

        double votes() {
            return Math.log(1.0 + spots.size());
        }
    }

    /** The spots with what is meant by each, in their order. */
    List<Toponym> resolve(List<Spot> spots, Outside outside, Placehood.Reading story) {
        Map<Sense, Group> groups = new LinkedHashMap<>();
        Group[] groupOf = new Group[spots.size()];
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            if (spot.candidates().length > 0) {
                Sort sort = sort(spot);
                Group group = groups.computeIfAbsent(
                        new Sense(spot.abbreviation() ? ~spot.key() : spot.key(), sort, within(spots, i)),
                        sense -> new Group(sorted(spot.candidates(), sort), places));
                if (group.values.length > 0) {
                    group.spots.add(i);
                    groupOf[i] = group;
                }
            }
        }
        boolean[] contained = new boolean[spots.size()];
        boolean[] container = new boolean[spots.size()];
        for (int i = 0; i + 1 < spots.size(); i++) {
            beside(spots, groupOf, i, contained, container);
        }
        groups.forEach((sense, group) -> inherit(sense, group, groups));
        double[] weights = new double[spots.size()];
        boolean[] isPlace = new boolean[spots.size()];
        for (int i = 0; i < spots.size(); i++) {
            Group group = groupOf[i];
            if (group != null) {
                weights[i] = placehood(spots, i, group, contained[i], container[i], story);
                isPlace[i] = weights[i] > 0;
            } else {
                isPlace[i] = isTerm(spots.get(i), story);
            }
        }
        settle(groups.values(), spots, groupOf, isPlace, outside);

        List<Toponym> toponyms = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            if (isPlace[i]) {
                toponyms.add(toponym(spots.get(i), groupOf[i], weights[i]));
            }
        }
        return toponyms;
    }

    private boolean isTerm(Spot spot, Placehood.Reading story) {
        return spot.term() != null && !(spot.term() instanceof Term.NoPlace) && story.isLeft(spot);
    }

    private int[] sorted(int[] candidates, Sort sort) {
        if (sort == Sort.ANY) {
            return candidates;
        }
        int[] kept = new int[candidates.length];
        int count = 0;
        for (int value : candidates) {
            Kind kind = places.kind(value >> 2);
            boolean fits = switch (sort) {
                case DIVISION -> kind.isDivision() || kind == Kind.AREA || kind == Kind.COUNTRY;
                case TOWN -> kind.isTown();
                case WATER -> kind.isNatural();
                case ANY -> true;
            };
            if (fits) {
                kept[count++] = value;
            }
        }
        return count == 0 && sort != Sort.WATER ? candidates : Arrays.copyOf(kept, count);
    }

    private static Sort sort(Spot spot) {
        Words words = spot.words();
        int behind = spot.last() + 1;
        if (words.before(behind) == Words.Gap.SPACE) {
            String next = words.wordOr(behind).toLowerCase(Locale.ROOT);
            if (DIVISIONS.contains(next)) {
                return Sort.DIVISION;
            }
            if (next.equals("city") && words.isLower(behind)) {
                return Sort.TOWN;
            }
            if (WATERS.contains(next) && words.isCapitalised(behind)) {
                return Sort.WATER;
            }
        }
        if (words.before(spot.first()) == Words.Gap.SPACE && words.is(spot.first() - 1, "of")) {
            String of = words.wordOr(spot.first() - 2).toLowerCase(Locale.ROOT);
            if (DIVISIONS.contains(of)) {
                return Sort.DIVISION;
            }
            if (of.equals("city") || of.equals("town") || of.equals("village")) {
                return Sort.TOWN;
            }
        }
        return Sort.ANY;
    }

    /** "Springfield, Illinois", "Boston (Mass.)": what lies in the other is likelier, and so is the other. */
    private void beside(List<Spot> spots, Group[] groupOf, int i, boolean[] contained, boolean[] container) {
        Group inner = groupOf[i];
        Group outer = groupOf[i + 1];
        Spot spot = spots.get(i);
        Spot next = spots.get(i + 1);
        if (inner == null || outer == null || spot.words() != next.words()) {
            return;
        }
        double weight = link(spot, next);
        if (weight == 0) {
            return;
        }
        for (int a = 0; a < inner.values.length; a++) {
            for (int b = 0; b < Math.min(MOST_OUTER, outer.values.length); b++) {
                if (gazetteer.contains(outer.values[b] >> 2, inner.values[a] >> 2)) {
                    inner.linked[a] = Math.max(inner.linked[a], weight);
                    outer.linked[b] = Math.max(outer.linked[b], weight / 4);
                    contained[i] |= weight == BESIDE;
                    container[i + 1] |= weight == BESIDE;
                }
            }
        }
    }

    /** What a name stands for with something behind it, it stands for without as well; the first such in the story counts. */
    private static void inherit(Sense sense, Group group, Map<Sense, Group> groups) {
        if (sense.within == 0) {
            groups.entrySet().stream()
                    .filter(other -> other.getKey().key == sense.key && other.getKey().within != 0)
                    .filter(other -> other.getKey().sort == sense.sort
                            && other.getValue().isLinked())
                    .findFirst()
                    .ifPresent(other ->
                            Arrays.setAll(group.linked, c -> Math.max(group.linked[c], other.getValue().linked[c])));
        }
    }

    private static long within(List<Spot> spots, int i) {
        if (i + 1 == spots.size()) {
            return 0;
        }
        Spot next = spots.get(i + 1);
        return next.words() == spots.get(i).words() && link(spots.get(i), next) > 0 ? next.key() : 0;
    }

    private static double link(Spot spot, Spot next) {
        Words words = spot.words();
        int between = next.first() - spot.last() - 1;
        if (between == 0) {
            return switch (words.before(next.first())) {
                case COMMA, OPENED -> BESIDE;
                case SPACE, HYPHEN, APOSTROPHE, POINT, CLOSED, STOP, OTHER -> 0;
            };
        }
        if (between == 1 && words.before(next.first()) == Words.Gap.SPACE) {
            return words.is(next.first() - 1, "in") ? BESIDE / 2 : 0;
        }
        // "the Paris suburb of Clichy", "Nangarhar province's Achin"
        return 0;
    }

    private double placehood(
            List<Spot> spots, int i, Group group, boolean contained, boolean container, Placehood.Reading story) {
        double prior = Double.NEGATIVE_INFINITY;
        boolean country = false;
        for (int value : group.values) {
            double each = Priors.of(places, value);
            if (each > prior) {
                prior = each;
                country = places.kind(value >> 2) == Kind.COUNTRY;
            }
        }
        Spot spot = spots.get(i);
        boolean before = i > 0
                && spots.get(i - 1).words() == spot.words()
                && spots.get(i - 1).last() == spot.first() - 1
                && isWhere(spots.get(i - 1));
        boolean behind = i + 1 < spots.size()
                && spots.get(i + 1).words() == spot.words()
                && spots.get(i + 1).first() == spot.last() + 1
                && isWhere(spots.get(i + 1));
        return story.weight(spot, prior, country, contained, container, new Placehood.Neighbours(before, behind));
    }

    private static boolean isWhere(Spot spot) {
        return spot.candidates().length > 0 || spot.term() instanceof Term.Demonym;
    }

    private void settle(Iterable<Group> groups, List<Spot> spots, Group[] groupOf, boolean[] isPlace, Outside outside) {
        Map<String, Double> peoples = new HashMap<>();
        for (int i = 0; i < spots.size(); i++) {
            if (isPlace[i]) {
                switch (spots.get(i).term()) {
                    case Term.Demonym(var country) -> peoples.merge(country, 0.5, Double::sum);
                    case Term.Seat(var country) -> peoples.merge(country, 0.4, Double::sum);
                    case null, default -> {}
                }
            }
        }
        for (Group group : groups) {
            System.arraycopy(group.base, 0, group.score, 0, group.base.length);
            for (int c = 0; c < group.values.length; c++) {
                group.score[c] += group.linked[c] + outside(group.values[c] >> 2, outside);
                group.base[c] = group.score[c];
            }
            choose(group);
        }
        for (int round = 1; round < ROUNDS; round++) {
            Votes votes = new Votes(peoples);
            for (Group group : groups) {
                if (counts(group, isPlace)) {
                    votes.add(group, 1);
                }
            }
            for (Group group : groups) {
                if (group.values.length > 1) {
                    boolean counted = counts(group, isPlace);
                    votes.add(group, counted ? -1 : 0);
                    for (int c = 0; c < group.values.length; c++) {
                        int place = group.values[c] >> 2;
                        group.score[c] = group.base[c]
                                + votes.of(place)
                                + (round > 1 ? NEARBY * nearness(place, group, spots, groupOf, isPlace) : 0);
                    }
                    votes.add(group, counted ? 1 : 0);
                }
            }
            for (Group group : groups) {
                choose(group);
            }
        }
    }

    private static boolean counts(Group group, boolean[] isPlace) {
        for (int spot : group.spots) {
            if (isPlace[spot]) {
                return true;
            }
        }
        return false;
    }

    private double outside(int place, Outside outside) {
        double weight = 0;
        int filed = outside.filedFrom();
        if (filed != Gazetteer.NONE && filed != place) {
            String country = places.country(filed);
            if (country != null && country.equals(places.country(place)) && places.kind(place) != Kind.COUNTRY) {
                weight += FILED_COUNTRY;
                weight += places.isInState(place) && places.areaNumber(place) == places.areaNumber(filed)
                        ? FILED_STATE
                        : 0;
            }
        } else if (filed == place) {
            weight += 2 * FILED_COUNTRY + FILED_STATE;
        }
        String home = outside.home();
        if (home != null && places.kind(place) != Kind.COUNTRY) {
            String country = home.substring(0, Math.min(2, home.length()));
            weight += country.equals(places.country(place)) ? HOME_COUNTRY : 0;
            weight += home.length() > 2 && places.area(place).equals(home) ? HOME_STATE : 0;
        }
        return weight;
    }

    private static void choose(Group group) {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < group.score.length; c++) {
            if (group.score[c] > most) {
                most = group.score[c];
                group.best = c;
            }
        }
        double sum = 0;
        for (int c = 0; c < group.score.length; c++) {
            group.share[c] = Math.exp(group.score[c] - most);
            sum += group.share[c];
        }
        for (int c = 0; c < group.share.length; c++) {
            group.share[c] /= sum;
        }
    }

    /** How near it lies to what else the story names around it, 0 to 1. */
    private double nearness(int place, Group group, List<Spot> spots, Group[] groupOf, boolean[] isPlace) {
        if (!places.kind(place).isTown() && !places.kind(place).isDivision()) {
            return 0;
        }
        double nearest = 0;
        for (int k = 0; k < Math.min(AROUND, group.spots.size()); k++) {
            int at = group.spots.get(k);
            int from = Math.max(0, at - AROUND);
            int to = Math.min(spots.size() - 1, at + AROUND);
            for (int i = from; i <= to; i++) {
                Group other = groupOf[i];
                if (other != null && other != group && isPlace[i]) {
                    Kind kind = places.kind(other.place());
                    if (kind.isTown() || kind == Kind.COUNTY) {
                        nearest = Math.max(
                                nearest,
                                other.share[other.best] * Math.exp(-places.distance(place, other.place()) / NEAR));
                    }
                }
            }
        }
        return nearest;
    }

    /** What the names of a story say together of the countries and states that it is set in. */
    private final class Votes {
        private final Map<String, Double> countries;
        private final Map<Short, Double> states = new HashMap<>();
        private double ofCountries;
        private double ofStates;

        Votes(Map<String, Double> peoples) {
            countries = new HashMap<>(peoples);
            peoples.values().forEach(weight -> ofCountries += weight);
        }

        void add(Group group, double factor) {
            if (factor == 0) {
                return;
            }
            for (int c = 0; c < group.values.length; c++) {
                int place = group.values[c] >> 2;
                double weight = factor * group.votes() * group.share[c];
                if (Math.abs(weight) < 0.01) {
                    continue;
                }
                Kind kind = places.kind(place);
                String country = places.country(place);
                if (country != null) {
                    double counted = kind == Kind.COUNTRY ? 1.5 * weight : weight;
                    countries.merge(country, counted, Double::sum);
                    ofCountries += counted;
                    if (places.isInState(place)) {
                        double state = kind == Kind.STATE || kind == Kind.COUNTY ? 1.5 * weight : weight;
                        states.merge(places.areaNumber(place), state, Double::sum);
                        ofStates += state;
                    }
                }
            }
        }

        double of(int place) {
            String country = places.country(place);
            if (country == null) {
                return 0;
            }
            double weight = COUNTRY * countries.getOrDefault(country, 0.0) / (ofCountries + 1);
            if (places.isInState(place)) {
                weight += STATE * states.getOrDefault(places.areaNumber(place), 0.0) / (ofStates + 1);
            }
            return weight;
        }
    }

    private Toponym toponym(Spot spot, @Nullable Group group, double weight) {
        if (group == null) {
            return new Toponym(spot, Gazetteer.NONE, 0.8);
        }
        int best = town(group);
        double other = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < group.values.length; c++) {
            if (places.distance(group.values[best] >> 2, group.values[c] >> 2) > ELSEWHERE) {
                other = Math.max(other, group.score[c]);
            }
        }
        double margin = group.score[best] - other;
        double right = 1 / (1 + Math.exp(-margin));
        double named = 1 / (1 + Math.exp(-weight));
        return new Toponym(spot, group.values[best] >> 2, right * named);
    }

    /** A state and a town in it of the same name: the town is meant, unless our own list has the name for the state alone. */
    private int town(Group group) {
        int best = group.best;
        int place = group.values[best] >> 2;
        if (!places.kind(place).isDivision()) {
            return best;
        }
        int town = best;
        for (int c = 0; c < group.values.length; c++) {
            int other = group.values[c] >> 2;
            boolean asListed = (group.values[best] & 2) == 0 || (group.values[c] & 2) != 0;
            if (asListed
                    && places.kind(other).isTown()
                    && places.population(other) > 20_000
                    && gazetteer.contains(place, other)
                    && (town == best || group.score[c] > group.score[town])) {
                town = c;
            }
        }
        return town;
    }
}
