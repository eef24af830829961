package dateline.enrich.dateline;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what heads a paragraph as a place would and is none: BREAKING, ANALYSIS, Monday, Harbour Holdings Ltd. */
final class Kickers {
    /** Shorter names are as often the initials of something. */
    private static final int SURE_NAME = 4;

    /** What heads a paragraph like a place and is none, alone or in a row: BREAKING NEWS, LIVE UPDATES. */
    private static final Set<String> KICKERS = Words.of(
            "breaking update updates updated watch live opinion opinions sport sports markets market analysis factbox new news exclusive feature features interview",
            "profile timeline explainer explained focus preview review video videos photo photos latest urgent flash correction corrected note notes warning alert",
            "more read topshot recap quotes quote soccer football tennis cricket rugby golf cycling boxing olympics motorsport basketball baseball hockey athletics",
            "swimming business economy politics world weather health science tech technology comment commentary editorial column letter letters poll survey brief",
            "briefs summary highlights graphic insight special report scoop advisory eds editors attention refile rpt writethru lead recasts embargoed image images",
            "picture pictures foto fotos bild bilder text source sources published posted date file archive advertisement sponsored today yesterday tomorrow tonight",
            "morning evening noon midnight eilmeldung eil meldung hintergrund porträt zusammenfassung kommentar urgente última ultima análisis encadré portrait",
            "dear hello hi yes no ok and but the a an in on at by for from with this that these those it he she we they you i what why how who when where running",
            "gold oil stocks shares dollar euro bitcoin budget election elections results scores standings fixtures schedule calendar diary tv radio film music books",
            "question answer q spoiler tip tips fun pro con pros cons episode chapter part page section step day week month year unknown save last next first");

    /** Words that are places as well: with a day, an agency or a country beside them they are taken for one, alone never. */
    private static final Set<String> DOUBTFUL =
            Words.of("mobile reading nice media orange split bath march may man best page sun male hope of");

    /** Cities that people are called by; and storms. */
    private static final Set<String> PEOPLE = Words.of(
            "victoria florence charlotte jackson madison lincoln austin adelaide chelsea brooklyn troy sandy jordan sydney houston dallas savannah",
            "alexandria kingston hamilton lawrence norman irving arlington logan carson houston eugene aurora katrina lima santiago salvador valencia");

    private static final Set<String> COMPANY_ENDS = Words.of(
            "inc corp co ltd plc llc lp nv ag gmbh group holdings bancorp corporation company limited partners industries systems technologies trust fund funds");

    private Kickers() {}

    /** Whether this is no place, whatever stands beside it. */
    static boolean isNoPlace(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("\\s+", -1);
        boolean kicker = Stream.of(words).allMatch(word -> KICKERS.contains(word) || Character.isDigit(word.charAt(0)));
        boolean company = words.length > 1 && COMPANY_ENDS.contains(words[words.length - 1].replace(".", ""));
        boolean day = words.length <= 2
                && Days.isWeekday(words[words.length - 1])
                && (words.length == 1 || KICKERS.contains(words[0]));
        // "By Asha Rao, NEW DELHI:" opens with a byline.
        boolean byline = words.length > 1 && words[0].equals("by");
        return kicker
                || byline
                || company
                || day
                || (words.length > 1 && words[0].length() > 3 && Days.isWeekday(words[0]));
    }

    /** Whether the name of a known place can hardly be meant as anything else. */
    static boolean isSure(String name, boolean capitals) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean doubtful = DOUBTFUL.contains(lower) || (!capitals && PEOPLE.contains(lower)) || Lands.isCountry(name);
        return !doubtful && name.length() >= SURE_NAME;
    }
}
