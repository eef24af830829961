package dateline.ingest.format.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a document: byte order mark, transport header, the document's own declaration, statistics, in
 * that order. A declaration that the bytes contradict is passed over, because feeds declare what their template says.
 */
public final class Charsets {
    /** How much of a document is looked at for a declaration and for statistics, in bytes. */
    private static final int WINDOW = 64 * 1024;

    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROLOG = Pattern.compile(
            "^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern META = Pattern.compile(
            "<meta\\s[^>]{0,300}?charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names that stand for a superset in practice (WHATWG Encoding Standard, "Names and labels"). */
    private static final Map<String, String> IN_PRACTICE = byName(
            "windows-1252: us-ascii ascii iso-8859-1 iso8859-1 latin1 latin-1 l1 cp819",
            "windows-1254: iso-8859-9 latin5",
            "windows-1255: iso-8859-8-i logical visual",
            "x-windows-874: iso-8859-11 tis-620 tis620 cp874 dos-874",
            "x-windows-949: euc-kr euckr ks-c-5601 ks-c-5601-1987 ksc5601 ksc-5601 korean cp949 uhc",
            "x-Johab: johab",
            "GB18030: gb2312 gb-2312 gb-2312-80 gbk x-gbk cp936 euc-cn chinese csgb2312",
            "Big5: cn-big5 x-x-big5 big5-tw big5-eten",
            "windows-31j: shift-jis x-sjis sjis ms-kanji cp932 windows-932",
            "EUC-JP: x-euc-jp x-euc",
            "UTF-8: utf8 unicode-1-1-utf-8",
            "x-MacCyrillic: x-mac-cyrillic mac-cyrillic x-mac-ukrainian",
            "x-MacRoman: macintosh mac mac-roman x-mac-roman");

    private Charsets() {}

    /**
     * A document as characters.
     *
     * @param text without byte order mark
     * @param charset what it was read as
     * @param notes what had to be assumed, in words; empty where the document kept its word
     */
    public record Decoded(String text, Charset charset, List<String> notes) {}

    /** @param contentType the transport's header, or null */
    public static Decoded decode(ByteBuffer source, @Nullable String contentType) {
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        return decode(bytes, contentType);
    }

    public static Decoded decode(byte[] bytes, @Nullable String contentType) {
        Mark mark = Mark.of(bytes);
        // Wide characters have shown their byte order, which a declaration of "utf-16" leaves open.
        if (mark != null && (mark.length() > 0 || mark.charset().name().startsWith("UTF-"))) {
            return lenient(bytes, mark.length(), mark.charset(), List.of());
        }
        var declared = new LinkedHashSet<Charset>();
        var notes = new ArrayList<String>();
        add(declared, find(HEADER, contentType), notes);
        if (mark != null) {
            add(declared, prolog(new String(bytes, 0, Math.min(bytes.length, 1024), mark.charset())), notes);
            declared.add(mark.charset());
        } else {
            String head = new String(bytes, 0, Math.min(bytes.length, WINDOW), StandardCharsets.ISO_8859_1);
            add(declared, prolog(head), notes);
            if (head.contains("<html") || head.contains("<HTML") || head.contains("<meta") || head.contains("<META")) {
                add(declared, find(META, head), notes);
            }
            // A document that can be searched for its declaration byte by byte is in no wide encoding.
            declared.removeIf(charset ->
                    charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
        }
        boolean utf8 = multibyteUtf8(bytes);
        if (utf8) {
            if (declared.isEmpty() || declared.getFirst().equals(WINDOWS_1252)) {
                if (!declared.isEmpty()) {
                    notes.add("declared as Latin-1 but written in UTF-8");
                }
                return new Decoded(new String(bytes, StandardCharsets.UTF_8), StandardCharsets.UTF_8, notes);
            }
        }
        for (Charset charset : declared) {
            String text = strictly(bytes, charset);
            if (text != null) {
                return new Decoded(text, charset, notes);
            }
            notes.add("declared as %s but not written in it".formatted(charset.name()));
        }
        String plain = strictly(bytes, StandardCharsets.UTF_8);
        if (plain != null) {
            return new Decoded(plain, StandardCharsets.UTF_8, notes);
        }
        // A few broken bytes in much good UTF-8 are damage, not another charset.
        if ((declared.isEmpty() || declared.contains(StandardCharsets.UTF_8)) && mostlyUtf8(bytes)) {
            return lenient(bytes, 0, StandardCharsets.UTF_8, notes);
        }
        Charset guess = guess(bytes);
        notes.add("charset not declared rightly; read as " + guess.name());
        return lenient(bytes, 0, guess, notes);
    }

    /** As {@link #decode}, for teleprinter copy: what is not UTF-8 and says nothing else is Latin-1 (IPTC 7901, 2.1). */
    public static Decoded telex(ByteBuffer source, @Nullable String contentType) {
        byte[] bytes = new byte[source.remaining()];
        source.duplicate().get(bytes);
        boolean silent = find(HEADER, contentType) == null && Mark.of(bytes) == null;
        if (silent && strictly(bytes, StandardCharsets.UTF_8) == null) {
            return lenient(bytes, 0, WINDOWS_1252, List.of());
        }
        return decode(bytes, contentType);
    }

    /** The charset of that name as writers mean it; null where there is none. */
    public static @Nullable Charset named(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        for (String spelling : new String[] {plain.replace('_', '-'), plain, plain.replaceAll("[^a-z0-9]", "")}) {
            try {
                return Charset.forName(IN_PRACTICE.getOrDefault(spelling, spelling));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // the next spelling
            }
        }
        return null;
    }

    private static Map<String, String> byName(String... lines) {
        var charsets = new HashMap<String, String>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            for (String name : line.substring(colon + 2).split(" ", -1)) {
                charsets.put(name, line.substring(0, colon));
            }
        }
        return Map.copyOf(charsets);
    }

    private static void add(Set<Charset> declared, @Nullable String name, List<String> notes) {
        if (name == null) {
            return;
        }
        Charset charset = named(name);
        if (charset == null || (!charset.canEncode() && !charset.name().startsWith("x-"))) {
            notes.add("declares a charset that nobody knows");
        } else {
            declared.add(charset);
        }
    }

    private static @Nullable String prolog(String head) {
        return find(PROLOG, head.length() > 1024 ? head.substring(0, 1024) : head);
    }

    private static @Nullable String find(Pattern pattern, @Nullable String in) {
        if (in == null) {
            return null;
        }
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            charset.equals(WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset, List<String> notes) {
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        String plain = text.toString();
        while (plain.startsWith("\uFEFF")) {
            plain = plain.substring(1);
        }
        if (plain.indexOf('\uFFFD') >= 0) {
            var more = new ArrayList<>(notes);
            more.add("bytes that are not %s were replaced".formatted(charset.name()));
            return new Decoded(plain, charset, more);
        }
        return new Decoded(plain, charset, notes);
    }

    private static boolean multibyteUtf8(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return strictly(bytes, StandardCharsets.UTF_8) != null;
            }
        }
        return false;
    }

    private static boolean mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long sound = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        return sound > 10 * broken;
    }

    private static Charset guess(byte[] bytes) {
        byte[] window = bytes.length > WINDOW ? Arrays.copyOf(bytes, WINDOW) : bytes;
        if (thai(window)) {
            return Charset.forName("x-windows-874");
        }
        var detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(window);
        for (CharsetMatch match : detector.detectAll()) {
            Charset charset = named(match.getName());
            if (charset != null && !charset.name().startsWith("UTF-") && match.getConfidence() >= 10) {
                return charset;
            }
        }
        return WINDOWS_1252;
    }

    /** ICU knows no Thai: its bytes leave gaps that other charsets fill, and vowels and tone marks are a third of it. */
    private static boolean thai(byte[] bytes) {
        int high = 0;
        int marks = 0;
        int consonants = 0;
        for (byte b : bytes) {
            int c = b & 0xFF;
            if (c >= 0x80) {
                high++;
                if (c < 0xA1 || (c > 0xDA && c < 0xDF) || c > 0xFB) {
                    return false;
                }
                boolean mark =
                        c == 0xD1 || (c >= 0xD4 && c <= 0xD9) || (c >= 0xE0 && c <= 0xE4) || (c >= 0xE7 && c <= 0xEC);
                marks += mark ? 1 : 0;
                consonants += c <= 0xCE ? 1 : 0;
            }
        }
        return high >= 30 && marks * 100 >= high * 20 && marks * 100 <= high * 50 && consonants * 100 >= high * 45;
    }

    /** What the first bytes alone give away: a byte order mark, or wide characters of an XML prolog (XML 1.0, F.1). */
    private record Mark(int length, Charset charset) {
        static @Nullable Mark of(byte[] b) {
            int n = b.length;
            if (n >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
                return new Mark(3, StandardCharsets.UTF_8);
            }
            if (n >= 4) {
                int first = ByteBuffer.wrap(b).getInt();
                Mark mark = switch (first) {
                    case 0x0000FEFF -> new Mark(4, Charset.forName("UTF-32BE"));
                    case 0xFFFE0000 -> new Mark(4, Charset.forName("UTF-32LE"));
                    case 0x0000003C -> new Mark(0, Charset.forName("UTF-32BE"));
                    case 0x3C000000 -> new Mark(0, Charset.forName("UTF-32LE"));
                    case 0x003C003F, 0x003C0021, 0x003C0072 -> new Mark(0, StandardCharsets.UTF_16BE);
                    case 0x3C003F00, 0x3C002100, 0x3C007200 -> new Mark(0, StandardCharsets.UTF_16LE);
                    case 0x4C6FA794 -> new Mark(0, Charset.forName("IBM037"));
                    default -> null;
                };
                if (mark != null) {
                    return mark;
                }
            }
            if (n >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
                return new Mark(2, StandardCharsets.UTF_16BE);
            }
            if (n >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
                return new Mark(2, StandardCharsets.UTF_16LE);
            }
            return null;
        }
    }
}
