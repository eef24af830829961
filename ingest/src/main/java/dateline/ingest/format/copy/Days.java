package dateline.ingest.format.copy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other ways to write a day, turned into ISO 8601's year, month and day: ordinals, weeks, day first, Hangul and Hanzi. */
final class Days {
    private static final Pattern ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})(?=[T ]|$)");
    private static final Pattern WEEK = Pattern.compile("^(\\d{4})-?W(\\d\\d)(?:-?([1-7]))?(?=[T ]|$)");
    private static final Pattern DAY_FIRST = Pattern.compile("^(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?=[T ,]|$)");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(\\d{4})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日]");
    private static final Pattern HALF_FIRST = Pattern.compile("(?:(오전|上午|午前)|(?:오후|下午|午後))\\s*(\\d[\\d:]*)");
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{1,14}\\.?,?\\s+(?=\\d{1,4}[-/.]\\d)");
    private static final Pattern ZONE_ID = Pattern.compile("\\[[\\w/+-]+\\]$");

    /** Hanzi and Hangul lie beyond this, all that dates in other scripts hold before it. */
    private static final int FIRST_EAST_ASIAN = 0x3000;

    private Days() {}

    /**
     * @param text a date, and perhaps a time
     * @return the same with its day as year, month and day where it was written otherwise, else the text as it is
     * @throws DateTimeException if there is no such day
     */
    static String asIso(String text) {
        String plain = text.endsWith("]") ? ZONE_ID.matcher(text).replaceFirst("") : text;
        if (plain.chars().anyMatch(c -> c >= FIRST_EAST_ASIAN)) {
            plain = HALF_FIRST
                    .matcher(plain)
                    .replaceAll(time -> time.group(2) + (time.group(1) == null ? " PM" : " AM"));
            plain = EAST_ASIAN.matcher(plain).replaceFirst("$1-$2-$3");
        }
        plain = WEEKDAY.matcher(plain).replaceFirst("");
        Matcher ordinal = ORDINAL.matcher(plain);
        if (ordinal.find()) {
            return LocalDate.ofYearDay(number(ordinal, 1), number(ordinal, 2)) + plain.substring(ordinal.end());
        }
        Matcher week = WEEK.matcher(plain);
        if (week.find()) {
            return LocalDate.of(number(week, 1), 1, 4)
                            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
                            .with(DayOfWeek.of(week.group(3) == null ? 1 : number(week, 3)))
                    + plain.substring(week.end());
        }
        Matcher dayFirst = DAY_FIRST.matcher(plain);
        if (dayFirst.find()) {
            int first = number(dayFirst, 1);
            int second = number(dayFirst, 3);
            // Points come with the day first. Strokes and hyphens say nothing, unless one number can be no month.
            boolean american = second > 12;
            if (dayFirst.group(2).equals(".") || first > 12 || american) {
                return LocalDate.of(number(dayFirst, 4), american ? first : second, american ? second : first)
                        + plain.substring(dayFirst.end());
            }
        }
        return plain;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
