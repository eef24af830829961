package dateline.enrich.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.enrich.credit.WireCopy;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.page.Page;
import dateline.enrich.page.PageExtractor;
import dateline.enrich.tag.Annotation;
import dateline.enrich.tag.Annotator;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Web page in, article out, a line of JSON each. */
public final class ExtractLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Annotator annotator;

    public ExtractLine(Annotator annotator) {
        this.annotator = annotator;
    }

    /**
     * Answers a line {"id","url"?,"html"}.
     *
     * @throws IllegalArgumentException if the line is not such an object, saying what is wrong with it
     */
    public String answer(String line) {
        JsonNode asked = Lines.object(line);
        return extract(
                asked.get("id"), Lines.text(asked, "html"), asked.path("url").asText(null));
    }

    /** The article in a page that came under this name. */
    public String extract(String id, String html) {
        return extract(JSON.getNodeFactory().textNode(id), html, null);
    }

    private String extract(@Nullable JsonNode id, String html, @Nullable String url) {
        Page page = PageExtractor.extract(html, url);
        Annotation annotation = annotator.read(page.body(), page.headline(), page.language());
        WireCopy copy = annotation.copy();
        FiledFrom dateline = copy.dateline();
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", id);
        answer.put("headline", copy.headline());
        answer.put("body", copy.body());
        var bylines = answer.putArray("byline");
        page.bylines().forEach(bylines::add);
        answer.put("published", text(page.published()));
        answer.put("updated", text(page.updated()));
        answer.put("dateline", dateline == null ? null : dateline.text());
        answer.set("filed", CopyJson.dateline(annotation));
        answer.set("credits", CopyJson.credits(copy));
        answer.set("events", CopyJson.events(copy));
        answer.put("language", annotation.language());
        answer.put("section", page.section());
        answer.put("canonical", page.canonical());
        answer.put("site", page.site());
        answer.put("image", page.image());
        answer.put("paywalled", page.paywalled());
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String text(@Nullable OffsetDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
