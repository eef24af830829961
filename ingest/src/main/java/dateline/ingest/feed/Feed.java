package dateline.ingest.feed;

import dateline.ingest.format.DocumentSize;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.Collector;
import wire.RawItem;

/**
 * A feed that the newsroom takes. Exactly one of poll, watch and push says how its copy comes in.
 *
 * @param name its name: the key of its records, part of its push address; lower-case letters, digits and hyphens
 * @param provider who files it, used where the copy names no provider; null: the copy always says, or the feed's name will do
 * @param language its language (BCP 47), used where the copy names none; null: told from the text
 * @param zone the zone of times that come without one; null means UTC
 * @param format the wire format it is filed in; null: told from the content
 * @param backfill true for archive copy loaded after the event: kept and tagged, but no news
 * @param poll how to ask for it, if we ask
 * @param watch where to find it, if it is dropped as files
 * @param push who may bring it, if it is pushed to us
 */
public record Feed(
        String name,
        @Nullable String provider,
        @Nullable String language,
        @Nullable ZoneId zone,
        @Nullable String format,
        boolean backfill,
        @Nullable Poll poll,
        @Nullable Watch watch,
        @Nullable Push push) {

    /** The most bytes a feed may allow for one item: what no format reads need not come in. */
    public static final int LARGEST_ITEM_BYTES = DocumentSize.LARGEST;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public Feed {
        if (name == null || !SLUG.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a feed's name is \"%s\": give it 1 to 63 lower-case letters, digits and hyphens".formatted(name));
        }
        long sources = Stream.of(poll, watch, push).filter(Objects::nonNull).count();
        if (sources != 1) {
            throw new IllegalArgumentException(
                    "feed %s has %d sources: give it one of poll, watch and push".formatted(name, sources));
        }
        if (language != null && !isLanguage(language)) {
            throw new IllegalArgumentException(
                    "feed %s has the language \"%s\": give a BCP 47 tag such as en or pt-BR".formatted(name, language));
        }
    }

    /** A feed of this name and source about which nothing else is said. */
    public static Feed of(String name, Source source) {
        return new Feed(
                name,
                null,
                null,
                null,
                null,
                false,
                source instanceof Poll poll ? poll : null,
                source instanceof Watch watch ? watch : null,
                source instanceof Push push ? push : null);
    }

    /** How its copy comes in. */
    public Source source() {
        return Stream.<@Nullable Source>of(poll, watch, push)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Something that this feed filed.
     *
     * @param from where it came from: an address or a file's name; empty if nobody says
     * @param contentType its media type with parameters; null where the transport named none
     * @param metadata what else the transport said, names in lower case
     */
    public RawItem filed(
            Collector collector,
            String from,
            Instant landed,
            @Nullable String contentType,
            Map<String, String> metadata,
            byte[] bytes) {
        return RawItem.newBuilder()
                .setFeed(name)
                .setCollector(collector)
                .setSource(from)
                .setLanded(landed)
                .setContentType(contentType)
                .setFormat(format)
                .setProvider(provider)
                .setLanguage(language)
                .setZone(zone == null ? null : zone.getId())
                .setBackfill(backfill)
                .setMetadata(metadata)
                .setBytes(ByteBuffer.wrap(bytes))
                .build();
    }

    private static boolean isLanguage(String tag) {
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
