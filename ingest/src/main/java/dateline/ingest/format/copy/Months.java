package dateline.ingest.format.copy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of months, whole and cut short, in the languages that wires and feeds date their copy in. */
final class Months {
    private static final String[] NAMES = {
        "jan january januar jänner janvier enero ene gennaio gen janeiro januari stycznia sty tammikuu tammikuuta"
                + " január leden ledna ocak ιαν ιανουαρίου янв января січня",
        "feb february februar februari février févr fevrier febrero febbraio fevereiro fev lutego lut"
                + " helmikuu helmikuuta február únor února şubat φεβ φεβρουαρίου фев февраля лютого",
        "mar march märz mär mrz mars marzo março marco maart mrt maret marca maaliskuu maaliskuuta március březen"
                + " března mart μάρ μαρ μαρτίου мар марта березня",
        "apr april avril avr abril abr aprile kwietnia kwi huhtikuu huhtikuuta április duben dubna nisan απρ"
                + " απριλίου апр апреля квітня",
        "may mai mayo maggio mag maio mei maj maja toukokuu toukokuuta május květen května mayıs μάι μαϊ μαι μαΐου май"
                + " мая травня",
        "jun june juni juin junio giugno giu junho czerwca cze kesäkuu kesäkuuta június červen června haziran ιούν"
                + " ιουν ιουνίου июн июня червня",
        "jul july juli juillet juil julio luglio lug julho lipca lip heinäkuu heinäkuuta július červenec července"
                + " temmuz ιούλ ιουλ ιουλίου июл июля липня",
        "aug august août aout agosto ago agustus augustus augusti sierpnia sie elokuu elokuuta augusztus srpen srpna"
                + " ağustos αύγ αυγ αυγούστου авг августа серпня",
        "sep sept september septembre septiembre settembre set setembro września wrz syyskuu syyskuuta szeptember"
                + " září eylül σεπ σεπτεμβρίου сен сент сентября вересня",
        "oct october oktober okt octobre octubre ottobre ott outubro out października paź lokakuu lokakuuta október"
                + " říjen října ekim οκτ οκτωβρίου окт октября жовтня",
        "nov november novembre noviembre novembro listopada lis marraskuu marraskuuta listopadu kasım νοέ νοε"
                + " νοεμβρίου ноя нояб ноября",
        "dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des grudnia gru"
                + " joulukuu joulukuuta prosinec prosince aralık δεκ δεκεμβρίου дек декабря грудня",
    };
    private static final Map<String, Integer> BY_NAME = byName();

    private Months() {}

    /** The month's number for a name in any case; null for any other word. */
    static @Nullable Integer named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    private static Map<String, Integer> byName() {
        var months = new HashMap<String, Integer>();
        for (int i = 0; i < NAMES.length; i++) {
            for (String name : NAMES[i].split(" ", -1)) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
