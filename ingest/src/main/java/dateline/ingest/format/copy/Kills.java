package dateline.ingest.format.copy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** "Kill the story slugged BC-Ferry.", "kill BC-PP--Ferry Sinks", "kill the story headlined 'Ferry sinks'" */
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?i:kill)\\s+(?:(?i:(?:the|our|this)\\s+)?(?i:story|item|copy|take|article)s?\\s+(?i:slugged|slug|headlined|headline|titled|entitled|under)\\W{1,3}|(?=(?:BC|AM|PM)-))"
                    + "[\"“‘']?([^\"”’'\\n]{3,120}?)[\"”’']?\\s*(?:[.;]|,\\s|$)");

    /** "Members using BC-PP--Ferry Sinks, kill the story." */
    private static final Pattern USING =
            Pattern.compile("\\b(?i:using|of)\\s+((?:BC|AM|PM)-[^,;\\n]{3,120}),\\s+(?i:(?:please\\s+)?kill)\\b");

    private Kills() {}

    /** What a slug that says kill is called without saying so: the story that is meant. Empty if it names none. */
    static String subject(String slug) {
        return SLUG.matcher(slug).replaceAll(" ").replaceAll("^[\\s,/:-]+|[\\s,/:-]+$", "");
    }

    /** The slugs or headlines by which an order names the stories to be killed. */
    static List<String> named(String line) {
        return Stream.of(NAMED, USING)
                .flatMap(pattern -> pattern.matcher(line).results())
                .map(found -> found.group(1).strip())
                .distinct()
                .toList();
    }

    /** Whether a slug says kill: in capitals, as a word of its own, so that "Road-Kill-Study" is none. */
    public static boolean inSlug(@Nullable String slug) {
        return slug != null && SLUG.matcher(slug).find();
    }

    /** Whether a headline or a line to editors orders a kill. */
    public static boolean ordered(@Nullable String line) {
        return line != null && LINE.matcher(line).find();
    }
}
