package dateline.enrich.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as machines and as people write them, in the page's language, English or another that is known. A time without a
 * zone is taken for UTC, a date without a time for its first minute.
 */
final class Dates {
    /** Longer texts are no dates, in characters. */
    private static final int LONGEST = 200;

    private static final Pattern ISO = Pattern.compile(
            "(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)|(?<!\\d)(20\\d{2})(\\d{2})(\\d{2})(?=T|\\D|$)");
    private static final Pattern CJK = Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<!\\d)(\\d{1,2})\\s?[./-]\\s?(\\d{1,2})\\s?[./-]\\s?(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|e)?[.,]?\\s{0,2}(?:de |d'|of |-)?\\s?(\\p{L}[\\p{L}\\p{M}]{1,14})[.,]?\\s{0,2}(?:de |del |-|/)?\\s?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(\\p{L}[\\p{L}\\p{M}]{1,14})\\.?\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?\\.?,?\\s{1,2}(\\d{4})(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:.])(\\d{1,2})[:.h](\\d{2})(?::(\\d{2}))?(?:[.,]\\d{1,9})?\\s?([aApP]\\.?\\s?[mM]\\b\\.?)?\\s?(?:Uhr|hrs|h\\b)?\\s?\\(?(Z\\b|[+-]\\d{2}:?\\d{2}|[A-Z]{2,4}\\b)?(\\s?[+-]\\d{1,2}(?::?\\d{2})?)?");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("/(20[0-3]\\d|199\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?=\\D)");
    private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

    /** Hours before or after UTC of the zones that datelines and bylines name. */
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("Z", 0.0),
            Map.entry("UTC", 0.0),
            Map.entry("GMT", 0.0),
            Map.entry("WET", 0.0),
            Map.entry("BST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("MEZ", 1.0),
            Map.entry("WAT", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("MESZ", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("SAST", 2.0),
            Map.entry("CAT", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("MSK", 3.0),
            Map.entry("EAT", 3.0),
            Map.entry("TRT", 3.0),
            Map.entry("IST", 5.5),
            Map.entry("PKT", 5.0),
            Map.entry("SGT", 8.0),
            Map.entry("HKT", 8.0),
            Map.entry("AWST", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("NZST", 12.0),
            Map.entry("NZDT", 13.0),
            Map.entry("ADT", -3.0),
            Map.entry("BRT", -3.0),
            Map.entry("ART", -3.0),
            Map.entry("AST", -4.0),
            Map.entry("EDT", -4.0),
            Map.entry("EST", -5.0),
            Map.entry("ET", -5.0),
            Map.entry("CDT", -5.0),
            Map.entry("CST", -6.0),
            Map.entry("MDT", -6.0),
            Map.entry("MST", -7.0),
            Map.entry("PDT", -7.0),
            Map.entry("PST", -8.0),
            Map.entry("PT", -8.0));

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv", "da", "nb", "fi", "cs", "sk", "hu", "ro",
            "bg", "el", "tr", "sr-Latn", "sl", "id", "ca", "ar", "fa", "hi", "hr");
    private static final Map<String, Map<String, Integer>> MONTHS = new ConcurrentHashMap<>();

    private final Map<String, Integer> own;
    private final boolean monthFirst;

    /** @param language of the page (BCP 47); null if that is not known */
    Dates(@Nullable String language) {
        String tag = language == null ? "en" : language.replace('_', '-');
        own = months(Locale.forLanguageTag(tag).getLanguage());
        monthFirst = tag.equalsIgnoreCase("en-US") || tag.equalsIgnoreCase("en");
    }

    /** The first date in a text; null if there is none. */
    @Nullable
    OffsetDateTime read(@Nullable String text) {
        if (text == null || text.length() < 6) {
            return null;
        }
        String plain = text.strip();
        plain = plain.substring(0, Math.min(plain.length(), LONGEST));
        try {
            if (EPOCH.matcher(plain).matches()) {
                long seconds = Long.parseLong(plain.substring(0, 10));
                return OffsetDateTime.of(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC), ZoneOffset.UTC);
            }
            return date(plain);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The day that an address names; null if it names none. */
    static @Nullable LocalDate inAddress(@Nullable String address) {
        Matcher day = IN_ADDRESS.matcher(address == null ? "" : address);
        try {
            return day.find() ? LocalDate.of(number(day, 1), number(day, 2), number(day, 3)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable OffsetDateTime date(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            int by = iso.group(1) == null ? 4 : 1;
            return at(number(iso, by), number(iso, by + 1), number(iso, by + 2), text, iso.start(), iso.end());
        }
        Matcher cjk = CJK.matcher(text);
        if (cjk.find()) {
            return at(number(cjk, 1), number(cjk, 2), number(cjk, 3), text, cjk.start(), cjk.end());
        }
        Matcher dayMonth = DAY_MONTH.matcher(text);
        while (dayMonth.find()) {
            Integer month = month(dayMonth.group(2));
            if (month != null) {
                return at(number(dayMonth, 3), month, number(dayMonth, 1), text, dayMonth.start(), dayMonth.end());
            }
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        while (monthDay.find()) {
            Integer month = month(monthDay.group(1));
            if (month != null) {
                return at(number(monthDay, 3), month, number(monthDay, 2), text, monthDay.start(), monthDay.end());
            }
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.find()) {
            int first = number(numbers, 1);
            int second = number(numbers, 2);
            int year = number(numbers, 3);
            boolean american =
                    second > 12 || (first <= 12 && monthFirst && numbers.group().indexOf('/') > 0);
            return at(
                    year < 100 ? 2000 + year : year,
                    american ? first : second,
                    american ? second : first,
                    text,
                    numbers.start(),
                    numbers.end());
        }
        return null;
    }

    /** The day, at the time that stands after it, else before it. */
    private static @Nullable OffsetDateTime at(int year, int month, int day, String text, int start, int end) {
        if (year < 1990 || year > 2100) {
            return null;
        }
        LocalDate date = LocalDate.of(year, month, day);
        Matcher time = TIME.matcher(text);
        if (time.find(end) || (time.find(0) && time.end() <= start)) {
            int hour = number(time, 1);
            String half = time.group(4);
            if (half != null && hour <= 12) {
                hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
            }
            int second = time.group(3) == null ? 0 : number(time, 3);
            if (hour < 24 && number(time, 2) < 60 && second < 60) {
                return OffsetDateTime.of(
                        date, LocalTime.of(hour, number(time, 2), second), zone(time.group(5), time.group(6)));
            }
        }
        return date.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private static ZoneOffset zone(@Nullable String name, @Nullable String offset) {
        String zone = name == null || (ZONES.getOrDefault(name, 1.0) == 0.0 && offset != null) ? offset : name;
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        String digits = zone.strip();
        if (digits.startsWith("+") || digits.startsWith("-")) {
            String bare = digits.substring(1).replace(":", "");
            int hours = Integer.parseInt(bare.substring(0, Math.min(2, bare.length())));
            int minutes = bare.length() == 4 ? Integer.parseInt(bare.substring(2)) : 0;
            int sign = digits.charAt(0) == '-' ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        return ZoneOffset.ofTotalSeconds((int) (ZONES.getOrDefault(zone, 0.0) * 3600));
    }

    private @Nullable Integer month(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        Integer month = own.get(plain);
        for (int i = 0; month == null && i < LANGUAGES.size(); i++) {
            month = months(LANGUAGES.get(i)).get(plain);
        }
        return month;
    }

    private static Map<String, Integer> months(String language) {
        return LANGUAGES.contains(language) || language.equals("no")
                ? MONTHS.computeIfAbsent(language, Dates::named)
                : MONTHS.computeIfAbsent("en", Dates::named);
    }

    private static Map<String, Integer> named(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<String, Integer> names = new HashMap<>();
        for (Month month : Month.values()) {
            for (TextStyle style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                String name = month.getDisplayName(style, locale)
                        .toLowerCase(Locale.ROOT)
                        .replace(".", "");
                if (name.length() > 1 && Character.isLetter(name.charAt(0))) {
                    names.putIfAbsent(name, month.getValue());
                }
            }
        }
        if (language.equals("en")) {
            names.put("sept", 9);
        }
        if (language.equals("de")) {
            names.put("jänner", 1);
            names.put("sept", 9);
        }
        return names;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
