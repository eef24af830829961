package dateline.enrich.place;

import org.jspecify.annotations.Nullable;
import wire.Part;

/** A name in a text that may be a place's, or says something of where the story is. */
final class Spot {
    private final Part part;
    private final Words words;
    private final int first;
    private final int last;
    private final long key;
    private final int[] candidates;
    private final @Nullable Term term;
    private final boolean abbreviation;
    private boolean isFiled;

    /**
     * @param first its first word
     * @param last its last word
     * @param key what it was found under
     * @param candidates the places of that name, as {@link Gazetteer#named} answers
     * @param term what else it stands for; null for nothing
     * @param abbreviation whether it is one that only stands behind a town: Ohio as OH
     */
    Spot(
            Part part,
            Words words,
            int first,
            int last,
            long key,
            int[] candidates,
            @Nullable Term term,
            boolean abbreviation) {
        this.part = part;
        this.words = words;
        this.first = first;
        this.last = last;
        this.key = key;
        this.candidates = candidates;
        this.term = term;
        this.abbreviation = abbreviation;
    }

    Part part() {
        return part;
    }

    Words words() {
        return words;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    long key() {
        return key;
    }

    int[] candidates() {
        return candidates;
    }

    @Nullable
    Term term() {
        return term;
    }

    boolean abbreviation() {
        return abbreviation;
    }

    /** The same name, but in a dateline. */
    Spot filed() {
        var spot = new Spot(part, words, first, last, key, candidates, null, abbreviation);
        spot.isFiled = true;
        return spot;
    }

    /** Whether it stands in the dateline. */
    boolean isFiled() {
        return isFiled;
    }

    int start() {
        return words.start(first);
    }

    int end() {
        return words.end(last);
    }

    boolean isOneWord() {
        return first == last;
    }
}
