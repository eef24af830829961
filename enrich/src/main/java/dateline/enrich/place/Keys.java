package dateline.enrich.place;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What a name is found under: a hash of its words without case, accents, points and the signs between them, so that "Saint-Étienne"
 * and "SAINT ETIENNE" are one. Names in capitals alone (US, UAE) are found only as they are written. 48 bits: among some hundred
 * thousands of names, one text in many millions meets a name that is not there.
 */
final class Keys {
    static final int BITS = 48;

    private static final long MASK = (1L << BITS) - 1;
    private static final long PRIME = 0x100000001b3L;
    private static final long FOLDED = 0xcbf29ce484222325L;
    private static final long EXACT = 0x6c62272e07bb0142L;
    private static final int LONGEST_EXACT = 6;
    private static final String[] LATIN = latin();

    private Keys() {}

    /** A key to which words are added. */
    static long folded() {
        return FOLDED;
    }

    static long exact() {
        return EXACT;
    }

    /** The key with a word more; its case and accents do not matter. */
    static long withFolded(long key, String text, int start, int end) {
        long hash = key * PRIME + ' ';
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 128) {
                if (c != '.') {
                    hash = (hash ^ (c >= 'A' && c <= 'Z' ? c + 32 : c)) * PRIME;
                }
            } else {
                hash = withLetter(hash, c);
            }
        }
        return hash;
    }

    private static long withLetter(long key, char c) {
        long hash = key;
        String plain = c < LATIN.length ? LATIN[c] : null;
        if (plain != null) {
            for (int i = 0; i < plain.length(); i++) {
                hash = (hash ^ plain.charAt(i)) * PRIME;
            }
        } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\u200c' && c != '\u200d') {
            hash = (hash ^ Character.toLowerCase(c)) * PRIME;
        }
        return hash;
    }

    /** The key with a word more, as it is written but for its points. */
    static long withExact(long key, String text, int start, int end) {
        long hash = key;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '.') {
                hash = (hash ^ c) * PRIME;
            }
        }
        return hash;
    }

    /** The finished key. */
    static long end(long key) {
        long hash = key ^ (key >>> 32);
        hash *= 0x9e3779b97f4a7c15L;
        return (hash ^ (hash >>> 29)) & MASK;
    }

    /** The key of a whole name; its words are those of the text it would stand in. */
    static long of(String name) {
        var words = new Words(name);
        boolean exact = isExact(name);
        long key = exact ? EXACT : FOLDED;
        for (int i = 0; i < words.count(); i++) {
            key = exact
                    ? withExact(key, name, words.start(i), words.end(i))
                    : withFolded(key, name, words.start(i), words.end(i));
        }
        return end(key);
    }

    /** Whether it is a few capitals, with points or without. */
    static boolean isExact(String name) {
        int letters = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                letters++;
            } else if (c != '.' && c != ' ' && c != '-') {
                return false;
            }
        }
        return letters > 0 && letters <= LONGEST_EXACT;
    }

    /** Latin letters with what they are without their accents. */
    private static String[] latin() {
        var plain = new String[0x1f00];
        for (char c = 0xc0; c < plain.length; c++) {
            if (c == 0x250) {
                c = 0x1e00;
            }
            if (Character.isLetter(c)) {
                String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
                plain[c] = switch (bare) {
                    case "ß" -> "ss";
                    case "æ" -> "ae";
                    case "œ" -> "oe";
                    case "ø" -> "o";
                    case "đ", "ð" -> "d";
                    case "ł" -> "l";
                    case "ı" -> "i";
                    case "þ" -> "th";
                    default -> bare;
                };
            }
        }
        return plain;
    }
}
