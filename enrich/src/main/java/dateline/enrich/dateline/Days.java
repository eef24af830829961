package dateline.enrich.dateline;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the day in a dateline: "March 3", "Nov. 23, 2023", "12 mar", "3. März", "3 de marzo de 2023", "Senin (3/12/2023)". */
final class Days {
    private static final int LONGEST_WORD = 12;

    private static final Map<String, Integer> MONTHS = months(
            "january jan januar jänner jän januari janvier janv enero ene janeiro gennaio gen",
            "february feb febr februar feber februari pebruari février fevrier févr fév fev febrero fevereiro febbraio febb",
            "march mar mch mars märz maerz mär mrz maart mrt marzo março marco maret",
            "april apr avril avr abril abr aprile",
            "may mai mei mayo maio maggio mag",
            "june jun juni juin junio junho giugno giu",
            "july jul juli juillet juil julio julho luglio lug",
            "august aug augustus août aout agosto ago agustus agt ags agu agst",
            "september sept sep septembre septiembre setiembre setembro set settembre sett",
            "october oct oktober okt octobre octubre outubro out ottobre ott",
            "november nov novembre noviembre novembro nopember nop",
            "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre desember des");

    private static final Set<String> WEEKDAYS = Words.of(
            "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
            "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            "lunes martes miércoles miercoles jueves viernes sábado sabado domingo",
            "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
            "lunedì martedì mercoledì giovedì venerdì sabato domenica",
            "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
            "senin selasa rabu kamis jumat jum'at sabtu minggu ahad");

    /** What may stand before a day: "Paris, le 3 mars". */
    private static final Set<String> LEADS = Words.of("le den el am on dia día this il");

    private static final Set<String> ORDINALS = Words.of("st nd rd th er º ° ª o e");

    private Days() {}

    /** @param end where it ends in the text, exclusive */
    record Found(Day day, int end) {}

    /** The day that begins here; null if none does. */
    static @Nullable Found at(String text, int from) {
        int at = from;
        String word = word(text, at);
        if (isWeekday(word)) {
            at = past(text, at + word.length(), '.', ',');
            word = word(text, at);
        }
        if (LEADS.contains(lower(word))) {
            at = past(text, at + word.length());
            word = word(text, at);
        }
        return word.isEmpty() ? byNumber(text, at) : byMonth(text, at, word);
    }

    static boolean isWeekday(String word) {
        return word.length() > 2 && WEEKDAYS.contains(lower(word));
    }

    static boolean isMonth(String word) {
        return MONTHS.containsKey(lower(word));
    }

    private static @Nullable Found byMonth(String text, int from, String word) {
        Integer month = MONTHS.get(lower(word));
        if (month == null) {
            return null;
        }
        int at = past(text, from + word.length(), '.');
        int end = digits(text, at);
        if (end == at || end - at > 2) {
            return null;
        }
        return dated(text, month, number(text, at, end), ordinal(text, end));
    }

    private static @Nullable Found byNumber(String text, int from) {
        int end = digits(text, from);
        int count = end - from;
        if (count == 4 && end < text.length() && text.charAt(end) == '-') {
            return iso(text, from, end);
        }
        if (count == 0 || count > 2 || end == text.length()) {
            return null;
        }
        int first = number(text, from, end);
        char next = text.charAt(end);
        if ((next == '/' || next == '.') && digits(text, end + 1) > end + 1) {
            return figures(text, first, next, end + 1);
        }
        int at = past(text, ordinal(text, end), '.', '-');
        String word = word(text, at);
        if (word.equalsIgnoreCase("de") || word.equalsIgnoreCase("of")) {
            at = past(text, at + word.length());
            word = word(text, at);
        }
        Integer month = MONTHS.get(lower(word));
        if (month == null) {
            return null;
        }
        at += word.length();
        return dated(text, month, first, at < text.length() && text.charAt(at) == '.' ? abbreviation(text, at) : at);
    }

    /** The stop after "12 mar." is the month's own, unless a dash follows at once, which it then belongs to. */
    private static int abbreviation(String text, int stop) {
        return stop + 1 < text.length() && text.charAt(stop + 1) == '-' ? stop : stop + 1;
    }

    /** "23/11", "3.12.2023": the day first, unless only the other way makes a date. */
    private static @Nullable Found figures(String text, int first, char divider, int from) {
        int end = digits(text, from);
        if (end - from > 2) {
            return null;
        }
        int second = number(text, from, end);
        Integer year = null;
        if (end < text.length() && text.charAt(end) == divider) {
            int last = digits(text, end + 1);
            if (last - end - 1 == 4 || last - end - 1 == 2) {
                int given = number(text, end + 1, last);
                year = given < 100 ? (given < 70 ? 2000 : 1900) + given : given;
                end = last;
            } else if (divider == '.') {
                end++;
            }
        } else if (divider == '.') {
            // "10.5" is a number; as a day it has a stop behind it too.
            return null;
        }
        return second > 12 ? found(second, first, year, end) : found(first, second, year, end);
    }

    private static @Nullable Found iso(String text, int from, int dash) {
        int month = digits(text, dash + 1);
        if (month != dash + 3 || month >= text.length() || text.charAt(month) != '-') {
            return null;
        }
        int day = digits(text, month + 1);
        return day == month + 3
                ? found(number(text, month + 1, day), number(text, dash + 1, month), number(text, from, dash), day)
                : null;
    }

    private static @Nullable Found dated(String text, int month, int day, int end) {
        int at = past(text, end, ',');
        String word = word(text, at);
        if (word.equalsIgnoreCase("de") || word.equalsIgnoreCase("of")) {
            at = past(text, at + word.length());
        }
        int last = digits(text, at);
        if (last - at == 4) {
            int year = number(text, at, last);
            if (year >= 1800 && year < 2100) {
                return found(day, month, year, last);
            }
        }
        return found(day, month, null, end);
    }

    private static @Nullable Found found(int day, int month, @Nullable Integer year, int end) {
        return day < 1 || day > 31 || month < 1 || month > 12 ? null : new Found(new Day(month, day, year), end);
    }

    private static int ordinal(String text, int from) {
        String word = word(text, from);
        if (word.isEmpty() && from < text.length() && "º°ª".indexOf(text.charAt(from)) >= 0) {
            return from + 1;
        }
        return ORDINALS.contains(lower(word)) ? from + word.length() : from;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 5 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static int past(String text, int from, char... one) {
        int at = from;
        for (char c : one) {
            if (at < text.length() && text.charAt(at) == c) {
                at++;
            }
        }
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The word that begins here; empty if none does or it is longer than any of a date. */
    static String word(String text, int from) {
        int at = from;
        while (at < text.length() && at - from <= LONGEST_WORD && isOfWord(text, from, at)) {
            at++;
        }
        return at - from > LONGEST_WORD ? "" : text.substring(from, at);
    }

    private static boolean isOfWord(String text, int from, int at) {
        char c = text.charAt(at);
        return Character.isLetter(c)
                || (at > from
                        && (c == '\'' || c == '-')
                        && at + 1 < text.length()
                        && Character.isLetter(text.charAt(at + 1)));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> months(String... spellings) {
        Map<String, Integer> months = new HashMap<>();
        for (int i = 0; i < spellings.length; i++) {
            for (String spelling : spellings[i].split(" ", -1)) {
                months.put(spelling, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
