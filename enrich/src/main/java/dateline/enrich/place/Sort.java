package dateline.enrich.place;

import java.util.Arrays;
import java.util.Set;

/**
 * The kind of place that the word beside a name says: Washington state, Lofa County, the city of Utrecht, Oconee River. What is a
 * feature of the land is no town.
 */
enum Sort {
    ANY,
    DIVISION,
    TOWN,
    FEATURE;

    private static final Set<String> DIVISIONS = Resource.words("divisions");
    private static final Set<String> FEATURES = Resource.words("features");

    /** What the words beside a name say. */
    static Sort of(Spot spot) {
        Words words = spot.words();
        int behind = spot.last() + 1;
        if (words.before(behind) == Words.Gap.SPACE) {
            String next = words.lower(behind);
            if (DIVISIONS.contains(next)) {
                return DIVISION;
            }
            if (next.equals("city") && words.isLower(behind)) {
                return TOWN;
            }
            if (FEATURES.contains(next) && words.isCapitalised(behind)) {
                return FEATURE;
            }
        }
        if (words.before(spot.first()) == Words.Gap.SPACE && words.is(spot.first() - 1, "of")) {
            String of = words.lower(spot.first() - 2);
            if (DIVISIONS.contains(of)) {
                return DIVISION;
            }
            if (of.equals("city") || of.equals("town") || of.equals("village")) {
                return TOWN;
            }
        }
        return ANY;
    }

    /** Those of a name's places that are of this sort; all if none is, but for features: most of those no gazetteer has. */
    int[] of(int[] candidates, PlaceTable places) {
        if (this == ANY) {
            return candidates;
        }
        int[] kept = new int[candidates.length];
        int count = 0;
        for (int value : candidates) {
            Kind kind = places.kind(value >> 2);
            boolean fits = switch (this) {
                case DIVISION -> kind.isDivision() || kind == Kind.AREA || kind == Kind.COUNTRY;
                case TOWN -> kind.isTown();
                case FEATURE -> kind.isNatural();
                case ANY -> true;
            };
            if (fits) {
                kept[count++] = value;
            }
        }
        return count == 0 && this != FEATURE ? candidates : Arrays.copyOf(kept, count);
    }
}
