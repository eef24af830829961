package dateline.enrich.dateline;

import dateline.enrich.dateline.FiledFrom.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the head of a paragraph apart into what a dateline is made of, in whatever order an agency has it: places, a day, an
 * agency, and what divides them from the story. Whether it is one is for others to say.
 */
final class Scan {
    private static final int MOST_PLACES = 5;
    private static final int MOST_WORDS = 7;
    private static final int LONGEST_BRACKET = 60;
    private static final String DASHES = "-–—―‒−_=";

    private static final Set<String> JOINS = Set.of("and", "und", "et", "y", "dan", "&", "en");

    /** Longer words in lower case that stand inside the names of places. */
    private static final Set<String> INNER =
            Words.of("della delle unter near under upon sous ud-din dalla sulla sull dall dell degli");

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
            int close = closing(0);
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
            int after = spaces(end);
            if (after < text.length() && (text.charAt(after) == ',' || DASHES.indexOf(text.charAt(after)) >= 0)) {
                agency = word;
                signed = true;
                lead = true;
                at = spaces(after + 1);
                while (at < text.length() && DASHES.indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                at = spaces(at);
                return end;
            }
        }
        return 0;
    }

    private boolean placesHere() {
        int end = name(at);
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
            int next = spaces(at);
            boolean joined = false;
            if (next < text.length() && (text.charAt(next) == '/' || text.charAt(next) == ';')) {
                next = spaces(next + 1);
            } else {
                String word = word(next);
                joined = isJoin(word);
                if (!joined) {
                    return;
                }
                next = spaces(next + word.length());
            }
            int end = Days.at(text, next) == null ? name(next) : -1;
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

    /** In small letters or in capitals throughout: "ROI ET" may be two, "Roi Et" is one. */
    private static boolean isJoin(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return JOINS.contains(lower) && (word.equals(lower) || word.equals(word.toUpperCase(Locale.ROOT)));
    }

    private void add(int start, int end, @Nullable String within) {
        places.add(new Spot(text.substring(start, end), within, start));
    }

    /** One more part of the line: a day, an agency, the country; false if none follows. */
    private boolean part() {
        int next = spaces(at);
        boolean comma = next < text.length() && text.charAt(next) == ',';
        boolean stop = next == at && next < text.length() && text.charAt(next) == '.';
        if (comma || stop) {
            next = spaces(next + 1);
        }
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        if (c == '(' || c == '[' || (c == '/' && next > at)) {
            return bracket(next);
        }
        int behind = pastDashes(next);
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
            int close = closing(behind);
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

    private int pastDashes(int from) {
        int next = from;
        while (next < text.length() && DASHES.indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next == from ? from : spaces(next);
    }

    /** "Madrid, 12 (EFE).-": a day by its number, where a bracket follows. */
    private boolean dayAlone(int from) {
        int end = from;
        while (end < text.length() && end < from + 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        int after = spaces(end);
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
        int after = spaces(from + word.length());
        if (!Days.isWeekday(word) || after >= text.length() || text.charAt(after) != '(') {
            return false;
        }
        at = from + word.length();
        return true;
    }

    private boolean within(int from) {
        int end = name(from);
        if (end < 0) {
            return false;
        }
        String name = text.substring(from, end);
        Spot last = places.getLast();
        // "PARIS, LONDON, March 3": another city; a third name in a row is the country of the second.
        if (last.within() == null) {
            boolean another = isCapitals(name)
                    && isCapitals(last.name())
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
        int close = closing(open);
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
        int next = spaces(after);
        if (next < text.length() && text.charAt(next) == ',') {
            next = spaces(next + 1);
        }
        return next < text.length()
                && content.length() <= 30
                && nameEnd(content) == content.length()
                && ((text.charAt(next) == '(' && closing(next) > 0)
                        || (Days.at(text, next) != null && !Agencies.isLikely(content)));
    }

    private static int nameEnd(String content) {
        return new Scan(content, name -> false).name(0);
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
            end = spaces(word);
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
                String rest = name.substring(0, space);
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
        int next = spaces(from);
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
            next = spaces(next + 1);
            stopped = true;
        }
        if (next < text.length() && text.charAt(next) == ':' && !stopped) {
            int dash = spaces(next + 1);
            at = dash < text.length() && DASHES.indexOf(text.charAt(dash)) >= 0 ? spaces(dash + 1) : dash;
            return next + 1 < text.length() && text.charAt(next + 1) == '/' ? null : Divider.COLON;
        }
        if (next < text.length() && DASHES.indexOf(text.charAt(next)) >= 0) {
            int dash = next;
            int end = next;
            while (end < text.length() && (DASHES.indexOf(text.charAt(end)) >= 0 || isSpace(text.charAt(end)))) {
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
        if ((closed || dated) && !comma && next > from && next < text.length() && opensSentence(next)) {
            at = next;
            return closed && stopped ? Divider.STOP : Divider.SPACE;
        }
        return null;
    }

    private boolean opensSentence(int from) {
        char c = text.charAt(from);
        return Character.isUpperCase(c) || Character.isDigit(c) || "\"“„«‘'¿¡‚`".indexOf(c) >= 0;
    }

    private int closing(int open) {
        char shut = switch (text.charAt(open)) {
            case '(' -> ')';
            case '[' -> ']';
            default -> '/';
        };
        int close = text.indexOf(shut, open + 1);
        int inner = text.charAt(open) == '/' ? -1 : text.indexOf(text.charAt(open), open + 1);
        return close < 0 || close - open > LONGEST_BRACKET || (inner >= 0 && inner < close) ? -1 : close;
    }

    /** Where the name of a place that begins here ends; -1 if none does. */
    private int name(int from) {
        int next = from;
        int end = -1;
        boolean small = from < text.length() && Character.isLowerCase(text.charAt(from));
        for (int words = 0; words < MOST_WORDS && next < text.length(); words++) {
            if (words > 0 && isDay(next)) {
                break;
            }
            String word = word(next);
            if (word.isEmpty()) {
                int digits = words == 0 ? next : digits(next);
                if (digits == next) {
                    break;
                }
                // "MARSEILLE 12", "MILE 91"
                end = digits;
                break;
            }
            if (words > 0 && isJoin(word)) {
                break;
            }
            boolean inner = words > 0 && !small && isInner(word);
            if (!inner && !isNameWord(word, end < 0 ? null : text.substring(from, end))) {
                break;
            }
            next += word.length();
            if (!inner) {
                end = next;
            }
            int space = spaces(next);
            if (space == next) {
                break;
            }
            next = space;
        }
        return end;
    }

    /** Whether a day begins here; "SANTO DOMINGO, March 3" is filed on no Sunday. */
    private boolean isDay(int from) {
        return !Days.isWeekday(Days.word(text, from)) && Days.at(text, from) != null;
    }

    /** Rio de Janeiro, Frankfurt am Main, Stoke-on-Trent, Bystřice nad Pernštejnem. */
    private static boolean isInner(String word) {
        return (word.length() <= 3 && word.equals(word.toLowerCase(Locale.ROOT))) || INNER.contains(word);
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && end - from < 3 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        boolean ends = end == text.length() || " ,(:[/-–—".indexOf(text.charAt(end)) >= 0;
        return ends ? end : from;
    }

    /** A word with a capital, or in lower case throughout where the name began so. */
    private static boolean isNameWord(String word, @Nullable String before) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i))) {
                return i <= 4 || "'’‘".indexOf(word.charAt(i - 1)) >= 0;
            }
        }
        return Character.isLetter(word.codePointAt(0))
                && word.length() > 1
                && (before == null || before.equals(before.toLowerCase(Locale.ROOT)));
    }

    private String word(int from) {
        if (from < text.length() && text.charAt(from) == '&') {
            return "&";
        }
        int end = from;
        while (end < text.length() && isOfWord(from, end)) {
            end++;
        }
        return text.substring(from, end);
    }

    private boolean isOfWord(int from, int index) {
        char c = text.charAt(index);
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        char next = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
        return switch (c) {
            case '\'', '’', '‘', '`' -> index > from || Character.isLetter(next);
            case '-' -> index > from && (Character.isLetter(next) || "'’‘".indexOf(next) >= 0);
            case '.' -> index > from && (Character.isLetter(next) || isShortened(from, index));
            default -> false;
        };
    }

    private boolean isShortened(int from, int stop) {
        String word = text.substring(from, stop);
        return word.indexOf('.') >= 0 || Lands.isShortened(word);
    }

    private int spaces(int from) {
        int next = from;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\t';
    }

    /** Whether a name is written in capitals, but for what custom leaves small: "McLEAN", "St. PAUL", "RIO de JANEIRO". */
    static boolean isCapitals(String name) {
        boolean any = false;
        for (String word : name.split("[ \\-/]", -1)) {
            int letters = 0;
            int small = 0;
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (Character.isLetter(c)) {
                    letters++;
                    small = Character.isLowerCase(c) ? small + 1 : 0;
                }
            }
            // What counts is how a word ends: a run of small letters there is no shouting.
            if (small > 0 && !isInner(word) && !word.endsWith(".") && !word.equals("s")) {
                return false;
            }
            any |= letters > 1 && small == 0;
        }
        return any;
    }
}
