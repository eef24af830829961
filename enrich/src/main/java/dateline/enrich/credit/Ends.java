package dateline.enrich.credit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells the marks that end a story, and what agencies put under every story of theirs. */
final class Ends {
    private static final int LONGEST_MARK = 30;
    private static final int LONGEST_MATTER = 800;
    private static final String MARK_OPENINGS = "-–—=*(#_[/ &eEfFsS";

    private static final Pattern MARK = Pattern.compile(
            "[-–—=*\\s]*(?:30|0)[-–—=*\\s]*(?<=[-–—=]\\s?)|[-–—(\\[*/\\s]*(?:ends?|enditem|endit|fin|ende|fim|fine|end of story|end/?)[-–—)\\]*/.\\s]*|#(?:\\s?#){1,5}|(?:\\* ?){3,5}|_{2,}|source link|&#3;",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The phrases by their first words. */
    private static final Map<String, List<String>> MATTER =
            Words.lines("end-matter.txt").stream().collect(Collectors.groupingBy(phrase -> Words.first(phrase, 0)));

    private Ends() {}

    /** "-30-", "ENDS", "Enditem", "###", "Source link". */
    static boolean isMark(String line) {
        return line.length() <= LONGEST_MARK
                && MARK_OPENINGS.indexOf(line.charAt(0)) >= 0
                && MARK.matcher(line).matches();
    }

    /** Whether a line is a mark that nothing of the story follows; a row of stars may as well divide it. */
    static boolean isLast(String line) {
        return isMark(line) && "*_s".indexOf(Character.toLowerCase(line.charAt(0))) < 0;
    }

    /** "This story has been published from a wire agency feed without modifications." */
    static boolean isMatter(String line) {
        if (line.length() > LONGEST_MATTER) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        int from = 0;
        while (from < lower.length()) {
            String word = Words.first(lower, from);
            for (String phrase : MATTER.getOrDefault(word, List.of())) {
                if (lower.startsWith(phrase, from)) {
                    return true;
                }
            }
            from += word.length() + 1;
        }
        return false;
    }
}
