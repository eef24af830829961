package dateline.sink.archive;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * Where a page ends. To its reader it is an opaque word.
 *
 * @param filed when the page's last article was filed
 * @param id that article's id
 */
public record Cursor(Instant filed, String id) {

    /** The cursor as a word that can stand in an address. */
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((filed.toEpochMilli() + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the word is none that {@link #encoded} gave */
    public static Cursor of(String encoded) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int space = decoded.indexOf(' ');
            if (space < 1 || decoded.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("not a cursor");
            }
            var cursor = new Cursor(
                    Instant.ofEpochMilli(Long.parseLong(decoded.substring(0, space))), decoded.substring(space + 1));
            int year = cursor.filed.atOffset(ZoneOffset.UTC).getYear();
            if (year < 0 || year > 9999) {
                throw new IllegalArgumentException("not a cursor");
            }
            return cursor;
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("not a cursor", e);
        }
    }
}
