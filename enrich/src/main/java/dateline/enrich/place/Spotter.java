package dateline.enrich.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wire.Part;

/** Finds the names that the gazetteer and the lexicon know, the longest that begins at each word, in one pass over a text. */
final class Spotter {
    private static final int MOST_WORDS = 7;
    /** An acronym's letters, as {@link Keys#isExact} has it. */
    private static final int LONGEST_ACRONYM = 6;

    private static final int[] NONE = {};
    private static final Map<Long, Integer> NO_COUNTRIES = Map.of();

    private final Gazetteer gazetteer;
    private final Lexicon lexicon;
    private final KeyFilter known;
    private final KeyTable<String> smallBeginnings = smallBeginnings();

    Spotter(Gazetteer gazetteer, Lexicon lexicon) {
        this.gazetteer = gazetteer;
        this.lexicon = lexicon;
        known = new KeyFilter(gazetteer.size() + lexicon.size());
        gazetteer.addKeys(known);
        lexicon.addKeys(known);
    }

    /** The first words of names that are written small: northern Kosovo, sub-Saharan Africa. */
    private static KeyTable<String> smallBeginnings() {
        KeyTable<String> small = new KeyTable<>();
        for (String list : List.of("places.tsv", "regions.tsv", "countries.tsv", "not-places.txt", "evidence.tsv")) {
            for (String line : Resource.lines(list)) {
                for (String name : line.split("[|\t]", -1)) {
                    if (name.indexOf(' ') + name.indexOf('-') > 0
                            && Character.isLowerCase(name.charAt(0))
                            && !name.startsWith("the ")) {
                        String first = name.split("[ -]", 2)[0];
                        small.put(Keys.of(first), first);
                    }
                }
            }
        }
        return small;
    }

    /** The names in a text, in its order, none within another. */
    List<Spot> in(Part part, Words words, @Nullable String language) {
        List<Spot> spots = new ArrayList<>();
        Map<Long, Integer> countries = gazetteer.countriesIn(language);
        int i = 0;
        while (i < words.count()) {
            Spot spot = at(part, words, i, countries);
            if (spot != null) {
                spots.add(spot);
                i = spot.last() + 1;
            } else {
                i++;
            }
        }
        return spots;
    }

    private @Nullable Spot at(Part part, Words words, int first, Map<Long, Integer> countries) {
        char begins = words.text().charAt(words.start(first));
        if (Character.isDigit(begins) || (Character.isLowerCase(begins) && !beginsSmall(words, first))) {
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
                Spot found = found(part, words, first, last, Keys.end(exact), NO_COUNTRIES, false);
                if (found != null) {
                    longest = found;
                    continue;
                }
            }
            Spot found = found(part, words, first, last, Keys.end(folded), countries, small || endsSmall(words, last));
            if (found != null && (last > first || !small)) {
                longest = found;
            }
        }
        return longest;
    }

    /** @param listedOnly whether it is written small where names are not, so that only those that we list may be meant */
    private @Nullable Spot found(
            Part part, Words words, int first, int last, long key, Map<Long, Integer> countries, boolean listedOnly) {
        if (!known.mayHave(key) && countries.isEmpty()) {
            return null;
        }
        Term term = lexicon.term(key);
        if (term == null || !(term instanceof Term.NoPlace)) {
            int[] abbreviated = standsBehindTown(words, first) ? gazetteer.abbreviated(key) : NONE;
            if (abbreviated.length > 0) {
                return new Spot(part, words, first, last, key, abbreviated, null, true);
            }
        }
        int[] candidates = gazetteer.named(key);
        // The White House is no by-name of Casablanca's.
        boolean isOther = term != null && !(term instanceof Term.Region);
        if ((listedOnly || isOther) && candidates.length > 0) {
            candidates = listed(candidates);
        }
        Integer country = countries.isEmpty() ? null : countries.get(key);
        if (country != null) {
            candidates = new int[] {(country << 2) | 2};
        }
        if (term instanceof Term.NoPlace) {
            candidates = NONE;
        }
        return candidates.length == 0 && term == null
                ? null
                : new Spot(part, words, first, last, key, candidates, term, false);
    }

    /** Names end in a capitalised word, or behind an apostrophe: Xi'an. */
    private static boolean endsSmall(Words words, int last) {
        return words.isLower(last) && words.before(last) != Words.Gap.APOSTROPHE;
    }

    private boolean beginsSmall(Words words, int word) {
        long key = Keys.end(Keys.withFolded(Keys.folded(), words.text(), words.start(word), words.end(word)));
        return smallBeginnings.get(key) != null;
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
