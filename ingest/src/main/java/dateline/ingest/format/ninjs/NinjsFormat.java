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
import dateline.ingest.format.copy.Statuses;
import dateline.ingest.format.json.Fields;
import dateline.ingest.format.json.Json;
import dateline.ingest.format.quirk.VersionedIds;
import dateline.ingest.format.text.Opening;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** ninjs 1.x, 2.x and 3.x: an item, or a list of them. */
public final class NinjsFormat implements WireFormat {
    private static final Pattern URI_FIELD = Pattern.compile("\"(?:uri|guid)\"\\s*:");
    private static final Pattern OWN_FIELD = Pattern.compile(
            "\"(?:versioncreated|firstcreated|pubstatus|body_\\w+|headlines?|description_\\w+|renditions|representationtype|profile|type|slugline|byline|language|bodies)\"\\s*:",
            Pattern.CASE_INSENSITIVE);

    /** What servers call the list in their answers. */
    private static final List<String> LISTS = List.of("_items", "items", "data", "results", "docs");

    @Override
    public String name() {
        return "ninjs";
    }

    @Override
    public boolean recognises(RawItem raw) {
        Opening opening = Opening.of(raw.getBytes());
        return opening.isJson()
                && URI_FIELD.matcher(opening.text()).find()
                && OWN_FIELD.matcher(opening.text()).results().limit(2).count() == 2
                && !ApMediaFormat.opensAsAp(opening);
    }

    @Override
    public Reading read(RawItem raw) {
        return switch (Json.read(raw.getBytes(), raw.getContentType())) {
            case Json.Result.Broken(Defect defect, String detail) -> new Rejected(defect, detail);
            case Json.Result.Document(JsonNode root, List<String> notes) -> {
                var harvest = new Harvest();
                for (JsonNode item : items(root)) {
                    if (item.isObject()) {
                        harvest.add(draft(raw, new Fields(item)).notes(notes));
                    } else {
                        harvest.defect(Defect.MALFORMED, "a member of the list is no item");
                    }
                }
                yield harvest.reading("an empty list");
            }
        };
    }

    /** An item, a list of them, or the list in the answer of a server. */
    private static Iterable<JsonNode> items(JsonNode root) {
        if (root.isArray()) {
            return root;
        }
        boolean item = root.has("uri") || root.has("guid");
        for (String list : LISTS) {
            if (!item && root.path(list).isArray()) {
                return root.path(list);
            }
        }
        return List.of(root);
    }

    private Draft draft(RawItem raw, Fields item) {
        String filed = item.text("uri");
        String uri = VersionedIds.stable(filed);
        String located = item.text("located", "dateline");

        Draft draft = new Draft(raw, name())
                .id(uri)
                .id(item.text("guid", "altid"))
                .version(item.text("version"))
                .version(VersionedIds.version(filed))
                .provider(item.text("provider"))
                .provider(item.texts("infosource", "infosources").findFirst().orElse(null))
                .provider(item.text("source", "copyrightholder"))
                .provider(raw.getProvider())
                .provider(host(uri))
                .provider(host(item.text("guid")))
                .status(Statuses.of(item.text("pubstatus")))
                .headline(NinjsContent.line(headline(item)))
                .headline(NinjsContent.line(item.text("title", "name")))
                .slugline(item.text("slugline", "slug"))
                .byline(item.text("byline", "by"))
                .dateline(located, Datelines.place(located))
                .credit(item.text("creditline", "credit"))
                .copyright(item.text("copyrightnotice", "copyrightholder"))
                .usageTerms(item.text("usageterms"))
                .language(item.text("language"))
                .published(item.text("firstcreated"))
                .published(item.text("firstpublished", "contentcreated"))
                .published(item.text("versioncreated"))
                .updated(item.text("versioncreated"))
                .updated(item.text("contentmodified"))
                .urgency(item.text("urgency", "priority"))
                .ednote(item.text("ednote"))
                .supersedes(item.text("evolvedfrom", "rewriteof", "replaces"));
        item.objects("dateline")
                .forEach(line -> draft.dateline(
                        line.text("text"),
                        line.objects("located")
                                .map(place -> place.text("city", "name"))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)));
        NinjsContent.embargo(item, draft, "embargoed", "embargoeduntil", "embargo");
        item.texts("bylines").forEach(draft::byline);
        if (!draft.hasByline()) {
            draft.bylines(
                    Bylines.each(item.texts("authors", "author", "creators").toList()));
        }
        item.texts("ednotes").forEach(draft::ednote);
        item.texts("keywords", "keyword").forEach(draft::keyword);
        item.texts("genre", "genres").forEach(draft::genre);
        item.texts("place", "places").forEach(draft::place);
        item.objects("subject", "subjects").forEach(subject -> draft.subject(code(subject), subject.text("name")));
        item.objects("links", "link").forEach(link -> {
            if ("canonical".equalsIgnoreCase(link.text("rel"))) {
                draft.link(link.text("href", "uri"));
            } else {
                draft.alsoLinks(link.text("href", "uri"));
            }
        });
        NinjsContent.read(item, draft);
        return draft.headOfText();
    }

    /** The main headline: by its own field, or the one of several with that role. */
    private static @Nullable String headline(Fields item) {
        String own = item.text("headline", "headline_main");
        if (own != null) {
            return own;
        }
        List<Fields> several = item.objects("headlines").toList();
        return several.stream()
                .filter(one -> String.valueOf(one.text("role")).matches("(?i).*(?:main|default|headline)$"))
                .findFirst()
                .or(() -> several.stream().findFirst())
                .map(one -> one.text("value"))
                .orElse(null);
    }

    /** A code with its scheme, where the scheme is a name and no address. */
    static @Nullable String code(Fields concept) {
        String code = concept.text("qcode", "code", "literal");
        String scheme = concept.text("scheme");
        if (code == null) {
            return concept.text("uri");
        }
        boolean named = scheme != null && !scheme.contains("/") && code.indexOf(':') < 0;
        return named ? scheme + ":" + code : code;
    }

    private static @Nullable String host(@Nullable String uri) {
        if (uri == null) {
            return null;
        }
        String[] parts = uri.split("[:,]", 5);
        if (parts.length > 3 && parts[0].equals("urn") && parts[1].equals("newsml")) {
            return parts[2];
        }
        if (parts.length > 2 && parts[0].equals("tag")) {
            return parts[1];
        }
        try {
            return uri.startsWith("http") ? URI.create(uri).getHost() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
