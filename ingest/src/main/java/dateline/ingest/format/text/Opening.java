package dateline.ingest.format.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * How a document opens: enough to tell formats apart without reading it through.
 *
 * @param text its first characters, one per byte, without NULs, byte order mark and leading white space
 * @param root the name of the first element in lower case, with its prefix; empty where it does not open as markup
 * @param tag the whole start tag of that element; empty where there is none
 */
public record Opening(String text, String root, String tag) {
    private static final int WINDOW = 32 * 1024;

    public static Opening of(ByteBuffer source) {
        ByteBuffer view = source.duplicate();
        byte[] head = new byte[Math.min(view.remaining(), WINDOW)];
        view.get(head);
        // Dropping NULs lets the ASCII part of UTF-16 and UTF-32 be read like the rest.
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("Lo\u00A7\u0094")) {
            text = new String(head, java.nio.charset.Charset.forName("IBM037"));
        }
        text = text.replace("\0", "");
        while (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        }
        if (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
            text = text.substring(2);
        }
        text = text.stripLeading();
        return new Opening(text, root(text, start(text)), tag(text, start(text)));
    }

    /** How it ends: its last characters, one per byte, for what may stand at either end. */
    public static String end(ByteBuffer source) {
        int length = Math.min(source.remaining(), 1024);
        byte[] tail = new byte[length];
        source.duplicate().position(source.limit() - length).get(tail);
        return new String(tail, StandardCharsets.ISO_8859_1);
    }

    /** The root's name in lower case without prefix; empty where there is none. */
    public String localRoot() {
        return root.substring(root.indexOf(':') + 1);
    }

    public boolean isJson() {
        return text.startsWith("{") || text.startsWith("[");
    }

    private static String root(String text, int at) {
        int end = at + 1;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return at < 0 ? "" : text.substring(at + 1, end).toLowerCase(Locale.ROOT);
    }

    private static String tag(String text, int at) {
        if (at < 0) {
            return "";
        }
        int end = text.indexOf('>', at);
        return end < 0 ? text.substring(at) : text.substring(at, end + 1);
    }

    /** Where the first element starts; -1 where the text does not open as markup. */
    private static int start(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c != '<') {
                return -1;
            } else if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at);
            } else if (text.startsWith("<?", at)) {
                // An instruction may hold ">", unless it forgot how it ends.
                int end = text.indexOf("?>", at);
                int next = text.indexOf('<', at + 1);
                at = end >= 0 && (next < 0 || end < next) ? end + 2 : after(text, ">", at);
            } else if (text.startsWith("<!", at)) {
                int subset = text.indexOf('[', at);
                int close = text.indexOf('>', at);
                at = subset >= 0 && subset < close ? after(text, "]>", at) : after(text, ">", at);
            } else {
                return at + 1 < text.length() && isName(text.charAt(at + 1)) ? at : -1;
            }
        }
        return -1;
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '.' || c == '-' || c == '_';
    }
}
