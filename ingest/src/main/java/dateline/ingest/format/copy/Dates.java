package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:([-/.]?)(\\d\\d)(?:\\2(\\d\\d))?)?"
            + "(?:\\s*[Tt ,_]\\s*(\\d\\d?)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?)?)?"
            + "\\s*([Zz]|[+-]\\d\\d?(?::?\\d\\d(?::?\\d\\d)?)?|[A-Za-z]{1,5})?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)?([Zz]|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp]\\.?[Mm]\\.?)?(?![\\d.])");
    private static final Pattern BARE_HOUR = Pattern.compile("\\b(\\d{1,2})\\s*([AaPp]\\.?[Mm]\\b\\.?)");
    private static final Pattern OFFSET = Pattern.compile(
            "(?:(?:GMT|UTC?|Z)\\s*)?([+-])(\\d{1,2}):?(\\d\\d)?(?::?\\d\\d)?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Map<String, Integer> MONTHS = months();
    private static final Map<String, ZoneId> ZONES = zones();

    private Dates() {}

    /** @param zone the zone of a time that names none; null where the text is no date */
    public static @Nullable Moment read(@Nullable String text, ZoneId zone) {
        if (text == null || text.length() > 120) {
            return null;
        }
        String plain = Element.fold(text);
        try {
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
                        number(iso, 5),
                        number(iso, 6),
                        number(iso, 7),
                        iso.group(8),
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
        return ZONES.get(plain.toLowerCase(Locale.ROOT).replace(".", ""));
    }

    /** The month's number for a name in the languages that wires file in; null for any other word. */
    public static @Nullable Integer month(String name) {
        return MONTHS.get(name.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Moment inWords(String text, ZoneId zone) {
        String rest = text.replaceAll("\\([^)]*\\)", " ").strip();
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
                // asctime with a year after the offset: "Thu Jan 1 10:00:00 +0100 2004"
                Matcher inside = Pattern.compile("([+-])(\\d\\d):?(\\d\\d)\\b")
                        .matcher(rest)
                        .region(mark, rest.length());
                if (inside.find()) {
                    named = offset(inside);
                    rest = rest.substring(0, inside.start()) + rest.substring(inside.end());
                }
            }
        }
        Integer month = null;
        Matcher words = WORD.matcher(rest);
        int monthAt = -1;
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (month == null && MONTHS.containsKey(word)) {
                month = MONTHS.get(word);
                monthAt = words.start();
            } else if (mark >= 0 && named == null && words.start() > mark) {
                named = ZONES.get(word);
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
                year = value;
            } else if (digits.length() > 2) {
                return null;
            } else if (day == null) {
                day = value;
            } else if (year == null) {
                year = value + (value < 70 ? 2000 : 1900);
            }
        }
        if (year == null || monthAt < 0) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day == null ? 1 : day);
        LocalDateTime local = at(date, hour, minute, second);
        ZoneId in = named == null ? zone : named;
        return new Moment(local.atZone(in).toInstant(), named == null);
    }

    private static Moment moment(
            LocalDate date, int hour, int minute, int second, @Nullable String zoneText, ZoneId assumed) {
        ZoneId named = zoneText == null ? null : zone(zoneText);
        if (zoneText != null && named == null) {
            throw new DateTimeException("no zone is called " + zoneText);
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

    private static Map<String, Integer> months() {
        String[] names = {
            "jan january januar jänner janvier enero ene gennaio gen janeiro januari styczeń tammikuu ιαν",
            "feb february februar februar février févr fevr febrero febbraio fevereiro fev februari φεβ",
            "mar march märz mär mrz mars marzo março marco maart mrt maret",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei maj",
            "jun june juni juin junio giugno giu junho",
            "jul july juli juillet juil julio luglio lug julho",
            "aug august août aout agosto ago augustus agustus augusti",
            "sep sept september septembre septiembre settembre set setembro",
            "oct october oktober okt octobre octubre ottobre ott outubro out",
            "nov november novembre noviembre novembro",
            "dec december dezember dez décembre déc diciembre dic dicembre dezembro desember des december",
        };
        var months = new HashMap<String, Integer>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ", -1)) {
                months.putIfAbsent(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }

    private static Map<String, ZoneId> zones() {
        var zones = new HashMap<String, ZoneId>();
        for (String utc : new String[] {"z", "ut", "utc", "gmt", "wet"}) {
            zones.put(utc, ZoneOffset.UTC);
        }
        // RFC 822, 5.1, and those that wires add to it; a name with two meanings (IST, CST in Asia) has RFC 822's or
        // none.
        Object[][] hours = {
            {"est", -5},
            {"edt", -4},
            {"cst", -6},
            {"cdt", -5},
            {"mst", -7},
            {"mdt", -6},
            {"pst", -8},
            {"pdt", -7},
            {"et", "America/New_York"},
            {"ct", "America/Chicago"},
            {"mt", "America/Denver"},
            {"pt", "America/Los_Angeles"},
            {"akst", -9},
            {"akdt", -8},
            {"hst", -10},
            {"ast", -4},
            {"adt", -3},
            {"bst", 1},
            {"west", 1},
            {"cet", 1},
            {"cest", 2},
            {"met", 1},
            {"mest", 2},
            {"mez", 1},
            {"mesz", 2},
            {"eet", 2},
            {"eest", 3},
            {"msk", 3},
            {"sast", 2},
            {"jst", 9},
            {"kst", 9},
            {"hkt", 8},
            {"sgt", 8},
            {"wib", 7},
            {"wita", 8},
            {"wit", 9},
            {"pht", 8},
            {"aest", 10},
            {"aedt", 11},
            {"awst", 8},
            {"nzst", 12},
            {"nzdt", 13},
            {"brt", -3},
            {"art", -3},
        };
        for (Object[] entry : hours) {
            zones.put(
                    (String) entry[0],
                    entry[1] instanceof Integer h ? ZoneOffset.ofHours(h) : ZoneId.of((String) entry[1]));
        }
        zones.put("acst", ZoneOffset.ofHoursMinutes(9, 30));
        zones.put("acdt", ZoneOffset.ofHoursMinutes(10, 30));
        zones.put("nst", ZoneOffset.ofHoursMinutes(-3, -30));
        return Map.copyOf(zones);
    }
}
