package dateline.enrich.dateline;

import dateline.enrich.dateline.FiledFrom.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the head of a paragraph apart into what a dateline is made of, in whatever order an agency has it: places, a day, an
 * agency, and what divides them from the story. Whether it is one is for others to say.
 */
final class Scan {
    private static final int MOST_PLACES = 5;

    private final Head head;
    private final String text;
    private final Predicate<String> known;

    private int at;
    private final List<Spot> places = new ArrayList<>(2);
    private @Nullable Day day;
    private boolean dated;
    private boolean apart;
    private @Nullable String agency;
    private boolean bracketed;
    private boolean signed;
    private boolean lead;

    /** What divides a dateline from its story. */
    enum Divider {
        DASH,
        COLON,
        /** a stop behind a bracket: "(epd). Die" */
        STOP,
        SPACE,
        /** the end of the paragraph */
        END
    }

    /**
     * What stands at the head of a paragraph.
     *
     * @param end where the last of its parts ends
     * @param dated whether it names a day, if only by its number
     * @param apart whether anything but a space stands between the place and the day
     * @param bracketed whether the agency stands in brackets or between strokes
     * @param signed whether the agency is one that is known
     * @param lead whether the agency stands before the place
     * @param story where the story begins
     */
    record Form(
            int end,
            List<Spot> places,
            @Nullable Day day,
            boolean dated,
            boolean apart,
            @Nullable String agency,
            boolean bracketed,
            boolean signed,
            boolean lead,
            Divider divider,
            int story) {}

    private Scan(String text, Predicate<String> known) {
        this.head = new Head(text);
        this.text = text;
        this.known = known;
    }

    /**
     * The parts of a dateline that this text may open with; null if it does not open like one.
     *
     * @param head the beginning of a paragraph, without white space before it
     */
    static @Nullable Form of(String head, Predicate<String> known) {
        return new Scan(head, known).form();
    }

    private @Nullable Form form() {
        if (text.isEmpty()) {
            return null;
        }
        int end = agencyFirst();
        if (!placesHere()) {
            return lead && bracketed && end > 0 ? agencyAlone(end) : null;
        }
        end = at;
        while (part()) {
            end = at;
        }
        at = end;
        Divider divider = divider();
        if (divider == null) {
            return lead && bracketed && !places.isEmpty() ? alone() : null;
        }
        splitBareAgency(end);
        return new Form(end, List.copyOf(places), day, dated, apart, agency, bracketed, signed, lead, divider, at);
    }

    private @Nullable Form alone() {
        return new Scan(text, known).onlyAgency();
    }

    private @Nullable Form onlyAgency() {
        int end = agencyFirst();
        return agencyAlone(end);
    }

    /** "(Xinhua) -- The envoys met." */
    private @Nullable Form agencyAlone(int end) {
        at = end;
        Divider divider = divider();
        return divider == null || divider == Divider.END
                ? null
                : new Form(end, List.of(), null, false, false, agency, true, signed, true, divider, at);
    }

    /** "(ANSA) - ROMA, 3 MAR -", "TEMPO.CO, Jakarta -": steps over it and says where it ended; 0 if none is there. */
    private int agencyFirst() {
        char first = text.charAt(0);
        if (first == '(' || first == '[') {
            int close = head.closing(0);
            if (close < 0) {
                return 0;
            }
            agency = text.substring(1, close).strip();
            signed = Agencies.isKnown(agency);
            if (!signed) {
                return 0;
            }
            bracketed = true;
            lead = true;
            at = close + 1;
            divider();
            return close + 1;
        }
        int end = 0;
        while (end < text.length() && end < 40 && " ,-–—|/(".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(0, end);
        if (Agencies.isSite(word)) {
            int after = head.spaces(end);
            if (after < text.length() && (text.charAt(after) == ',' || head.isDash(after))) {
                agency = word;
                signed = true;
                lead = true;
                at = head.spaces(after + 1);
                while (at < text.length() && head.isDash(at)) {
                    at++;
                }
                at = head.spaces(at);
                return end;
            }
        }
        return 0;
    }

    private boolean placesHere() {
        int end = head.name(at);
        if (end < 0) {
            return false;
        }
        add(at, end, null);
        at = end;
        morePlaces();
        return true;
    }

    /** "PARIS/BERLIN", "PARIS and BERLIN"; but "TRINIDAD AND TOBAGO" is one. */
    private void morePlaces() {
        while (places.size() < MOST_PLACES) {
            int next = head.spaces(at);
            boolean joined = false;
            if (next < text.length() && (text.charAt(next) == '/' || text.charAt(next) == ';')) {
                next = head.spaces(next + 1);
            } else {
                String word = head.word(next);
                joined = Head.isJoin(word);
                if (!joined) {
                    return;
                }
                next = head.spaces(next + word.length());
            }
            int end = Days.at(text, next) == null ? head.name(next) : -1;
            if (end < 0) {
                return;
            }
            Spot last = places.getLast();
            String whole = text.substring(last.start(), end);
            if (joined && (known.test(whole) || Lands.contains(whole))) {
                places.set(places.size() - 1, new Spot(whole, null, last.start()));
            } else {
                add(next, end, null);
            }
            at = end;
        }
    }

    private void add(int start, int end, @Nullable String within) {
        places.add(new Spot(text.substring(start, end), within, start));
    }

    /** One more part of the line: a day, an agency, the country; false if none follows. */
    private boolean part() {
        int next = head.spaces(at);
        boolean comma = next < text.length() && text.charAt(next) == ',';
        boolean stop = next == at && next < text.length() && text.charAt(next) == '.';
        if (comma || stop) {
            next = head.spaces(next + 1);
        }
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        if (c == '(' || c == '[' || (c == '/' && next > at)) {
            return bracket(next);
        }
        int behind = head.pastDashes(next);
        if (behind > next && !dated) {
            // "LONDON - March 3 -"
            Days.Found found = Days.at(text, behind);
            if (found != null && dividerAt(found.end())) {
                day = found.day();
                dated = true;
                apart = true;
                at = found.end();
                return true;
            }
        }
        if (behind > next && agency == null && behind < text.length() && text.charAt(behind) == '(') {
            // "NEW YORK--(BUSINESS WIRE)--", "Roma, 3 mar. - (Adnkronos) -"
            int close = head.closing(behind);
            return close > 0 && Agencies.isKnown(text.substring(behind + 1, close)) && bracket(behind);
        }
        if (!dated && (comma || stop || next > at || agency != null)) {
            Days.Found found = Days.at(text, next);
            if (found != null) {
                day = found.day();
                dated = true;
                apart = comma || stop;
                at = found.end();
                return true;
            }
            if (dayAlone(next)) {
                return true;
            }
        }
        if (stop) {
            return false;
        }
        return (agency == null && next > at && bareAgency(next))
                || (comma && !dated && agency == null && (weekday(next) || within(next)));
    }

    /** "Madrid, 12 (EFE).-": a day by its number, where a bracket follows. */
    private boolean dayAlone(int from) {
        int end = from;
        while (end < text.length() && end < from + 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int after = head.spaces(end);
        if (end == from || end - from > 2 || after >= text.length() || text.charAt(after) != '(') {
            return false;
        }
        dated = true;
        at = end;
        return true;
    }

    /** "Jakarta, Senin (3/12)": the day of the week, where the day itself follows in brackets. */
    private boolean weekday(int from) {
        String word = Days.word(text, from);
        int after = head.spaces(from + word.length());
        if (!Days.isWeekday(word) || after >= text.length() || text.charAt(after) != '(') {
            return false;
        }
        at = from + word.length();
        return true;
    }

    private boolean within(int from) {
        int end = head.name(from);
        if (end < 0) {
            return false;
        }
        String name = text.substring(from, end);
        Spot last = places.getLast();
        // "PARIS, LONDON, March 3": another city; a third name in a row is the country of the second.
        if (last.within() == null) {
            boolean another = Head.isCapitals(name)
                    && Head.isCapitals(last.name())
                    && known.test(name)
                    && known.test(last.name())
                    && !Lands.contains(name);
            if (another && places.size() < MOST_PLACES) {
                add(from, end, null);
            } else {
                places.set(places.size() - 1, new Spot(last.name(), name, last.start()));
            }
            at = end;
            morePlaces();
            return true;
        }
        if (last.within().contains(",")) {
            return false;
        }
        places.set(places.size() - 1, new Spot(last.name(), last.within() + ", " + name, last.start()));
        at = end;
        return true;
    }

    private boolean bracket(int open) {
        int close = head.closing(open);
        if (close < 0) {
            return false;
        }
        String content = text.substring(open + 1, close).strip();
        if (content.isEmpty()) {
            return false;
        }
        boolean knownAgency = Agencies.isKnown(content);
        if (text.charAt(open) == '/' && !knownAgency && !Agencies.isLikely(content)) {
            return false;
        }
        if (!knownAgency) {
            Days.Found found = dated ? null : Days.at(content, 0);
            if (found != null && found.end() == content.length()) {
                day = found.day();
                dated = true;
                apart = true;
                at = close + 1;
                return true;
            }
            Spot last = places.getLast();
            if (last.within() == null && !dated && agency == null && isWithin(last, content, close + 1)) {
                places.set(places.size() - 1, new Spot(last.name(), content, last.start()));
                at = close + 1;
                return true;
            }
        }
        if (agency != null) {
            return false;
        }
        agency = content;
        bracketed = true;
        signed = knownAgency;
        at = close + 1;
        return true;
    }

    /** Whether the name in brackets is a place too: "New Delhi [India], March 3 (ANI)", "Frankfurt (Oder) (dpa)". */
    private boolean isWithin(Spot place, String content, int after) {
        if (Lands.contains(content) || known.test(place.name() + " (" + content + ")")) {
            return true;
        }
        int next = head.spaces(after);
        if (next < text.length() && text.charAt(next) == ',') {
            next = head.spaces(next + 1);
        }
        return next < text.length()
                && content.length() <= 30
                && nameEnd(content) == content.length()
                && ((text.charAt(next) == '(' && head.closing(next) > 0)
                        || (Days.at(text, next) != null && !Agencies.isLikely(content)));
    }

    private static int nameEnd(String content) {
        return new Head(content).name(0);
    }

    /** "TOKYO, Nov. 23, Kyodo -", "JAKARTA, KOMPAS.com -": a name of an agency that a divider follows. */
    private boolean bareAgency(int from) {
        int end = from;
        int best = -1;
        for (int words = 0; words < Agencies.MOST_WORDS && end < text.length(); words++) {
            int word = end;
            while (word < text.length()
                    && " ,(:".indexOf(text.charAt(word)) < 0
                    && "–—―".indexOf(text.charAt(word)) < 0) {
                word++;
            }
            if (word == end || text.charAt(end) == '-') {
                break;
            }
            String name = text.substring(from, word);
            boolean named = dated ? Agencies.isName(name) : Agencies.isSure(name);
            if (named || (words == 0 && Agencies.isSite(name))) {
                best = word;
            }
            end = head.spaces(word);
        }
        if (best < 0 || !dividerAt(best)) {
            return false;
        }
        agency = text.substring(from, best);
        signed = true;
        at = best;
        return true;
    }

    /** "BERLIN dpa —", "PARIS AFP -": the agency was read as the end of the name. */
    private void splitBareAgency(int end) {
        if (agency != null || places.isEmpty()) {
            return;
        }
        Spot last = places.getLast();
        String name = last.within() == null ? last.name() : last.within();
        if (known.test(name)) {
            return;
        }
        for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
            String tail = name.substring(space + 1);
            if (Agencies.isSure(tail) && text.startsWith(tail, end - tail.length())) {
                String rest = name.substring(0, space).strip();
                places.set(
                        places.size() - 1,
                        last.within() == null
                                ? new Spot(rest, null, last.start())
                                : new Spot(last.name(), rest, last.start()));
                agency = tail;
                signed = true;
                return;
            }
        }
    }

    private boolean dividerAt(int from) {
        int before = at;
        at = from;
        boolean divided = divider() != null;
        at = before;
        return divided;
    }

    /** Steps over what divides the line from its story; null if nothing does. */
    private @Nullable Divider divider() {
        int from = at;
        int next = head.spaces(from);
        if (next >= text.length()) {
            at = next;
            return Divider.END;
        }
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        boolean closed = ")]/".indexOf(before) >= 0;
        boolean stopped = false;
        boolean comma = false;
        while (next < text.length() && (text.charAt(next) == '.' || text.charAt(next) == ',') && next - from < 3) {
            comma |= text.charAt(next) == ',';
            next = head.spaces(next + 1);
            stopped = true;
        }
        if (next < text.length() && text.charAt(next) == ':' && !stopped) {
            int dash = head.spaces(next + 1);
            at = dash < text.length() && head.isDash(dash) ? head.spaces(dash + 1) : dash;
            return next + 1 < text.length() && text.charAt(next + 1) == '/' ? null : Divider.COLON;
        }
        if (next < text.length() && head.isDash(next)) {
            int dash = next;
            int end = next;
            while (end < text.length() && (head.isDash(end) || Head.isSpace(text.charAt(end)))) {
                end++;
            }
            boolean hyphen = text.charAt(dash) == '-' && (dash + 1 == text.length() || text.charAt(dash + 1) != '-');
            boolean tight = dash == from && !closed && !Character.isDigit(before) && before != '.';
            boolean joins = end < text.length() && end == dash + 1 && Character.isLowerCase(text.charAt(end));
            boolean inWord = hyphen && ((tight && end == dash + 1) || joins);
            if (inWord || (tight && "_=".indexOf(text.charAt(dash)) >= 0)) {
                return null;
            }
            at = end;
            return Divider.DASH;
        }
        if ((closed || dated) && !comma && next > from && next < text.length() && head.opensSentence(next)) {
            at = next;
            return closed && stopped ? Divider.STOP : Divider.SPACE;
        }
        return null;
    }
}
