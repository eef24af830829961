package dateline.ingest.format.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Priorities;
import dateline.ingest.format.copy.Statuses;
import dateline.ingest.format.json.Fields;
import dateline.ingest.format.json.Json;
import dateline.ingest.format.text.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** AP Media API 2.x: the answer for an item or a feed of them, or an item alone, with the story as NITF where it was fetched. */
public final class ApMediaFormat implements WireFormat {
    @Override
    public String name() {
        return "ap-media-json";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return opensAsAp(Opening.of(raw.getBytes()));
    }

    static boolean opensAsAp(Opening opening) {
        String text = opening.text();
        return opening.isJson()
                && ((text.contains("\"altids\"") && text.contains("\"itemid\""))
                        || (text.contains("\"api_version\"") && text.contains("\"data\"")));
    }

    @Override
    public Reading read(RawItem raw) {
        return switch (Json.read(raw.getBytes(), raw.getContentType())) {
            case Json.Result.Broken(Defect defect, String detail) -> new Rejected(defect, detail);
            case Json.Result.Document(JsonNode root, List<String> notes) -> {
                var harvest = new Harvest();
                for (JsonNode answer : items(root)) {
                    JsonNode item = answer.path("item").isObject() ? answer.path("item") : answer;
                    String nitf = Json.text(answer.path("nitf"), "body_html");
                    harvest.add(draft(
                                    raw,
                                    new Fields(item),
                                    nitf == null ? Json.text(root.path("nitf"), "body_html") : nitf)
                            .notes(notes));
                }
                yield harvest.reading("an answer without items");
            }
        };
    }

    /** The items of an answer: data.item, data.items[].item, or the document itself. */
    private static List<JsonNode> items(JsonNode root) {
        JsonNode data = root.path("data").isObject() ? root.path("data") : root;
        var items = new ArrayList<JsonNode>();
        for (JsonNode item : data.path("items")) {
            if (item.isObject()) {
                items.add(item);
            }
        }
        if (items.isEmpty() && (data.path("item").isObject() || data.has("altids") || data.has("headline"))) {
            items.add(data);
        }
        return items;
    }

    private Draft draft(RawItem raw, Fields item, @Nullable String nitf) {
        Fields ids = item.objects("altids").findFirst().orElse(item);
        Fields place = item.objects("datelinelocation").findFirst().orElse(null);
        String located = item.text("located");
        String city = place == null ? null : place.text("city");

        Draft draft = new Draft(raw, name())
                .id(ids.text("itemid"))
                .id(item.text("uri"))
                .version(item.text("version"))
                .provider(item.text("provider"))
                .provider("AP")
                .providerKey("AP")
                .status(Statuses.of(item.text("pubstatus")))
                .headline(NinjsContent.line(item.text("headline", "headline_extended", "title")))
                .slugline(item.text("slugline", "title"))
                .dateline(located == null ? city : located, city == null ? Datelines.place(located) : city)
                .credit(item.text("creditline"))
                .copyright(item.text("copyrightnotice"))
                .language(item.text("language"))
                .published(item.text("firstcreated"))
                .published(item.text("versioncreated"))
                .updated(item.text("versioncreated"))
                .urgency(item.text("urgency"))
                .urgency(Priorities.urgency(item.text("editorialpriority")))
                .ednote(item.text("ednote"));
        NinjsContent.embargo(item, draft, "embargoed");
        item.texts("usageterms").forEach(draft::usageTerms);
        List<String> by = item.objects("bylines")
                .map(line -> line.text("by", "name"))
                .filter(Objects::nonNull)
                .toList();
        by.forEach(draft::byline);
        if (by.isEmpty()) {
            draft.byline(item.text("byline"));
            draft.bylines(Bylines.each(item.objects("photographer")
                    .map(one -> one.text("name"))
                    .filter(Objects::nonNull)
                    .toList()));
        }
        item.texts("keywords").forEach(draft::keyword);
        item.texts("editorialtypes", "profile").forEach(draft::genre);
        item.texts("place").forEach(draft::place);
        item.objects("subject", "category")
                .forEach(subject -> draft.subject(NinjsFormat.code(subject), subject.text("name")));
        item.objects("links").forEach(link -> {
            if ("canonical".equalsIgnoreCase(link.text("rel"))) {
                draft.link(link.text("href"));
            } else {
                draft.alsoLinks(link.text("href"));
            }
        });
        draft.body(NinjsContent.html(nitf));
        NinjsContent.read(item, draft);
        return draft.headOfText();
    }
}
