package dateline.enrich.page;

import java.util.Locale;

/** What can be told of a text by its characters, in any script. */
final class Text {
    private static final String ENDS = ".!?…。！？؟۔।॥።…:;：；”\"»’')]";
    private static final String MARKS = ".!?…。！？؟۔।॥።,،、，;；:";

    private Text() {}

    static boolean endsSentence(String text) {
        return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    /** A character of Chinese, Japanese or Korean says what some three Latin ones do. */
    static int size(char c) {
        return c < 0x1100 || (c >= 0x1200 && c < 0x2E80) || Character.isSurrogate(c) ? 1 : c >= 0xFF00 ? 1 : 3;
    }

    /** Letters and digits alone, in lower case: what two spellings of a headline have in common. */
    static String bare(String text) {
        var bare = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
