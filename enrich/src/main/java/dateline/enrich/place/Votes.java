package dateline.enrich.place;

import java.util.Arrays;
import java.util.Map;

/** What the names of a story say together of the countries and states that it is set in. */
final class Votes {
    private static final double COUNTRY = 4;
    private static final double STATE = 4.5;
    /** So that a name or two do not decide for all. */
    private static final double DOUBT = 1.75;

    private static final double LEAST_SHARE = 0.01;

    private final PlaceTable places;
    private final double[] countries;
    /** By the number of a state: there are thousands, and a story names a few. */
    private KeyTable<double[]> states = new KeyTable<>();

    private final Map<String, Double> peoples;
    private double ofCountries;
    private double ofStates;

    /**
     * Counts nothing until it has begun.
     *
     * @param peoples countries by what else than places speaks for them, and how much
     */
    Votes(PlaceTable places, Map<String, Double> peoples) {
        this.places = places;
        countries = new double[places.countries()];
        this.peoples = peoples;
    }

    /** Forgets all but what the peoples say. */
    void begin() {
        Arrays.fill(countries, 0);
        states = new KeyTable<>();
        ofCountries = 0;
        ofStates = 0;
        peoples.forEach((code, weight) -> {
            int country = places.countryNumber(code);
            if (country >= 0) {
                countries[country] += weight;
                ofCountries += weight;
            }
        });
    }

    /** @param factor 1 to count a group, -1 to take it back */
    void add(Namesakes group, int factor) {
        double votes = factor * group.votes();
        for (int c = 0; c < group.values.length; c++) {
            int place = group.values[c] >> 2;
            int country = places.countryNumber(place);
            if (group.share[c] < LEAST_SHARE || country < 0) {
                continue;
            }
            double weight = votes * group.share[c];
            Kind kind = places.kind(place);
            double counted = kind == Kind.COUNTRY ? 1.5 * weight : weight;
            countries[country] += counted;
            ofCountries += counted;
            if (places.isInState(place)) {
                double state = kind.isDivision() ? 1.5 * weight : weight;
                int area = places.areaNumber(place);
                double[] sum = states.get(area);
                if (sum == null) {
                    sum = new double[1];
                    states.put(area, sum);
                }
                sum[0] += state;
                ofStates += state;
            }
        }
    }

    /** What they say for a place. */
    double of(int place) {
        int country = places.countryNumber(place);
        if (country < 0) {
            return 0;
        }
        double weight = COUNTRY * countries[country] / (ofCountries + DOUBT);
        if (places.isInState(place)) {
            double[] sum = states.get(places.areaNumber(place));
            weight += STATE * (sum == null ? 0 : sum[0]) / (ofStates + DOUBT);
        }
        return weight;
    }
}
