package dateline.enrich.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.enrich.credit.Piece;
import dateline.enrich.credit.WireCopy;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.tag.Annotation;
import dateline.enrich.take.Hint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wire.Credits;
import wire.Dateline;

/** What stood in a text beside its story, as JSON. Offsets are UTF-16 code units into the text. */
final class CopyJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CopyJson() {}

    /** The dateline, and where it stands; null if there is none. */
    static @Nullable JsonNode dateline(Annotation annotation) {
        Dateline dateline = annotation.dateline();
        if (dateline == null) {
            return null;
        }
        FiledFrom filed = annotation.copy().dateline();
        ObjectNode node = JSON.createObjectNode();
        node.put("text", dateline.getText());
        node.put("place", dateline.getPlaceName());
        AnnotateLine.place(node, dateline.getPlace());
        ArrayNode places = node.putArray("places");
        if (filed != null) {
            filed.places().forEach(spot -> place(places.addObject(), spot));
        }
        node.put("date", dateline.getDate());
        node.put("agency", dateline.getAgency());
        if (filed != null) {
            node.put("start", filed.start());
            node.put("end", filed.start() + filed.text().length());
            node.put("story", filed.end());
        }
        return node;
    }

    private static void place(ObjectNode node, FiledFrom.Spot spot) {
        node.put("name", spot.name());
        node.put("within", spot.within());
        node.put("start", spot.start());
        node.put("end", spot.start() + spot.name().length());
    }

    static ObjectNode credits(WireCopy copy) {
        Credits credits = copy.credits();
        ObjectNode node = JSON.createObjectNode();
        AnnotateLine.strings(node, "sources", credits.getSources());
        AnnotateLine.strings(node, "agencies", credits.getAgencies());
        AnnotateLine.strings(node, "reporters", credits.getReporters());
        AnnotateLine.strings(node, "editors", credits.getEditors());
        AnnotateLine.strings(node, "translators", credits.getTranslators());
        AnnotateLine.strings(node, "contributors", credits.getContributors());
        node.put("copyright", credits.getCopyright());
        node.put("site", credits.getSite());
        AnnotateLine.strings(node, "related", copy.related());
        return node;
    }

    /** What marks and notes say of updates and corrections. */
    static ArrayNode events(WireCopy copy) {
        ArrayNode events = JSON.createArrayNode();
        for (Hint hint : copy.hints()) {
            ObjectNode node = events.addObject();
            node.put("hint", hint.kind().name());
            node.put("text", hint.text());
            node.put("number", hint.number() == 0 ? null : hint.number());
        }
        return events;
    }

    /** All that was taken out of the text, and where it stood. */
    static ArrayNode removed(WireCopy copy) {
        ArrayNode removed = JSON.createArrayNode();
        for (Piece piece : copy.pieces()) {
            ObjectNode node = removed.addObject();
            node.put("kind", piece.kind().name().toLowerCase(Locale.ROOT));
            node.put("start", piece.start());
            node.put("end", piece.end());
        }
        return removed;
    }
}
