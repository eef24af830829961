package dateline.enrich.place;

import dateline.enrich.place.Toponym.As;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of the places of a name is meant, for all names of a story at once: what stands beside a name ("Paris, Texas") counts
 * most, then the countries and states that the rest of the story speaks of, what lies near, where it was filed, and how large and
 * known each place is. A name has one sense in a story.
 */
final class Resolver {
    private static final double BESIDE = 12;
    private static final double NEARBY = 3.2;
    private static final double NEAR = 150;
    private static final double AMONG_STATES = 0.9;
    private static final double AMONG_COUNTRIES = 0.5;
    /** How much a place near others of the story speaks for a name to be one. */
    private static final double SUPPORT = 2;

    private static final double FILED_COUNTRY = 1.2;
    private static final double FILED_STATE = 1.5;
    /** How sure a dateline's place is one. */
    private static final double FILED = 4;

    private static final double HOME_COUNTRY = 1.5;
    private static final double HOME_STATE = 2.5;
    /** A name is decided by those that stand around it, so that a long story takes no longer by the word. */
    private static final int AROUND = 4;
    /** A place as far as this from the next best is another place. */
    private static final double ELSEWHERE = 160;

    /** A margin as small as this is none: nobody can tell. */
    private static final double TOSS = 0.2;

    private static final int ROUNDS = 3;
    private static final int MOST_OUTER = 12;
    private static final int MOST_LEADING = 5;

    private final Gazetteer gazetteer;
    private final PlaceTable places;

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        places = gazetteer.places();
    }

    /** @param within under what the name behind it was found that it lies in, as in "Cambridge, England"; 0 for none */
    private record Sense(long key, Sort sort, long within) {}

    /**
     * The spots with what is meant by each, those that mean no place among them, in their order.
     *
     * @param spots those of the dateline first, which are places whatever stands beside them
     * @param home country (US) or first-order division (US.OH) that the feed serves; null if it serves no place above others
     */
    List<Toponym> resolve(List<Spot> spots, @Nullable String home, Placehood.Reading story) {
        Map<Sense, Namesakes> groups = new LinkedHashMap<>();
        Namesakes[] groupOf = new Namesakes[spots.size()];
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            if (spot.candidates().length > 0) {
                Sort sort = Sort.of(spot);
                Namesakes group = groups.computeIfAbsent(
                        new Sense(spot.abbreviation() ? ~spot.key() : spot.key(), sort, within(spots, i)),
                        sense -> new Namesakes(sort.of(spot.candidates(), places), places));
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
            leading(spots, groupOf, i);
        }
        inherit(groups);
        double[] weights = new double[spots.size()];
        boolean[] isPlace = new boolean[spots.size()];
        boolean[] isEvidence = new boolean[spots.size()];
        for (int i = 0; i < spots.size(); i++) {
            Namesakes group = groupOf[i];
            if (group != null) {
                if (spots.get(i).isFiled()) {
                    weights[i] = FILED;
                    isPlace[i] = true;
                    isEvidence[i] = true;
                    continue;
                }
                double beside = placehood(spots, i, group, contained[i], container[i], story);
                weights[i] = beside + story.tagged(spots.get(i), Placehood.Reading.isSure(group.prior, group.isLarge));
                isPlace[i] = weights[i] > 0;
                isEvidence[i] = isPlace[i] || (beside > 0 && story.isWithin(spots.get(i)));
            } else {
                isPlace[i] = isTerm(spots.get(i), story);
                isEvidence[i] = isPlace[i];
            }
        }
        Namesakes filed = spots.isEmpty() || !spots.getFirst().isFiled() ? null : groupOf[0];
        settle(groups.values(), spots, groupOf, isEvidence, filed, home);
        for (int i = 0; i < spots.size(); i++) {
            Namesakes group = groupOf[i];
            if (group != null) {
                weights[i] += SUPPORT * nearness(group.place(), group, spots, groupOf, isEvidence);
            }
        }
        for (int i = 0; i < spots.size(); i++) {
            isPlace[i] |= groupOf[i] != null && weights[i] > 0;
        }

        List<Toponym> toponyms = new ArrayList<>();
        for (int i = 0; i < spots.size(); i++) {
            if (isPlace[i] || isEvidence[i]) {
                toponyms.add(toponym(spots.get(i), groupOf[i], weights[i], isPlace[i] ? As.NAME : As.EVIDENCE));
            } else if (groupOf[i] != null || spots.get(i).term() instanceof Term.NoPlace) {
                toponyms.add(new Toponym(spots.get(i), Gazetteer.NONE, 0, As.NOTHING, false));
            }
        }
        return toponyms;
    }

    private boolean isTerm(Spot spot, Placehood.Reading story) {
        return spot.term() != null && !(spot.term() instanceof Term.NoPlace) && story.isLeft(spot);
    }

    /** "Springfield, Illinois", "Boston (Mass.)": what lies in the other is likelier, and so is the other. */
    private void beside(List<Spot> spots, Namesakes[] groupOf, int i, boolean[] contained, boolean[] container) {
        Namesakes inner = groupOf[i];
        Namesakes outer = groupOf[i + 1];
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
                    outer.linked[b] = Math.max(outer.linked[b], weight / 3);
                    contained[i] |= weight == BESIDE;
                    container[i + 1] |= weight == BESIDE;
                }
            }
        }
    }

    /** "the Lebanese port of Tripoli", "Syria's northern city of Aleppo". */
    private void leading(List<Spot> spots, Namesakes[] groupOf, int i) {
        Spot outer = spots.get(i);
        Namesakes inner = groupOf[i + 1];
        if (inner == null || outer.words() != spots.get(i + 1).words() || !leads(outer, spots.get(i + 1))) {
            return;
        }
        for (int a = 0; a < inner.values.length; a++) {
            int place = inner.values[a] >> 2;
            if (outer.term() instanceof Term.Demonym(var country) && country.equals(places.country(place))) {
                inner.linked[a] = Math.max(inner.linked[a], BESIDE / 2);
            } else if (groupOf[i] != null && gazetteer.contains(groupOf[i].values[0] >> 2, place)) {
                inner.linked[a] = Math.max(inner.linked[a], BESIDE / 2);
            }
        }
    }

    private static boolean leads(Spot outer, Spot inner) {
        Words words = outer.words();
        int between = inner.first() - outer.last() - 1;
        if (between < 1 || between > MOST_LEADING) {
            return false;
        }
        boolean leads = false;
        for (int word = outer.last() + 1; word < inner.first(); word++) {
            String plain = words.word(word);
            boolean joins = plain.equals("of") || plain.equals("s") || plain.equals("the");
            if (!words.isLower(word) || !words.joins(word) || !(joins || Placehood.leadsToPlace(plain))) {
                return false;
            }
            leads |= !joins && !plain.equals("in");
        }
        return leads;
    }

    /** What a name stands for with something behind it, it stands for without as well; the first such in the story counts. */
    private static void inherit(Map<Sense, Namesakes> groups) {
        Map<Sense, Namesakes> alone = new HashMap<>();
        groups.forEach((sense, group) -> {
            if (sense.within != 0 && group.isLinked()) {
                alone.putIfAbsent(new Sense(sense.key, sense.sort, 0), group);
            }
        });
        alone.forEach((sense, linked) -> {
            Namesakes group = groups.get(sense);
            if (group != null) {
                Arrays.setAll(group.linked, c -> Math.max(group.linked[c], linked.linked[c]));
            }
        });
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
            List<Spot> spots, int i, Namesakes group, boolean contained, boolean container, Placehood.Reading story) {
        Spot spot = spots.get(i);
        boolean before = i > 0
                && spots.get(i - 1).words() == spot.words()
                && spots.get(i - 1).last() == spot.first() - 1
                && isWhere(spots.get(i - 1));
        boolean behind = i + 1 < spots.size()
                && spots.get(i + 1).words() == spot.words()
                && spots.get(i + 1).first() == spot.last() + 1
                && isWhere(spots.get(i + 1));
        return story.weight(
                spot, group.prior, group.isLarge, contained, container, new Placehood.Neighbours(before, behind));
    }

    private static boolean isWhere(Spot spot) {
        return spot.candidates().length > 0 || spot.term() instanceof Term.Demonym;
    }

    private void settle(
            Iterable<Namesakes> groups,
            List<Spot> spots,
            Namesakes[] groupOf,
            boolean[] isPlace,
            @Nullable Namesakes filed,
            @Nullable String home) {
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
        for (Namesakes group : groups) {
            System.arraycopy(group.base, 0, group.score, 0, group.base.length);
            for (int c = 0; c < group.values.length; c++) {
                group.score[c] += group.linked[c] + atHome(group.values[c] >> 2, home);
            }
            group.prune();
            group.choose();
        }
        Votes votes = new Votes(places, peoples);
        for (int round = 1; round < ROUNDS; round++) {
            votes.begin();
            for (Namesakes group : groups) {
                if (counts(group, isPlace)) {
                    votes.add(group, 1);
                }
            }
            for (Namesakes group : groups) {
                if (group.values.length > 1) {
                    boolean counted = counts(group, isPlace);
                    votes.add(group, counted ? -1 : 0);
                    for (int c = 0; c < group.values.length; c++) {
                        int place = group.values[c] >> 2;
                        group.score[c] = group.base[c]
                                + votes.of(place)
                                + (filed == null || filed == group ? 0 : besideFiled(place, filed))
                                + (round > 1 ? NEARBY * nearness(place, group, spots, groupOf, isPlace) : 0);
                    }
                    votes.add(group, counted ? 1 : 0);
                }
            }
            for (Namesakes group : groups) {
                group.choose();
            }
        }
    }

    private static boolean counts(Namesakes group, boolean[] isPlace) {
        for (int spot : group.spots) {
            if (isPlace[spot]) {
                return true;
            }
        }
        return false;
    }

    private double atHome(int place, @Nullable String home) {
        if (home == null || places.kind(place) == Kind.COUNTRY) {
            return 0;
        }
        String country = home.substring(0, Math.min(2, home.length()));
        return (country.equals(places.country(place)) ? HOME_COUNTRY : 0)
                + (home.length() > 2 && places.area(place).equals(home) ? HOME_STATE : 0);
    }

    private double besideFiled(int place, Namesakes filed) {
        int from = filed.place();
        if (places.countryNumber(from) < 0 || places.countryNumber(from) != places.countryNumber(place)) {
            return 0;
        }
        double weight = FILED_COUNTRY;
        if (places.isInState(place) && places.areaNumber(place) == places.areaNumber(from)) {
            weight += FILED_STATE;
        }
        return places.kind(place) == Kind.COUNTRY ? 0 : weight * filed.share[filed.best];
    }

    /** How near it lies to what else the story names around it, 0 to 1; of a state, how far it stands among states, and countries alike. */
    private double nearness(int place, Namesakes group, List<Spot> spots, Namesakes[] groupOf, boolean[] isPlace) {
        double nearest = 0;
        for (int k = 0; k < Math.min(AROUND, group.spots.size()); k++) {
            int at = group.spots.get(k);
            int from = Math.max(0, at - AROUND);
            int to = Math.min(spots.size() - 1, at + AROUND);
            for (int i = from; i <= to; i++) {
                Namesakes other = groupOf[i];
                if (other != null && other != group && isPlace[i]) {
                    nearest = Math.max(nearest, other.share[other.best] * nearness(place, other.place()));
                }
            }
        }
        return nearest;
    }

    private double nearness(int place, int other) {
        Kind kind = places.kind(place);
        Kind otherKind = places.kind(other);
        if (kind == Kind.COUNTRY) {
            return otherKind == Kind.COUNTRY ? AMONG_COUNTRIES : 0;
        }
        if (kind == Kind.STATE && otherKind == Kind.STATE) {
            return places.countryNumber(place) == places.countryNumber(other) ? AMONG_STATES : 0;
        }
        boolean local = kind.isTown() || kind.isDivision();
        return local && (otherKind.isTown() || otherKind == Kind.COUNTY)
                ? Math.exp(-places.distance(place, other) / NEAR)
                : 0;
    }

    private Toponym toponym(Spot spot, @Nullable Namesakes group, double weight, As as) {
        if (group == null) {
            return new Toponym(spot, Gazetteer.NONE, 0.8, as, false);
        }
        int best = town(group);
        int place = group.values[best] >> 2;
        double other = Double.NEGATIVE_INFINITY;
        boolean isToss = false;
        boolean isAbroad = false;
        for (int c = 0; c < group.values.length; c++) {
            int rival = group.values[c] >> 2;
            if (places.distance(place, rival) > ELSEWHERE) {
                other = Math.max(other, group.score[c]);
                if (group.score[c] > group.score[best] - TOSS) {
                    isToss = true;
                    isAbroad |= places.countryNumber(rival) != places.countryNumber(place);
                }
            }
        }
        double right = 1 / (1 + Math.exp(other - group.score[best]));
        double named = 1 / (1 + Math.exp(-weight));
        return isAbroad
                ? new Toponym(spot, Gazetteer.NONE, named, as, true)
                : new Toponym(spot, place, (isToss ? 1 : right) * named, as, isToss);
    }

    /** A state and a town in it of the same name: the town is meant, unless our own list has the name for the state alone. */
    private int town(Namesakes group) {
        int best = group.best;
        int place = group.values[best] >> 2;
        if (!places.kind(place).isDivision() || group.linked[best] > 0) {
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
