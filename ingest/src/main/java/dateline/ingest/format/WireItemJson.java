package dateline.ingest.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.MediaRef;
import wire.WireItem;

/**
 * What {@code dateline parse} prints: a line of JSON for each item, and one for each that could not be read. Here "id" is the
 * id as the wire gives it; the record's key, which holds the provider too, is "key".
 */
public final class WireItemJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private WireItemJson() {}

    /**
     * The lines for one file.
     *
     * @param sourceFile the file's name, as it was given on the command line
     * @return nothing for a document that was skipped
     */
    public static List<String> lines(String sourceFile, Reading reading) {
        return switch (reading) {
            case Read(var items, var defects) ->
                Stream.concat(
                                items.stream().map(item -> line(sourceFile, item)),
                                defects.stream().map(defect -> line(sourceFile, defect)))
                        .toList();
            case Skipped(var why) -> List.of();
            case Rejected rejected -> List.of(line(sourceFile, rejected));
        };
    }

    /** One item as a line. */
    public static String line(String sourceFile, WireItem item) {
        return write(node(sourceFile, item));
    }

    /** One defect as a line. */
    public static String line(String sourceFile, Rejected rejected) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("source_file", sourceFile);
        line.putObject("error").put("defect", rejected.defect().name()).put("detail", rejected.detail());
        return write(line);
    }

    /** One item as a tree, for callers that have more to say of it. */
    public static ObjectNode node(String sourceFile, WireItem item) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("source_file", sourceFile)
                .put("format", item.getFormat())
                .put("id", item.getItemId())
                .put("key", item.getId())
                .put("version", item.getVersion().isEmpty() ? null : item.getVersion());
        if (item.getUrgency() > 0) {
            line.put("urgency", item.getUrgency());
        } else {
            line.putNull("urgency");
        }
        line.put("status", item.getStatus().name().toLowerCase(Locale.ROOT))
                .put("event", event(item))
                .put("headline", item.getHeadline())
                .put("slugline", item.getSlugline());
        texts(line, "byline", item.getBylines());
        dateline(line, item.getDateline());
        line.put("provider", item.getProvider())
                .put("credit", item.getCredit())
                .put("copyright", item.getCopyright())
                .put("language", item.getLanguage())
                .put("published", time(item.getPublished()))
                .put("updated", time(item.getUpdated()))
                .put("embargoed_until", time(item.getEmbargoedUntil()));
        texts(line, "keywords", item.getKeywords());
        var subjects = line.putArray("subjects");
        item.getSubjects()
                .forEach(subject ->
                        subjects.addObject().put("code", subject.getCode()).put("name", subject.getName()));
        texts(line, "places", item.getPlaces());
        line.put("body_text", item.getBodyText()).put("body_html", item.getBodyHtml());
        texts(
                line,
                "links",
                Stream.concat(Stream.ofNullable(item.getLink()), item.getLinks().stream())
                        .toList());
        var media = line.putArray("media");
        item.getMedia().forEach(reference -> media(media.addObject(), reference));
        line.put("ednote", item.getEdnote()).put("usage_terms", item.getUsageTerms());
        texts(line, "notes", item.getNotes());
        return line;
    }

    private static void media(ObjectNode into, MediaRef reference) {
        into.put("href", reference.getHref())
                .put("type", reference.getType())
                .put("role", reference.getRole())
                .put("caption", reference.getCaption())
                .put("credit", reference.getCredit())
                .put("width", reference.getWidth())
                .put("height", reference.getHeight())
                .put("size", reference.getSize());
    }

    private static void dateline(ObjectNode line, @Nullable Dateline dateline) {
        if (dateline == null) {
            line.putNull("dateline");
        } else {
            line.putObject("dateline").put("text", dateline.getText()).put("place", dateline.getPlaceName());
        }
    }

    /** What this version alone tells: whether it is the first, only those who know the others can say. */
    private static String event(WireItem item) {
        return switch (item.getStatus()) {
            case CANCELED -> "KILLED";
            case USABLE, WITHHELD -> item.getSupersedes().isEmpty() ? "PUBLISHED" : "REVISED";
        };
    }

    private static void texts(ObjectNode line, String name, List<String> texts) {
        var array = line.putArray(name);
        texts.forEach(array::add);
    }

    private static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static String write(ObjectNode line) {
        try {
            return MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }
}
