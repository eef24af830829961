package dateline.enrich.kin;

import dateline.enrich.take.Hint;
import dateline.enrich.take.Takes;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is left of a slug or headline when all that changes from one take of a story to the next is taken off. */
public final class Stems {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Stems() {}

    /** The stem of a slug or headline, in lower case and without punctuation; empty if nothing is left. */
    public static String of(String name) {
        return NO_WORD.matcher(Takes.of(name).rest().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** Whether a slug or headline says that its story takes the place of an earlier one: UPDATE 2-, CORRECTED, 1st Ld … */
    public static boolean isUpdate(String name) {
        return Takes.of(name).hints().stream().map(Hint::kind).anyMatch(Hint.Kind::replaces);
    }
}
