package dateline.ingest.format.copy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones that dates name by letters: GMT, EST, MESZ. */
final class Zones {
    private static final Map<String, ZoneId> BY_NAME = zones();

    private Zones() {}

    /** The zone of that name in any case; null for any other word. */
    static @Nullable ZoneId named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT).replace(".", ""));
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
