package dateline.enrich.kin;

import dateline.enrich.take.Hint;
import dateline.enrich.take.Takes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a slug or headline when all that changes from one take of a story to the next is taken off.
 *
 * @param text in lower case and without punctuation; empty if nothing is left
 * @param isUpdate whether what was taken off says that the story takes the place of an earlier one: UPDATE 2-, CORRECTED,
 *     1st Ld …
 */
record Stem(String text, boolean isUpdate) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static Stem of(String name) {
        Takes takes = Takes.of(name);
        String text = NO_WORD.matcher(takes.rest().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return new Stem(text, takes.hints().stream().map(Hint::kind).anyMatch(Hint.Kind::replaces));
    }

    /** A number for it; 0 if nothing is left. */
    long hash() {
        return text.isEmpty() ? 0 : Hashes.of(text);
    }

    /** The mark under which all stories of a provider with this stem are found; none if nothing is left. */
    List<Long> marks(String provider) {
        return text.isEmpty() ? List.of() : List.of(Hashes.of(provider.toLowerCase(Locale.ROOT) + '\n' + text));
    }
}
