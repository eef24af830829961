package dateline.enrich.place;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.Part;

/** Finds the names that the gazetteer and the lexicon know, the longest that begins at each word, in one pass over a text. */
final class Spotter {
    private static final int MOST_WORDS = 7;
    /** An acronym's letters, as {@link Keys#isExact} has it. */
    private static final int LONGEST_ACRONYM = 6;

    private static final int[] NONE = {};

    private final Gazetteer gazetteer;
    private final Lexicon lexicon;
    private final Set<String> smallBeginnings = new HashSet<>();

    Spotter(Gazetteer gazetteer, Lexicon lexicon) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
        for (String list : List.of("places.tsv", "regions.tsv", "countries.tsv", "not-places.txt", "evidence.tsv")) {
            for (String line : Resource.lines(list)) {
                for (String name : line.split("[|\t]", -1)) {
                    if (name.indexOf(' ') + name.indexOf('-') > 0 && Character.isLowerCase(name.charAt(0))) {
                        smallBeginnings.add(name.split("[ -]", 2)[0]);
                    }
                }
            }
        }
    }

    /** The names in a text, in its order, none within another. */
    List<Spot> in(Part part, Words words, @Nullable String language) {
        List<Spot> spots = new ArrayList<>();
        int i = 0;
        while (i < words.count()) {
            Spot spot = at(part, words, i, language);
            if (spot != null) {
                spots.add(spot);
                i = spot.last() + 1;
            } else {
                i++;
            }
        }
        return spots;
    }

    private @Nullable Spot at(Part part, Words words, int first, @Nullable String language) {
        char begins = words.text().charAt(words.start(first));
        if (Character.isDigit(begins)
                || (Character.isLowerCase(begins) && !smallBeginnings.contains(words.word(first)))) {
            return null;
        }
        boolean small = Character.isLowerCase(begins);
        boolean large = true;
        int letters = 0;
        long folded = Keys.folded();
        long exact = Keys.exact();
        Spot longest = null;
        String text = words.text();
        for (int last = first; last < words.count() && last < first + MOST_WORDS; last++) {
            if (last > first && !words.joins(last)) {
                break;
            }
            int start = words.start(last);
            int end = words.end(last);
            folded = Keys.withFolded(folded, text, start, end);
            large = large && words.isAllCapitals(last);
            letters += end - start;
            if (large && letters <= 2 * LONGEST_ACRONYM) {
                exact = Keys.withExact(exact, text, start, end);
                Spot found = found(part, words, first, last, Keys.end(exact), null, false);
                if (found != null) {
                    longest = found;
                    continue;
                }
            }
            Spot found = found(part, words, first, last, Keys.end(folded), language, small || words.isLower(last));
            if (found != null && (last > first || !small)) {
                longest = found;
            }
        }
        return longest;
    }

    /** @param listedOnly whether it is written small where names are not, so that only those that we list may be meant */
    private @Nullable Spot found(
            Part part, Words words, int first, int last, long key, @Nullable String language, boolean listedOnly) {
        Term term = lexicon.term(key);
        if (term == null || !(term instanceof Term.NoPlace)) {
            int[] abbreviated = standsBehindTown(words, first) ? gazetteer.abbreviated(key) : NONE;
            if (abbreviated.length > 0) {
                return new Spot(part, words, first, last, key, abbreviated, null, true);
            }
        }
        int[] candidates = gazetteer.named(key);
        if (listedOnly && candidates.length > 0) {
            candidates = listed(candidates);
        }
        if (candidates.length == 0 && language != null) {
            int country = gazetteer.countryIn(language, key);
            if (country != Gazetteer.NONE) {
                candidates = new int[] {(country << 2) | 2};
            }
        }
        if (term instanceof Term.NoPlace) {
            candidates = NONE;
        }
        return candidates.length == 0 && term == null
                ? null
                : new Spot(part, words, first, last, key, candidates, term, false);
    }

    private static boolean standsBehindTown(Words words, int word) {
        return switch (words.before(word)) {
            case COMMA, OPENED -> words.isCapitalised(word - 1);
            case SPACE, HYPHEN, APOSTROPHE, POINT, CLOSED, STOP, OTHER -> false;
        };
    }

    private static int[] listed(int[] candidates) {
        int[] kept = new int[candidates.length];
        int count = 0;
        for (int value : candidates) {
            if ((value & 2) != 0) {
                kept[count++] = value;
            }
        }
        return java.util.Arrays.copyOf(kept, count);
    }
}
