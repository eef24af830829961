package dateline.ingest.format.telex;

import dateline.ingest.format.copy.Dates;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line that closes an ANPA dispatch, by which its time of filing is known.
 *
 * @param agency who filed it, in its own letters; null where the line does not say
 * @param filed when; null where the numbers are no date
 * @param line as it stands in the copy
 */
record Trailer(@Nullable String agency, Dates.@Nullable Moment filed, String line) {
    /** AP-WF-11-13-13 1509GMT, NYT-11-13-13 1822EST: month, day, year, as ANPA 1312 has them in its header too. */
    private static final Pattern DATE_FIRST = Pattern.compile(
            "(?m)^[ \\t^]*([A-Z]{2,6})(?:-[A-Z]{2,3})?-(?<month>\\d\\d)-(?<day>\\d\\d)-(?<year>\\d\\d)\\s+(?<hour>\\d\\d):?(?<minute>\\d\\d)\\s?(?<zone>[A-Z]{2,4})?<?[ \\t]*$");

    /** KWS-21:37-09-12-18 and 10:32ET 09-12-18: those that put the time first write the day before the month. */
    private static final Pattern TIME_FIRST = Pattern.compile(
            "(?m)^[ \\t^]*(?:([A-Z]{2,6})-)?(?<hour>\\d\\d):(?<minute>\\d\\d)(?<zone>[A-Z]{2,4})?[- ](?<day>\\d\\d)-(?<month>\\d\\d)-(?<year>\\d\\d)<?[ \\t]*$");

    /** @param zone the zone of a trailer that names none; null where the text holds no such line */
    static @Nullable Trailer of(String text, ZoneId zone) {
        for (Pattern form : List.of(DATE_FIRST, TIME_FIRST)) {
            Matcher line = form.matcher(text.replaceAll("[\\x03\\x04\\x0c\\r]", ""));
            if (line.find()) {
                String named = line.group("zone");
                Dates.Moment filed = Dates.read(
                        "20%s-%s-%s %s:%s%s"
                                .formatted(
                                        line.group("year"),
                                        line.group("month"),
                                        line.group("day"),
                                        line.group("hour"),
                                        line.group("minute"),
                                        named == null ? "" : " " + named),
                        zone);
                return new Trailer(line.group(1), filed, line.group().strip());
            }
        }
        return null;
    }
}
