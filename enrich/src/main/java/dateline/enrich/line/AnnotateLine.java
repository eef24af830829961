package dateline.enrich.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.enrich.credit.WireCopy;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.tag.Annotation;
import dateline.enrich.tag.Annotator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.Entity;
import wire.Part;
import wire.Place;

/** Text in, tags out, a line of JSON each. */
public final class AnnotateLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Annotator annotator;

    public AnnotateLine(Annotator annotator) {
        this.annotator = annotator;
    }

    /**
     * Answers a line {"id","text","headline"?,"language"?,"home"?}; home is the country (US) or state (US-OH) that the copy is for.
     *
     * @throws IllegalArgumentException if the line is not such an object, saying what is wrong with it
     */
    public String answer(String line) {
        JsonNode asked = Lines.object(line);
        return annotate(
                asked.get("id"),
                Lines.text(asked, "text"),
                asked.path("headline").asText(""),
                asked.path("language").asText(null),
                asked.path("home").asText(null));
    }

    /** Annotates a text that came under this name; offsets count in the text. */
    public String annotate(String id, String text) {
        return annotate(JSON.getNodeFactory().textNode(id), text, "", null, null);
    }

    private String annotate(
            @Nullable JsonNode id, String text, String headline, @Nullable String language, @Nullable String home) {
        Annotation annotation = annotator.annotate(text, headline, language, home);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("id", id);
        answer.put("language", annotation.language());
        ArrayNode entities = answer.putArray("entities");
        dateline(annotation, entities);
        annotation.entities().stream()
                .filter(entity -> entity.getPart() == Part.BODY)
                .forEach(entity -> entity(entities, entity, annotation.copy()));
        strings(answer, "countries", annotation.countries());
        ArrayNode scores = answer.putArray("countryScores");
        annotation.countryScores().forEach(scores::add);
        strings(answer, "regions", annotation.regions());
        answer.set("dateline", CopyJson.dateline(annotation));
        answer.set("credits", CopyJson.credits(annotation.copy()));
        answer.set("events", CopyJson.events(annotation.copy()));
        answer.set("removed", CopyJson.removed(annotation.copy()));
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dateline is no part of the body, but its place is a name in the text. */
    private static void dateline(Annotation annotation, ArrayNode entities) {
        FiledFrom filed = annotation.copy().dateline();
        Dateline dateline = annotation.dateline();
        if (filed == null || dateline == null || filed.places().isEmpty()) {
            return;
        }
        FiledFrom.Spot spot = filed.places().getFirst();
        ObjectNode entity = entities.addObject();
        entity.put("type", "PLACE");
        entity.put("text", spot.name());
        entity.put("start", spot.start());
        entity.put("end", spot.start() + spot.name().length());
        entity.put("confidence", 0.9);
        place(entity, dateline.getPlace());
        entity.putNull("role");
    }

    private static void entity(ArrayNode entities, Entity entity, WireCopy copy) {
        ObjectNode node = entities.addObject();
        node.put("type", entity.getType().name());
        node.put("text", entity.getText());
        int start = copy.inText(entity.getStart());
        node.put("start", start);
        node.put("end", start + entity.getText().length());
        node.put("confidence", entity.getConfidence());
        place(node, entity.getPlace());
        node.put("role", entity.getRole());
    }

    static void place(ObjectNode node, @Nullable Place place) {
        node.put("country", place == null ? null : place.getCountry());
        node.put("lat", place == null ? null : place.getLat());
        node.put("lon", place == null ? null : place.getLon());
        node.put("geonameId", place == null ? null : place.getGeonameId());
    }

    static void strings(ObjectNode node, String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}
