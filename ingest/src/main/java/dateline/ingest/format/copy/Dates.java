package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that agencies and feeds write: ISO 8601 basic and extended, RFC 822 with all its wild forms, dates in
 * words. What is impossible or could mean two days is no date: nothing is guessed but a missing zone, and that is said.
 */
public final class Dates {
    /**
     * A point in time as read.
     *
     * @param instant UTC
     * @param zoneAssumed whether the text named no zone, and the one given was taken
     */
    public record Moment(Instant instant, boolean zoneAssumed) {}

    private static final String HALF = "([AaPp]\\.?[Mm]\\b\\.?)";
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:([-/.]?)(\\d\\d|(?<=\\D)\\d)(?:\\2(\\d\\d|(?<=\\D)\\d))?)?"
                    + "(?:\\s*[Tt ,_]\\s*(\\d\\d?)(?::?(\\d\\d|(?<=:)\\d)(?::?(\\d\\d|(?<=:)\\d)(?:[.,]\\d{1,9})?)?)?(?:\\s*"
                    + HALF
                    + ")?)?\\s*([Zz]|[+-]\\d\\d?(?::?\\d\\d(?::?\\d\\d)?)?|[A-Za-z]{1,5})?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?([Zz]|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.h](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?(?![\\d.])\\s*" + HALF + "?");
    private static final Pattern BARE_HOUR = Pattern.compile("\\b(\\d{1,2})\\s*" + HALF);
    private static final Pattern OFFSET = Pattern.compile(
            "(?:(?:GMT|UTC?|Z)\\s*)?([+-])(\\d{1,2}):?(\\d\\d)?(?::?\\d\\d)?\\s*$", Pattern.CASE_INSENSITIVE);
    /** The offset of asctime, before the year: "Thu Jan 1 10:00:00 +0100 2004". */
    private static final Pattern OFFSET_INSIDE = Pattern.compile("([+-])(\\d\\d):?(\\d\\d)\\b");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");

    /** Earlier years are a machine's word for "none": there were no wires. */
    private static final int FIRST_YEAR = 1800;

    private Dates() {}

    /** @param zone the zone of a time that names none; null where the text is no date */
    public static @Nullable Moment read(@Nullable String text, ZoneId zone) {
        if (text == null || text.length() > 120) {
            return null;
        }
        try {
            String plain = Days.asIso(Element.fold(text));
            Matcher compact = COMPACT.matcher(plain);
            if (compact.matches()) {
                return moment(
                        LocalDate.of(number(compact, 1), number(compact, 2), number(compact, 3)),
                        number(compact, 4),
                        number(compact, 5),
                        number(compact, 6),
                        compact.group(7),
                        zone);
            }
            Matcher iso = ISO.matcher(plain);
            if (iso.matches()
                    && !(iso.group(3) != null
                            && iso.group(4) == null
                            && iso.group(2).isEmpty())) {
                return moment(
                        LocalDate.of(
                                number(iso, 1),
                                iso.group(3) == null ? 1 : number(iso, 3),
                                iso.group(4) == null ? 1 : number(iso, 4)),
                        hour(number(iso, 5), iso.group(8)),
                        number(iso, 6),
                        number(iso, 7),
                        iso.group(9),
                        zone);
            }
            return inWords(plain, zone);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The zone a name or offset stands for (EST, GMT, +0200); null where it stands for none. */
    public static @Nullable ZoneId zone(String name) {
        String plain = name.strip();
        Matcher offset = OFFSET.matcher(plain);
        if (offset.matches()) {
            return offset(offset);
        }
        return Zones.named(plain);
    }

    /** The month's number for a name in the languages that wires file in; null for any other word. */
    public static @Nullable Integer month(String name) {
        return Months.named(name);
    }

    private static @Nullable Moment inWords(String text, ZoneId zone) {
        String rest = IN_BRACKETS.matcher(text).replaceAll(" ").strip();
        int hour = 0;
        int minute = 0;
        int second = 0;
        Matcher time = TIME.matcher(rest);
        Matcher bare = BARE_HOUR.matcher(rest);
        if (time.find()) {
            hour = hour(number(time, 1), time.group(4));
            minute = number(time, 2);
            second = number(time, 3);
            rest = rest.substring(0, time.start()) + " | " + rest.substring(time.end());
        } else if (bare.find()) {
            hour = hour(number(bare, 1), bare.group(2));
            rest = rest.substring(0, bare.start()) + " | " + rest.substring(bare.end());
        }
        ZoneId named = null;
        int mark = rest.indexOf('|');
        if (mark >= 0) {
            Matcher offset = OFFSET.matcher(rest).region(mark, rest.length());
            if (offset.find()) {
                named = offset(offset);
                rest = rest.substring(0, offset.start());
            } else {
                Matcher inside = OFFSET_INSIDE.matcher(rest).region(mark, rest.length());
                if (inside.find()) {
                    named = offset(inside);
                    rest = rest.substring(0, inside.start()) + rest.substring(inside.end());
                }
            }
        }
        Integer month = null;
        Matcher words = WORD.matcher(rest);
        while (words.find()) {
            boolean afterTime = mark >= 0 && words.start() > mark;
            // "mar, 3 nov": what comes later is the month, the first a day of the week that sounds like one.
            Integer found = month == null || !afterTime ? Months.named(words.group()) : null;
            if (found != null) {
                month = found;
            } else if (afterTime && named == null) {
                named = Zones.named(words.group());
            }
        }
        if (month == null) {
            return null;
        }
        Integer day = null;
        Integer year = null;
        Matcher numbers = NUMBER.matcher(rest);
        while (numbers.find()) {
            String digits = numbers.group();
            int value = Integer.parseInt(digits.length() > 4 ? "99999" : digits);
            if (digits.length() == 4) {
                year = year == null ? Integer.valueOf(value) : year;
            } else if (digits.length() > 2) {
                return null;
            } else if (day == null) {
                day = value;
            } else if (year == null) {
                year = value + (value < 70 ? 2000 : 1900);
            }
        }
        if (year == null) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day == null ? 1 : day);
        return moment(date, hour, minute, second, named, zone);
    }

    private static Moment moment(
            LocalDate date, int hour, int minute, int second, @Nullable String zoneText, ZoneId assumed) {
        ZoneId named = zoneText == null ? null : zone(zoneText);
        if (zoneText != null && named == null) {
            throw new DateTimeException("no zone is called " + zoneText);
        }
        return moment(date, hour, minute, second, named, assumed);
    }

    private static Moment moment(
            LocalDate date, int hour, int minute, int second, @Nullable ZoneId named, ZoneId assumed) {
        if (date.getYear() < FIRST_YEAR) {
            throw new DateTimeException("no wire is as old as " + date);
        }
        ZoneId in = named == null ? assumed : named;
        return new Moment(at(date, hour, minute, second).atZone(in).toInstant(), named == null);
    }

    /** 24:00 is the next day's midnight (ISO 8601, 4.2.3), and a leap second is taken for the one before. */
    private static LocalDateTime at(LocalDate date, int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return date.plusDays(1).atStartOfDay();
        }
        return date.atTime(LocalTime.of(hour, minute, Math.min(second, second == 60 ? 59 : second)));
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.startsWith("p") || half.startsWith("P");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static ZoneOffset offset(Matcher matcher) {
        int hours = Integer.parseInt(matcher.group(2));
        int minutes = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
