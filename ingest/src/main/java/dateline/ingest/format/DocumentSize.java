package dateline.ingest.format;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * How large a document may be, of any format: what is within it is read in some 200 MB of memory, whatever it holds. Feeds
 * may bring no more, see {@code Feed}.
 */
public final class DocumentSize {
    /** The most bytes: a wire's or a feed's longest document is far below. */
    public static final int LARGEST = 16 * 1024 * 1024;

    /** The most tags, braces, values and lines: each of them costs a hundred bytes once it is read, and may cost one in the file. */
    public static final int MOST_PARTS = 500_000;

    private DocumentSize() {}

    /** Why this document is not read; empty where it may be. */
    static Optional<Rejected> refused(ByteBuffer bytes) {
        if (bytes.remaining() > LARGEST) {
            return Optional.of(new Rejected(
                    Defect.TOO_LARGE,
                    String.format(
                            Locale.ROOT,
                            "the document has %,d bytes; at most %,d are read",
                            bytes.remaining(),
                            LARGEST)));
        }
        // Nearly all documents have fewer bytes than that, and are not counted.
        int parts = bytes.remaining() > MOST_PARTS ? parts(bytes) : 0;
        return parts <= MOST_PARTS
                ? Optional.empty()
                : Optional.of(new Rejected(
                        Defect.TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "the document has %,d tags, values and lines; at most %,d are read",
                                parts,
                                MOST_PARTS)));
    }

    private static int parts(ByteBuffer bytes) {
        int parts = 0;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            parts += switch (bytes.get(i)) {
                case '<', '{', '[', ',', '\n', '\r', '\f', 1 -> 1;
                default -> 0;
            };
        }
        return parts;
    }
}
