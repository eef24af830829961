package dateline.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes the content codings that we accept (RFC 9110, 8.4.1), never beyond a limit: the packed size says nothing of the real one. */
public final class ContentCoding {
    private ContentCoding() {}

    /** The codings understood, as Accept-Encoding names them. */
    public static final String ACCEPTED = "gzip, deflate";

    /** More bytes than the limit allows. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        public TooLargeException(int limit) {
            super("it is larger than %d bytes".formatted(limit));
        }
    }

    /** A coding that we do not understand. */
    public static final class UnknownException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownException() {
            super("its content coding is none of " + ACCEPTED);
        }
    }

    /**
     * The bytes of a stream, at most so many.
     *
     * @throws TooLargeException if it has more than {@code limit}; no more than that are read
     */
    public static byte[] read(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit);
        if (bytes.length == limit && in.read() >= 0) {
            throw new TooLargeException(limit);
        }
        return bytes;
    }

    /**
     * The bytes as they were before they were coded.
     *
     * @param coding the Content-Encoding header; null for none
     * @throws TooLargeException if they are more than {@code limit}
     * @throws UnknownException if the coding, or a list of several, is not understood
     * @throws IOException if the bytes are not so coded, or cut short
     */
    public static byte[] undone(@Nullable String coding, byte[] bytes, int limit) throws IOException {
        return switch (coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> bytes;
            case "gzip", "x-gzip" -> {
                // Some servers name the coding and then send the bytes as they are.
                boolean coded = bytes.length > 1 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
                yield coded ? read(new GZIPInputStream(new ByteArrayInputStream(bytes)), limit) : bytes;
            }
            case "deflate" -> read(new InflaterInputStream(new ByteArrayInputStream(bytes)), limit);
            default -> throw new UnknownException();
        };
    }
}
