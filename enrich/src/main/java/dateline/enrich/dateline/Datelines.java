package dateline.enrich.dateline;

import dateline.enrich.dateline.FiledFrom.Spot;
import dateline.enrich.dateline.Scan.Divider;
import dateline.enrich.dateline.Scan.Form;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads datelines such as "KARUIZAWA, Japan, July 16 (Kyodo) --". The form carries the decision: a place in capitals with a day
 * or an agency beside it is one whether the place is known or not. The less the line has of that, the more must be known of its
 * place. Leaving a dateline in the text is the smaller fault.
 */
public final class Datelines {
    private static final int LONGEST = 220;
    private static final int MOST_PLACES_ALONE = 2;
    private static final int SENTENCE = 40;

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
        if (places.stream().anyMatch(spot -> Kickers.isNoPlace(spot.name()))) {
            return false;
        }
        Spot first = places.getFirst();
        boolean capitals = places.stream().allMatch(spot -> Head.isCapitals(spot.name()));
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
            boolean dashLost =
                    !form.bracketed() && form.apart() && capitals && placed && opensWithWord(paragraph, form.story());
            return dashLost || (signed && form.bracketed() && (form.dated() || placed || within));
        }
        if (signed) {
            return true;
        }
        if (form.dated()) {
            return capitals || placed || within || (opens && form.apart());
        }
        if (form.agency() != null) {
            boolean somewhere = placed || within || (capitals && Agencies.isLikely(form.agency()));
            return somewhere && isAgency(form.agency(), capitals || (placed && within)) && (capitals || opens);
        }
        if (within) {
            return opens && (capitals || placed);
        }
        boolean alone = first.within() == null && places.size() <= MOST_PLACES_ALONE;
        return opens
                && placed
                && alone
                && Kickers.isSure(first.name(), capitals)
                && (capitals || isLedeFrom(form.story(), paragraph))
                && !isRelation(paragraph.substring(form.story(), Math.min(paragraph.length(), form.story() + LONGEST)));
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

    /**
     * Whether words in brackets may be an agency's: initials in capitals, or a few words of a name; behind a place in capitals,
     * or a known one with its country, one word is enough.
     */
    private boolean isAgency(String words, boolean one) {
        if (Agencies.isLikely(words)) {
            return true;
        }
        String[] parts = words.split("\\s+", -1);
        if (known.test(words) || parts.length > 5 || words.codePoints().anyMatch(Character::isDigit)) {
            return false;
        }
        return parts.length == 1
                ? words.length() > 1 && (Head.isCapitals(words) || (one && Character.isUpperCase(words.charAt(0))))
                : Character.isUpperCase(words.charAt(0)) && Character.isUpperCase(parts[parts.length - 1].charAt(0));
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
