package dateline.enrich.entity;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The tokens of a text and where its sentences begin. Made for wire copy: initials and abbreviations keep their points
 * ("U.S.", "Corp."), figures and scores are whole ("4:00.1", "6-4"), the genitive stands alone, and a hyphen parts what
 * only happens to be joined ("Seoul-based", "India-Pakistan") but not a name ("Al-Ain", "Jong-un"). Linear in the text.
 */
public final class Tokens {
    static final int LETTERS = 1;
    static final int UPPER_FIRST = 2;
    static final int HAS_UPPER = 4;
    static final int HAS_LOWER = 8;
    static final int HAS_DIGIT = 16;
    /** An address, a handle: nothing to look for a name in. */
    static final int JUNK = 32;

    static final int SENTENCE_START = 64;
    /** Nothing between it and the token before. */
    static final int ATTACHED = 128;

    private static final int LONGEST = 60;
    private static final int LONGEST_APART = 12;

    private static final Set<Long> ABBREVIATIONS =
            hashes("mr mrs ms dr prof st jr sr inc corp co ltd llc bros gen col lt"
                    + " sgt capt cmdr adm maj brig gov sen rep hon rev fr msgr messrs mme mlle jan feb mar apr jun jul aug sep sept"
                    + " oct nov dec vs no nos mt ft pte pvt pty cie bhd ave blvd dept univ assn ala ariz ark calif colo conn del fla"
                    + " ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo bgen"
                    + " spc cpl supt insp dist natl intl");
    private static final Set<Long> TAILS =
            hashes("based led backed born style controlled run owned held occupied trained"
                    + " made listed allied affiliated linked wide era ruled speaking educated dominated brokered sponsored mediated"
                    + " funded bound area friendly inspired related administered supported registered flagged built type like"
                    + " manufactured produced supplied headquartered dependent donated drafted hosted organized organised engineered"
                    + " developed designed managed operated approved imposed inhabited majority populated patrolled governed"
                    + " appointed installed aligned leaning oriented language headed chaired driven only free sized level age"
                    + " proof plus style-based elect turned ordered instigated wing old strong long year-old time minded issued"
                    + " qualifying winning bred raised themed loving hating critical skeptic sceptic bashing");
    private static final Set<Long> APART = hashes("us u.s. u.s eu un uk u.k. uae ussr nato asean anti pro non pan sino"
            + " russo franco anglo indo euro israel israeli palestinian palestine iran iranian iraq iraqi india indian"
            + " pakistan pakistani china chinese japan japanese korea korean russia russian ukraine ukrainian turkey turkish"
            + " syria syrian lebanon lebanese egypt egyptian saudi german germany french france british britain american"
            + " america canada canadian mexico mexican cuba cuban arab afghan afghanistan armenia azerbaijan australia"
            + " australian ethiopia eritrea sudan chad libya serbia kosovo greece greek cyprus taiwan vietnam philippine"
            + " philippines thai thailand cambodia cambodian myanmar bangladesh nepal polish poland belarus moscow"
            + " beijing washington tehran kabul delhi seoul tokyo africa african asia asian europe european latin"
            + " colombia venezuela ecuador peru chile argentina brazil italy italian spain spanish dutch irish ireland"
            + " london paris post mid ex");

    /** For each letter and sign of ASCII what it tells of the word that it is in. */
    private static final byte[] ASCII = new byte[128];

    static {
        Arrays.fill(ASCII, 'a', 'z' + 1, (byte) (HAS_LOWER | LETTERS));
        Arrays.fill(ASCII, 'A', 'Z' + 1, (byte) (HAS_UPPER | LETTERS));
        Arrays.fill(ASCII, '0', '9' + 1, (byte) HAS_DIGIT);
        ASCII['@'] = JUNK;
        ASCII['/'] = JUNK;
    }

    private final char[] text;
    private final int to;
    private int[] starts;
    private int[] ends;
    private byte[] flags;
    private int count;

    /** Takes a text apart. */
    public Tokens(CharSequence text) {
        this.text = text.toString().toCharArray();
        to = this.text.length;
        int likely = to / 4 + 8;
        starts = new int[likely];
        ends = new int[likely];
        flags = new byte[likely];
        split();
    }

    public int count() {
        return count;
    }

    /** Where a token begins, in UTF-16 code units. */
    public int start(int token) {
        return starts[token];
    }

    /** Where it ends, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    boolean is(int token, int flag) {
        return (flags[token] & flag) != 0;
    }

    /** The text of some tokens and what is between them. */
    String text(int first, int last) {
        return new String(text, starts[first], ends[last] - starts[first]);
    }

    char[] text() {
        return text;
    }

    private static Set<Long> hashes(String words) {
        Set<Long> hashes = new HashSet<>();
        for (String word : words.split(" ", -1)) {
            hashes.add(Hash.lower(word));
        }
        return hashes;
    }

    private void split() {
        boolean opens = true;
        boolean ended = false;
        int at = 0;
        while (at < to) {
            char c = text[at];
            if (c <= ' ' || (c >= 128 && isSpace(c))) {
                opens |= c == '\n' || c == '\u2029';
                at++;
                continue;
            }
            int start = at;
            int flag;
            if (isWordPart(c)) {
                at = endOfWord(start);
                flag = look(start, at);
                opens |= ended && (flag & (UPPER_FIRST | HAS_DIGIT)) != 0;
                ended = false;
            } else if ((c == '@' || c == '#') && at + 1 < to && isWordPart(text[at + 1])) {
                at = junk(at);
                flag = JUNK;
                opens |= ended;
                ended = false;
            } else {
                at = Character.isHighSurrogate(c) && at + 1 < to && Character.isLowSurrogate(text[at + 1])
                        ? at + 2
                        : same(at);
                if (isGenitive(start)) {
                    at = start + 2;
                }
                flag = 0;
                ended = c == '.' || c == '!' || c == '?' || (ended && "\"'”’)»".indexOf(c) >= 0);
            }
            if (opens) {
                flag |= SENTENCE_START;
            }
            if (count > 0 && ends[count - 1] == start) {
                flag |= ATTACHED;
            }
            add(start, at, flag);
            // A bracket or quotation mark does not keep the word after it from opening the sentence.
            opens = opens && (flag & LETTERS) == 0 && (flag & HAS_DIGIT) == 0 && (flag & JUNK) == 0;
        }
    }

    private static boolean isWordPart(char c) {
        if (c < 128) {
            return (ASCII[c] & (LETTERS | HAS_DIGIT)) != 0;
        }
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** Where the word that begins here ends. */
    private int endOfWord(int start) {
        int at = start + 1;
        int part = start;
        while (at < to) {
            char c = text[at];
            if (isWordPart(c)) {
                at++;
                continue;
            }
            if (at + 1 >= to) {
                return c == '.' && isAbbreviation(start, part, at) ? at + 1 : at;
            }
            char before = text[at - 1];
            char next = text[at + 1];
            if (c == '.') {
                boolean joins = (isDigit(before) && isDigit(next))
                        || (isWordPart(next) && (at - part == 1 || Character.isLowerCase(next)) && !isDigit(next));
                if (!joins) {
                    return isAbbreviation(start, part, at) ? at + 1 : at;
                }
                part = at + 1;
            } else if (isApostrophe(c)) {
                if (!isWordPart(next) || isGenitive(at) || isDigit(before)) {
                    return at;
                }
            } else if (isHyphen(c)) {
                if (!isWordPart(next) || parts(start, at)) {
                    return at;
                }
                part = at + 1;
            } else if (c == ':' && next == '/') {
                return junk(at);
            } else if (c == ',' || c == ':') {
                if (!isDigit(before) || !isDigit(next)) {
                    return at;
                }
            } else if (c == '&') {
                if (!Character.isUpperCase(before) || !Character.isUpperCase(next)) {
                    return at;
                }
            } else if (c == '@') {
                return isWordPart(next) ? junk(at) : at;
            } else if (c != '_') {
                return at;
            }
            at++;
        }
        return at;
    }

    private int junk(int at) {
        int end = at;
        while (end < to && text[end] > ' ') {
            end++;
        }
        return end;
    }

    private int same(int at) {
        char c = text[at];
        int end = at + 1;
        while (end < to && text[end] == c && (c == '-' || c == '.' || c == '*' || c == '=' || c == '_')) {
            end++;
        }
        return end;
    }

    /** "'s": the genitive or a contraction, a token of its own. */
    private boolean isGenitive(int at) {
        if (!isApostrophe(text[at]) || at + 1 >= to) {
            return false;
        }
        char next = text[at + 1];
        return (next == 's' || next == 'S') && (at + 2 >= to || !isWordPart(text[at + 2]));
    }

    private boolean isAbbreviation(int start, int part, int at) {
        if (at - part == 1 && Character.isLetter(text[part]) && (part > start || Character.isUpperCase(text[part]))) {
            return true;
        }
        return part == start
                && at - start <= 5
                && Character.isUpperCase(text[start])
                && ABBREVIATIONS.contains(Hash.lower(text, start, at));
    }

    /** Whether the hyphen here parts two words. */
    private boolean parts(int start, int hyphen) {
        int end = hyphen + 1;
        while (end < to && end - hyphen < LONGEST && isWordPart(text[end])) {
            end++;
        }
        boolean upper = Character.isUpperCase(text[hyphen + 1]);
        if (!upper) {
            return TAILS.contains(Hash.lower(text, hyphen + 1, end));
        }
        return isTag(start, hyphen)
                || (hyphen - start <= LONGEST_APART && APART.contains(Hash.lower(text, start, hyphen)));
    }

    /** What stands before a name in a slug or a lawmaker's label: "UPDATE 2-Kenya", "INTERVIEW-Nestle", "D-Ill." */
    private boolean isTag(int start, int hyphen) {
        int length = hyphen - start;
        char first = text[start];
        if (length == 1) {
            return isDigit(first) || first == 'R' || first == 'D';
        }
        if (length < 4 || length > 12) {
            return false;
        }
        for (int i = start; i < hyphen; i++) {
            char c = text[i];
            if (c < 'A' || c > 'Z') {
                return false;
            }
        }
        return hyphen + 2 < to && Character.isLowerCase(text[hyphen + 2]);
    }

    private int look(int start, int end) {
        int flag = 0;
        if (end - start > LONGEST) {
            return JUNK;
        }
        for (int i = start; i < end; i++) {
            char c = text[i];
            if (c < 128) {
                flag |= ASCII[c];
            } else if (Character.isUpperCase(c)) {
                flag |= HAS_UPPER | LETTERS;
            } else if (Character.isLowerCase(c)) {
                flag |= HAS_LOWER | LETTERS;
            } else if (Character.isDigit(c)) {
                flag |= HAS_DIGIT;
            } else if (Character.isLetter(c)) {
                flag |= LETTERS;
            }
        }
        if ((flag & JUNK) != 0) {
            return JUNK;
        }
        if ((flag & HAS_UPPER) != 0 && Character.isUpperCase(text[start])) {
            flag |= UPPER_FIRST;
        }
        return flag;
    }

    private void add(int start, int end, int flag) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            flags = Arrays.copyOf(flags, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        flags[count] = (byte) flag;
        count++;
    }
}
