package dateline.ingest.poll;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of asking a feed once. */
sealed interface Answer {

    /**
     * The feed, perhaps as it was before.
     *
     * @param address where it came from, after redirects
     * @param contentType its media type with parameters; null if the server named none
     * @param metadata headers worth keeping, names in lower case
     * @param bytes its body, content codings undone
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Full(
            URI address,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String contentType,
            Map<String, String> metadata,
            byte[] bytes)
            implements Answer {}

    /** Nothing new (304). */
    record Unchanged() implements Answer {}

    /** It will never be there again (410). */
    record Gone() implements Answer {}

    /**
     * It could not be had this time.
     *
     * @param why the cause, as a sentence's end, without credentials
     * @param notBefore when the server asks to be asked again; null if it does not say
     */
    record Failed(String why, @Nullable Instant notBefore) implements Answer {}
}
