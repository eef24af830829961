package dateline.ingest.format.copy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells kills where a format has no field for them: in slug, headline and the lines above the text. */
public final class Kills {
    private static final Pattern SLUG = Pattern.compile(
            "(?:^|[-/,\\s(])(?:(?:BC-)?(?:ADVISORY|MANDATORY|BULLETIN|STORY|PHOTO|SLUG)[-\\s]*)?(?:KILL|KILLED|ELIMINATION)(?:$|[-/,\\s):])"
                    + "|(?:^|[-/,\\s(])(?i:advisory|mandatory|bulletin)[-\\s]+(?i:kill)(?:$|[-/,\\s):])");
    private static final Pattern LINE = Pattern.compile(
            "^(?:[Ee][Dd][Ss][.:]\\s)?\\W*(?:(?:ATTENTION|ATTN)\\s+(?:ALL\\s+)?(?:EDITORS|CLIENTS|SUBSCRIBERS)\\W{1,4}(?:PLEASE\\s+)?KILL\\b|(?:MANDATORY|ADVISORY|BULLETIN|STORY|URGENT)\\s+KILL\\b"
                    + "|KILL(?:\\s+(?:NOTICE|ADVISORY|THE\\s+STORY|STORY)\\b|\\W*$)|(?:EDS|Eds|EDITORS|Editors)\\W{1,3}(?:PLEASE\\s+)?KILL\\s"
                    + "|(?i:eds|editors|members|clients|subscribers)\\b.{0,80}\\b(?i:kill)\\s+(?i:the\\s+story|(?:BC|AM|PM|AP)-)|Kill\\s+(?:the\\s+story|(?:BC|AM|PM|AP)-)"
                    + "|ACHTUNG\\W{1,4}.{0,40}(?:zurückgezogen|ZURÜCKGEZOGEN|nicht\\s+(?:mehr\\s+)?(?:zu\\s+)?verwenden))");

    private Kills() {}

    /** Whether a slug says kill: in capitals, as a word of its own, so that "Road-Kill-Study" is none. */
    public static boolean inSlug(@Nullable String slug) {
        return slug != null && SLUG.matcher(slug).find();
    }

    /** Whether a headline or a line to editors orders a kill. */
    public static boolean ordered(@Nullable String line) {
        return line != null && LINE.matcher(line).find();
    }
}
