package dateline.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where on wire.raw the raw item stands that a record was made of. It travels with the record as a header.
 *
 * @param partition its partition there
 * @param offset its offset there
 */
public record Lineage(int partition, long offset) {
    private static final String HEADER = "dateline-raw";

    /** Notes it on a record. */
    public void writeTo(Headers headers) {
        headers.remove(HEADER).add(HEADER, (partition + "/" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    /** What is noted on a record; empty if nothing is, or nothing readable. */
    public static Optional<Lineage> of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null) {
            return Optional.empty();
        }
        String[] parts = new String(header.value(), StandardCharsets.US_ASCII).split("/", 2);
        try {
            return Optional.of(new Lineage(Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
