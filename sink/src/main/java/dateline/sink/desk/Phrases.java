package dateline.sink.desk;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words and phrases looked for in running text: whole words, without regard to case, over any white space. */
final class Phrases {
    /** Scripts that put no space between words, so that a word's edge can't be told from its neighbours. */
    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private static final String LETTER = "[\\p{L}\\p{M}\\p{N}]";

    private final Pattern pattern;

    /** @param phrases at least one, none blank */
    Phrases(List<String> phrases) {
        pattern = Pattern.compile(
                phrases.stream().map(Phrases::pattern).collect(Collectors.joining("|")),
                CASE_INSENSITIVE | UNICODE_CASE);
    }

    boolean in(String text) {
        return pattern.matcher(text).find();
    }

    private static String pattern(String phrase) {
        String words =
                Arrays.stream(phrase.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        return (isEdge(phrase.codePointAt(0)) ? "(?<!" + LETTER + ")" : "")
                + words
                + (isEdge(phrase.codePointBefore(phrase.length())) ? "(?!" + LETTER + ")" : "");
    }

    private static boolean isEdge(int letter) {
        return Character.isLetterOrDigit(letter) && !UNSPACED.contains(UnicodeScript.of(letter));
    }
}
