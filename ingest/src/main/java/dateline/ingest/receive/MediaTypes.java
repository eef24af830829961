package dateline.ingest.receive;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types in which copy may be pushed: text, XML, JSON, mail, or bytes of which the pusher says nothing. */
final class MediaTypes {
    private static final Set<String> ACCEPTED = Set.of(
            "application/xml", "application/json", "application/octet-stream", "application/mbox", "message/rfc822");

    private MediaTypes() {}

    /** @param contentType the header; null, which RFC 9110 8.3 lets the receiver take for octet-stream, is accepted */
    static boolean accept(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return ACCEPTED.contains(type)
                || type.startsWith("text/")
                || type.endsWith("+xml")
                || type.endsWith("+json")
                || (type.startsWith("multipart/") && !type.equals("multipart/form-data"));
    }
}
