package dateline.enrich.place;

/** How likely a place is meant by its name before the story is read: the larger and the more written about, the likelier. */
final class Priors {
    private static final double PEOPLE = 0.6;
    private static final double FAME = 0.6;
    private static final double LISTED = 14;

    private Priors() {}

    /** @param value a place's number with its two bits, as {@link Gazetteer#named} answers */
    static double of(PlaceTable places, int value) {
        int place = value >> 2;
        boolean listed = (value & 2) != 0;
        boolean byName = (value & 1) != 0;
        Kind kind = places.kind(place);
        int population = places.population(place);
        double people = PEOPLE * Math.log(population + 200.0);
        double fame = FAME * Math.log(1.0 + places.fame(place));
        double own = switch (kind) {
            case COUNTRY -> 4;
            case CAPITAL -> 2.5;
            case STATE -> listed ? 0.5 : -0.5;
            case COUNTY -> -3;
            case QUARTER -> -2.5;
            case CITY -> 0;
            case SEA, LAKE, RIVER, MOUNTAIN, DESERT, ISLAND, AREA -> population == 0 ? 1.5 : 0;
        };
        double prior = people + fame + own;
        if (listed && population == 0) {
            prior = LISTED - 4.5;
        }
        return byName ? prior - 2 : listed ? prior + 1.5 : prior;
    }
}
