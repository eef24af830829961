package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Datelines as wire formats give them, in an element of their own or by convention at the head of the text. Only the plain
 * forms are read here; enrich reads the rest.
 */
public final class Datelines {
    private static final String CITY = "\\p{Lu}[\\p{L}\\p{M}.'’\\- /]{1,40}?";
    private static final String CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.'’\\- /]{1,40}?";
    private static final String DATE =
            "(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s\\p{L}{3,9}\\.?|\\d{1,2}/\\d{1,2})(?:,?\\s\\d{4})?";
    private static final String DASH = "(?:\\.?\\s?[-–—_:=]{1,2}|\\.-)";

    private static final List<Pattern> FORMS = Stream.of(
                    // "MUNICH (dpa) -", "NEW YORK (AP) _", "San Diego, California (tca/dpa) -", "GENT 12/11 (BELGA) ="
                    "(" + CITY + ")(?:,\\s[^()\\n]{1,40}?|[.]?\\s" + DATE + ")?\\s*\\((?!\\d)[^()\\n]{2,40}\\)\\s*"
                            + DASH + "\\s",
                    // "NEW YORK--(BUSINESS WIRE)--"
                    "(" + CITY + ")(?:,\\s[^()\\n]{1,40}?)?\\s?-{1,2}\\s?\\((?!\\d)[^()\\n]{2,40}\\)\\s?-{1,2}",
                    // "Tegucigalpa, Jan 2 (EFE).- "
                    "(" + CITY + "),\\s[^()\\n]{3,20}\\s*\\([^()\\n]{2,40}\\)\\s*(?:\\.?\\s?[-–—_]{1,2})\\s",
                    // "NEW YORK, March 5, 2026 /PRNewswire/ --", "MOSCOW, March 5. /TASS/."
                    "(" + CITY + "),\\s(?:[^,()/\\n]{2,30},\\s)?" + DATE + "[.,]?\\s?/[^/\\n]{2,30}/(?:\\.|\\s*[-–—])",
                    // "(ANSA) - ROMA, 12 NOV - "
                    "\\([^()\\n]{2,20}\\)\\s?[-–—]\\s?(" + CAPITALS + "),\\s" + DATE + "\\s?[-–—]",
                    // "SAITAMA, Japan, Jan. 1, Kyodo -", "SYDNEY, Nov 13 AAP - ": in capitals, the name of the agency
                    // ends it
                    "(" + CAPITALS + "),\\s(?:[^,\\n]{2,30},\\s)?" + DATE
                            + ",?\\s(?:(?:Kyodo|Xinhua|Reuters|AP|AFP|AAP|dpa)\\b\\s*[-–—_]*|\\p{Lu}\\p{L}{1,11}\\s+[-–—_]+\\s)",
                    // "HALIFAX _ ": the teleprinter's dash
                    "(" + CAPITALS + ")(?:,\\s[^()_,\\n]{1,30})?\\s_\\s")
            .map(form -> Pattern.compile("^" + form))
            .toList();

    private static final Pattern AGENCY =
            Pattern.compile("[(/]([^()/\\n]{2,30})[)/]|\\d[,.]?\\s(\\p{Lu}\\p{L}{1,11})$");

    private Datelines() {}

    /**
     * A dateline at the head of a text.
     *
     * @param line as filed, without the dash that ends it
     * @param end where the story begins, behind the dash, in the text with its white space folded
     */
    public record Found(String line, String place, int end) {
        /** The agency that the line names, in brackets, between strokes or behind the date; null where it names none. */
        public @Nullable String agency() {
            Matcher named = AGENCY.matcher(line);
            if (!named.find()) {
                return null;
            }
            return named.group(1) != null ? named.group(1) : named.group(2);
        }
    }

    /** The dateline at the head of running text; null where there is none that is sure. */
    public static @Nullable Found opening(String text) {
        String head = Element.fold(text.length() > 200 ? text.substring(0, 200) : text);
        for (Pattern pattern : FORMS) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find()) {
                return new Found(ended(matcher.group()), matcher.group(1).strip(), matcher.end());
            }
        }
        return null;
    }

    /** The agency that the dateline of a story names: in its first paragraphs, above which there may be a byline. */
    public static @Nullable String agencyOf(List<String> story) {
        return story.stream()
                .limit(3)
                .map(Datelines::opening)
                .filter(Objects::nonNull)
                .map(Found::agency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The place in a dateline that stands by itself: "London (dpa) -" → London; null where it names none. */
    public static @Nullable String place(@Nullable String dateline) {
        if (dateline == null) {
            return null;
        }
        String plain = ended(dateline);
        int end = plain.length();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == ',' || c == '(' || c == '،') {
                end = i;
                break;
            }
        }
        String place = plain.substring(0, end).strip();
        boolean date = place.isEmpty() || place.chars().anyMatch(Character::isDigit) || Dates.month(place) != null;
        return date || place.length() > 60 ? null : place;
    }

    /** A dateline without the dash that ends it. */
    public static String ended(String dateline) {
        return Element.fold(dateline).replaceFirst("[\\s.]*[-–—_:=]+\\s*$", "").replaceFirst("\\s+$", "");
    }
}
