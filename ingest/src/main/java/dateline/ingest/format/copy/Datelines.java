package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Datelines as wire formats give them, in an element of their own or by convention at the head of the text. Only the plain
 * forms are read here; enrich reads the rest.
 */
public final class Datelines {
    private static final String CITY = "\\p{Lu}[\\p{L}\\p{M}.'’\\- /]{1,40}?";

    /** "MUNICH (dpa) -", "NEW YORK (AP) _", "San Diego, California (tca/dpa) -": the bracket and the dash make it sure. */
    private static final Pattern BRACKETED = Pattern.compile("^(" + CITY
            + ")(?:,\\s[^()\\n]{1,40}?)?\\s*\\((?!\\d)[^()\\n]{2,40}\\)\\s*(?:\\.?\\s?[-–—_:]{1,2}|\\.-)\\s");

    /** "Tegucigalpa, Jan 2 (EFE).- ": the same with a date. */
    private static final Pattern DATED =
            Pattern.compile("^(" + CITY + "),\\s[^()\\n]{3,20}\\s*\\([^()\\n]{2,40}\\)\\s*(?:\\.?\\s?[-–—_]{1,2})\\s");

    /** "SAITAMA, Japan, Jan. 1, Kyodo -", "TOKYO, Jan. 1, Kyodo" and "SYDNEY, Jan 1 AAP -": the agency's name ends it. */
    private static final Pattern NAMED = Pattern.compile(
            "^(\\p{Lu}[\\p{Lu}.'’\\- ]{2,40}),\\s(?:[^,\\n]{2,30},\\s)?(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{L}{3,9}),?\\s"
                    + "(?:(?:Kyodo|Xinhua|Reuters|AP|AFP|dpa)\\b\\s*[-–—_]*|\\p{Lu}{2,6}\\s*[-–—_]{1,2}\\s)");

    /** "(ANSA) - ROMA, 04 MAR - ": the agency begins it. */
    private static final Pattern AGENCY_FIRST = Pattern.compile(
            "^\\(\\p{Lu}[^()\\n]{1,20}\\)\\s*[-–—]\\s(\\p{Lu}[\\p{L}\\p{M}.'’ ]{1,40}),\\s\\d{1,2}\\s\\p{L}{3,9}\\.?\\s*[-–—]\\s");

    /** "BOSTON--(BUSINESS WIRE)--": as press releases have it, without a space. */
    private static final Pattern CLOSED =
            Pattern.compile("^(\\p{Lu}[\\p{L}\\p{M}.'’ ]{1,40}?)(?:,\\s[^()\\n]{1,40}?)?--\\([^()\\n]{2,40}\\)--");

    /** "MOSCOW, March 4. /TASS/. ": the agency stands between slashes. */
    private static final Pattern SLASHED =
            Pattern.compile("^(" + CITY + "),\\s[^/\\n]{3,30}\\.?\\s*/\\p{Lu}[^/\\n]{1,30}/\\s*[.\\-–—]*\\s");

    private Datelines() {}

    /** @param line as filed, without the dash that ends it */
    public record Found(String line, String place) {}

    /** The dateline at the head of running text; null where there is none that is sure. */
    public static @Nullable Found opening(String text) {
        String head = Element.fold(text.length() > 200 ? text.substring(0, 200) : text);
        for (Pattern pattern : new Pattern[] {BRACKETED, DATED, NAMED, SLASHED, CLOSED, AGENCY_FIRST}) {
            Matcher matcher = pattern.matcher(head);
            if (matcher.find()) {
                return new Found(ended(matcher.group()), matcher.group(1).strip());
            }
        }
        return null;
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
        return Element.fold(dateline).replaceFirst("[\\s.]*[-–—_:]+\\s*$", "").replaceFirst("\\s+$", "");
    }
}
