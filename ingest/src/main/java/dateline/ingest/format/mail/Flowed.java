package dateline.ingest.format.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain text as mail carries it: lines that flow on (RFC 3676), and the sender's signature below it. */
final class Flowed {
    private static final Pattern SIGNATURE = Pattern.compile("(?m)^--[ \\t]?\\R");
    private static final Pattern SOFT_BREAK = Pattern.compile("(?<=[^\\n\\r]) (\\r?\\n)(?!-- ?\\r?$)");

    private Flowed() {}

    /** @param contentType the part's field, with its parameters; null where it has none */
    static String unfolded(String text, @Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        String plain = signatureOff(text);
        if (!type.contains("format=flowed")) {
            return plain;
        }
        String joined = SOFT_BREAK.matcher(plain).replaceAll(type.contains("delsp=yes") ? "" : " ");
        // A space was stuffed before lines that begin with one, with ">" or with "From ".
        // A line that does not flow on was ended by its writer, whatever room was left in it.
        return joined.replaceAll("(?m)^ ", "").replaceAll("\\r?\\n", "\n\n");
    }

    private static String signatureOff(String text) {
        var signature = SIGNATURE.matcher(text);
        return signature.find() && !text.substring(0, signature.start()).isBlank()
                ? text.substring(0, signature.start())
                : text;
    }
}
