package dateline.enrich.dateline;

import dateline.enrich.dateline.FiledFrom.Spot;
import dateline.enrich.dateline.Scan.Divider;
import dateline.enrich.dateline.Scan.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads datelines such as "KARUIZAWA, Japan, July 16 (Kyodo) --". The form carries the decision: a place in capitals with a day
 * or an agency beside it is one whether the place is known or not. The less the line has of that, the more must be known of its
 * place. Leaving a dateline in the text is the smaller fault.
 */
public final class Datelines {
    private static final int LONGEST = 220;
    private static final int MOST_PLACES_ALONE = 2;
    private static final int SURE_NAME = 4;
    private static final int SURE_CAPITALS = 3;
    private static final int SENTENCE = 40;

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

    private final Predicate<String> known;

    /** @param known whether a city or country of that name is known, in any case */
    public Datelines(Predicate<String> known) {
        this.known = known;
    }

    /** The dateline that opens this paragraph, offsets counted from its beginning; null if there is none. */
    public @Nullable FiledFrom read(String paragraph) {
        String head = paragraph.length() > LONGEST ? paragraph.substring(0, LONGEST) : paragraph;
        if (head.isEmpty()) {
            return null;
        }
        Form form = Scan.of(head, known);
        if (form == null || !isDateline(form, paragraph)) {
            return null;
        }
        return new FiledFrom(head.substring(0, form.end()), 0, form.places(), form.day(), form.agency(), form.story());
    }

    private boolean isDateline(Form form, String paragraph) {
        List<Spot> places = form.places();
        if (places.isEmpty()) {
            return form.signed();
        }
        if (places.stream().anyMatch(spot -> isNoPlace(spot.name()))) {
            return false;
        }
        Spot first = places.getFirst();
        boolean capitals = places.stream().allMatch(spot -> Scan.isCapitals(spot.name()));
        boolean small = first.name().equals(first.name().toLowerCase(Locale.ROOT));
        boolean placed = places.stream().allMatch(spot -> known.test(spot.name()));
        boolean within = first.within() != null && isWithin(first.within());
        boolean signed = form.signed() && (form.bracketed() || capitals || placed || form.divider() == Divider.DASH);
        boolean opens = opensSentence(paragraph, form.story());
        if (small) {
            return signed && (form.dated() || placed) && form.divider() != Divider.SPACE;
        }
        if (form.dated() && Days.at(paragraph, form.story()) != null) {
            // A day, a dash and a day are a span of time.
            return false;
        }
        if (form.divider() == Divider.END) {
            return (signed && (capitals || placed)) || (form.dated() && capitals && (placed || within));
        }
        if (form.divider() == Divider.SPACE) {
            // "NEW YORK, March 3 General Motors said": the dash was lost.
            boolean dashLost = !form.bracketed() && form.apart() && capitals && placed && opensWithWord(paragraph, form.story());
            return dashLost || (signed && form.bracketed() && (form.dated() || placed || within));
        }
        if (signed) {
            return true;
        }
        if (form.dated()) {
            return capitals || placed || within || (opens && form.apart());
        }
        if (form.agency() != null) {
            boolean filed =
                    isAgency(form.agency()) && (placed || (capitals && (within || Agencies.isLikely(form.agency()))));
            return filed || (within && opens);
        }
        if (within) {
            return opens && (capitals || placed);
        }
        boolean alone = first.within() == null && places.size() <= MOST_PLACES_ALONE;
        return opens
                && placed
                && alone
                && isSure(first.name(), capitals)
                && (capitals || isLedeFrom(form.story(), paragraph))
                && !isRelation(paragraph.substring(form.story(), Math.min(paragraph.length(), form.story() + LONGEST)));
    }

    /** Whether the name of a known place can hardly be meant as anything else. */
    private static boolean isSure(String name, boolean capitals) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean doubtful = DOUBTFUL.contains(lower) || (!capitals && PEOPLE.contains(lower)) || Lands.isCountry(name);
        return !doubtful && name.length() >= (capitals ? SURE_CAPITALS : SURE_NAME);
    }

    /** "Paris - Nice: the race …" names two ends of something. */
    private boolean isRelation(String story) {
        Form form = Scan.of(story, known);
        return form != null && form.places().stream().anyMatch(spot -> known.test(spot.name()));
    }

    /** Whether a whole sentence or more follows, as it does in "New Delhi: The government …", and not in a headline. */
    private static boolean isLedeFrom(int story, String paragraph) {
        return paragraph.length() - story >= SENTENCE
                && ".!?”\"’»)".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0;
    }

    private static boolean isWithin(String within) {
        int comma = within.lastIndexOf(", ");
        return Lands.contains(comma < 0 ? within : within.substring(comma + 2));
    }

    /** Whether words in brackets may be an agency's: initials in capitals, or a few words of a name. */
    private boolean isAgency(String words) {
        if (Agencies.isLikely(words)) {
            return true;
        }
        String[] parts = words.split(" ", -1);
        if (known.test(words) || parts.length > 5 || words.codePoints().anyMatch(Character::isDigit)) {
            return false;
        }
        return parts.length == 1
                ? words.length() > 1 && Scan.isCapitals(words)
                : Character.isUpperCase(words.charAt(0)) && Character.isUpperCase(parts[parts.length - 1].charAt(0));
    }

    private static boolean isNoPlace(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split(" ", -1);
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

    private static boolean opensWithWord(String paragraph, int story) {
        return story + 1 < paragraph.length()
                && Character.isUpperCase(paragraph.charAt(story))
                && !Character.isUpperCase(paragraph.charAt(story + 1));
    }

    private static boolean opensSentence(String paragraph, int story) {
        if (paragraph.length() - story < 8) {
            return false;
        }
        char c = paragraph.charAt(story);
        return Character.isUpperCase(c) || Character.isDigit(c) || "\"“„«‘'¿¡`(*$€£".indexOf(c) >= 0;
    }
}
