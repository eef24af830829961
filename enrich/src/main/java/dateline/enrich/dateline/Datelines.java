package dateline.enrich.dateline;

import dateline.enrich.dateline.FiledFrom.Spot;
import dateline.enrich.dateline.Scan.Divider;
import dateline.enrich.dateline.Scan.Form;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads datelines such as "KARUIZAWA, Japan, July 16 (Kyodo) --". The form carries the decision: a place in capitals with a day
 * or an agency beside it is one whether the place is known or not. The less the line has of that, the more must be known of its
 * place. Leaving a dateline in the text is the smaller fault.
 */
public final class Datelines {
    private static final int LONGEST = 220;

    /** What heads a paragraph like a place and is none. Kickers, sports, days. */
    private static final Set<String> NO_PLACES = Words.of(
            "breaking update updates updated watch live opinion opinions sport sports markets market analysis factbox fact-box new news exclusive feature "
                    + "features interview profile timeline explainer explained focus preview review video videos photo photos latest urgent flash correction corrected "
                    + "note notes warning alert more read topshot recap quotes quote soccer football tennis cricket rugby golf cycling boxing olympics motorsport "
                    + "basketball baseball hockey athletics swimming business economy politics world weather health science tech technology media mobile reading nice "
                    + "comment commentary editorial column letter letters poll survey brief briefs summary highlights graphic insight special report scoop "
                    + "advisory eds editors attention refile rpt writethru lead recasts embargoed image images picture pictures foto fotos bild bilder text source "
                    + "sources published posted date file archive advertisement sponsored today yesterday tomorrow tonight morning evening noon midnight "
                    + "eilmeldung eil meldung hintergrund porträt zusammenfassung kommentar urgente última ultima opinión análisis encadré portrait papier-général repetition "
                    + "dear hello hi yes no ok and but the a an in on at by for from with this that these those it he she we they you i what why how who when where "
                    + "gold oil stocks shares dollar euro bitcoin budget election elections results scores standings fixtures schedule calendar diary tv radio film music books "
                    + "question answer q a spoiler tip tips fun pro con pros cons update: episode chapter part page section step day week month year");

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
        if (form.places().isEmpty()) {
            return form.signed();
        }
        Spot place = form.places().getFirst();
        if (form.places().stream().anyMatch(spot -> isNoPlace(spot.name()))) {
            return false;
        }
        String name = place.name();
        boolean capitals = form.places().stream().allMatch(spot -> Scan.isCapitals(spot.name()));
        boolean small = Character.isLowerCase(name.charAt(0)) && name.equals(name.toLowerCase(Locale.ROOT));
        boolean placed = known.test(name) || (form.places().size() > 1 && allKnown(form.places()));
        if (small && !placed) {
            return false;
        }
        boolean within = place.within() != null && isKnownWithin(place.within());
        boolean signed = form.signed() && (form.bracketed() || form.divider() != Divider.SPACE);
        if (form.divider() == Divider.END) {
            return capitals ? signed || form.dated() : signed && placed;
        }
        if (form.divider() == Divider.SPACE) {
            return signed && (form.dated() || placed || within) && !small;
        }
        if (signed || form.dated()) {
            return capitals || placed || within || (signed && !small) || opensSentence(paragraph, form.story());
        }
        if (form.agency() != null) {
            boolean filedBy =
                    isAgency(form.agency()) && (placed || (capitals && (within || Agencies.isLikely(form.agency()))));
            return filedBy || (within && opensSentence(paragraph, form.story()));
        }
        if (!opensSentence(paragraph, form.story()) || Lands.isCountry(name)) {
            return false;
        }
        if (within) {
            return (capitals || placed) && !small;
        }
        return placed && place.within() == null && capitals && name.length() > 2;
    }

    private boolean allKnown(List<Spot> places) {
        return places.stream().allMatch(spot -> known.test(spot.name()));
    }

    private boolean isKnownWithin(String within) {
        int comma = within.lastIndexOf(", ");
        String last = comma < 0 ? within : within.substring(comma + 2);
        return Lands.contains(last) || known.test(last);
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
        String last = words[words.length - 1].replace(".", "");
        boolean kicker = NO_PLACES.contains(words[0]) && !(words.length > 1 && KEPT.contains(words[0]));
        boolean company = words.length > 1 && COMPANY_ENDS.contains(last);
        boolean month =
                words.length == 1 && words[0].length() > 3 && !words[0].equals("march") && Days.isMonth(words[0]);
        return kicker || company || month || Days.isWeekday(words[0]) || Days.isWeekday(last);
    }

    /** Words of the above that names of places begin with as well: NEW DELHI, THE HAGUE. */
    private static final Set<String> KEPT = Set.of(
            "new", "the", "a", "in", "on", "at", "media", "gold", "i", "part", "day", "reading", "nice", "oil", "no",
            "market", "world", "golf");

    private static boolean opensSentence(String paragraph, int story) {
        if (paragraph.length() - story < 8) {
            return false;
        }
        char c = paragraph.charAt(story);
        return Character.isUpperCase(c) || Character.isDigit(c) || "\"“„«‘'¿¡`(*$€£".indexOf(c) >= 0;
    }
}
