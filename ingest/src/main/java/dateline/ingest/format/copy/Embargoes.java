package dateline.ingest.format.copy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads embargoes that stand in the text: "EMBARGOED UNTIL 1800 GMT MONDAY, NOV 2", "Sperrfrist: 2. November 2026, 19.00 Uhr".
 * Day and zone must be said or known; what is left open makes the embargo unreadable, never early.
 */
public final class Embargoes {
    /** A longer line is copy, and one may be as long as its document. */
    private static final int LONGEST = 600;

    /** Words to editors; "embargo" alone is what states impose, and so needs to open the line or to go on as an order. */
    private static final Pattern OPENS = Pattern.compile("\\bEMBARGOED\\b|\\bEmbargoed\\s+(?:until|till|to|for)\\b"
            + "|(?:^\\W*(?:Eds[.:]\\s+)?(?:STRICTLY\\s+)?|\\b(?:STRICT|UNDER)\\s+)EMBARGO(?=\\s*(?:[:–—-]|$)|\\s+(?:UNTIL|TILL|TO|FOR|\\d))"
            + "|^\\W*(?:Eds[.:]\\s+)?Embargo(?:\\s+until\\b|:(?=.{0,60}\\d))"
            + "|\\bH(?:OLD|old)\\s+(?i:for\\s+release)\\b"
            + "|\\bFOR\\s+RELEASE\\s+(?:(?:UNTIL|AT|ON|NOT\\s+BEFORE|AFTER)\\b|(?=\\d{1,2}[:.]?\\d\\d))"
            + "|\\bNOT\\s+FOR\\s+(?:PUBLICATION|RELEASE|USE)\\s+(?:BEFORE|UNTIL)\\b"
            + "|\\b(?:Sperrfrist|SPERRFRIST|SOUS\\s+EMBARGO|EMBARGADO)\\b");

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.])([01]?\\d|2[0-4])(?:[:.h]?([0-5]\\d))?\\s*(?:(a\\.?m|p\\.?m)\\b\\.?|hrs?\\b|hours?\\b|h\\b|Uhr\\b)?\\s*\\(?(GMT|UTC|BST|CET|CEST|MEZ|MESZ|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|JST|AEST|AEDT|[+-]\\d\\d:?\\d\\d)?\\)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_MONTH =
            Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(\\p{L}{3,10})\\.?(?:,?\\s+(\\d{4})\\b)?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b(\\p{L}{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,?\\s+(\\d{4})\\b)?");
    private static final Pattern NUMBERS = Pattern.compile("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?");
    private static final Pattern ISO =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?\\s?(?:Z|GMT|UTC|[+-]\\d\\d:?\\d\\d)?");
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private Embargoes() {}

    /** What a line says of an embargo. */
    public sealed interface Word {
        /** Nothing. */
        record None() implements Word {}

        /** Not before this time. */
        record Until(Instant time) implements Word {}

        /** There is one, and its end cannot be told. */
        record Unreadable() implements Word {}
    }

    /**
     * @param filed when the copy was filed, for days without a year; null where it is not known
     * @param zone the feed's zone, for times without one; null where none is configured
     */
    public static Word read(String line, @Nullable Instant filed, @Nullable ZoneId zone) {
        if (line.length() > LONGEST) {
            return new Word.None();
        }
        Matcher opens = OPENS.matcher(line);
        if (!opens.find()) {
            return new Word.None();
        }
        String rest = line.substring(opens.end());
        if (rest.length() > 200) {
            rest = rest.substring(0, 200);
        }
        try {
            Instant time = time(rest, filed, zone);
            return time == null ? new Word.Unreadable() : new Word.Until(time);
        } catch (DateTimeException e) {
            return new Word.Unreadable();
        }
    }

    private static @Nullable Instant time(String text, @Nullable Instant filed, @Nullable ZoneId zone) {
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            Dates.Moment moment = Dates.read(iso.group(), zone == null ? ZoneOffset.UTC : zone);
            return moment == null || (moment.zoneAssumed() && zone == null) ? null : moment.instant();
        }
        String rest = text;
        ZoneId assumed = zone == null ? ZoneOffset.UTC : zone;
        LocalDate reference = filed == null ? null : filed.atZone(assumed).toLocalDate();
        LocalDate day = null;
        Matcher numbers = NUMBERS.matcher(text);
        Matcher dayMonth = DAY_MONTH.matcher(text);
        Matcher monthDay = MONTH_DAY.matcher(text);
        if (numbers.find()) {
            day = day(number(numbers, 1), number(numbers, 2), numbers.group(3), reference);
            rest = cut(text, numbers);
        } else if (find(dayMonth, 2)) {
            day = day(number(dayMonth, 1), month(dayMonth.group(2)), dayMonth.group(3), reference);
            rest = cut(text, dayMonth);
        } else if (find(monthDay, 1)) {
            day = day(number(monthDay, 2), month(monthDay.group(1)), monthDay.group(3), reference);
            rest = cut(text, monthDay);
        } else if (reference != null) {
            for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
                if (WEEKDAYS.containsKey(word)) {
                    day = reference.with(TemporalAdjusters.nextOrSame(WEEKDAYS.get(word)));
                    break;
                }
            }
        }
        Matcher time = TIME.matcher(rest);
        while (time.find()) {
            boolean sure = time.group(2) != null || time.group(3) != null;
            if (!sure) {
                continue;
            }
            String named = time.group(4);
            ZoneId in = named == null ? zone : Dates.zone(named);
            if (day == null || in == null) {
                return null;
            }
            int hour = number(time, 1);
            String half = time.group(3);
            if (half != null) {
                hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
            }
            LocalDate date = hour == 24 ? day.plusDays(1) : day;
            return date.atTime(hour % 24, time.group(2) == null ? 0 : number(time, 2))
                    .atZone(in)
                    .toInstant();
        }
        return null;
    }

    /** A day without a year is the next such day, or one just gone by when copy was late. */
    private static @Nullable LocalDate day(int day, int month, @Nullable String year, @Nullable LocalDate reference) {
        if (year != null) {
            return LocalDate.of(Integer.parseInt(year), month, day);
        }
        if (reference == null) {
            return null;
        }
        LocalDate same = LocalDate.of(reference.getYear(), month, day);
        return same.isBefore(reference.minusDays(30)) ? same.plusYears(1) : same;
    }

    private static boolean find(Matcher matcher, int monthGroup) {
        while (matcher.find()) {
            if (Dates.month(matcher.group(monthGroup)) != null) {
                return true;
            }
        }
        return false;
    }

    private static int month(String name) {
        Integer month = Dates.month(name);
        if (month == null) {
            throw new DateTimeException("no month is called " + name);
        }
        return month;
    }

    private static String cut(String text, Matcher found) {
        return text.substring(0, found.start()) + " " + text.substring(found.end());
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Map<String, DayOfWeek> weekdays() {
        String[] names = {
            "monday mon montag lundi lunes", "tuesday tue dienstag mardi martes", "wednesday wed mittwoch mercredi",
            "thursday thu donnerstag jeudi jueves", "friday fri freitag vendredi viernes",
                    "saturday sat samstag samedi",
            "sunday sun sonntag dimanche domingo",
        };
        var weekdays = new HashMap<String, DayOfWeek>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ", -1)) {
                weekdays.put(name, DayOfWeek.of(i + 1));
            }
        }
        return Map.copyOf(weekdays);
    }
}
