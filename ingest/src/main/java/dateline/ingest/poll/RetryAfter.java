package dateline.ingest.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** When a server asks to be asked again (RFC 9110, 10.2.3). */
final class RetryAfter {
    /** No server puts a feed off for longer than this. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** The time that a Retry-After header names, in seconds or as a date; null if it names none that can be read. */
    static @Nullable Instant read(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        try {
            Instant named = value.chars().allMatch(c -> c >= '0' && c <= '9') && !value.isEmpty()
                    // a number of more digits is more than the longest, too
                    ? now.plusSeconds(value.length() > 9 ? LONGEST.toSeconds() : Long.parseLong(value))
                    : ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            Instant latest = now.plus(LONGEST);
            return named.isAfter(latest) ? latest : named;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
