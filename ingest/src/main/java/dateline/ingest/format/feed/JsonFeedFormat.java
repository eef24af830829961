package dateline.ingest.format.feed;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.json.Json;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.text.Opening;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;
import wire.RawItem;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
public final class JsonFeedFormat implements WireFormat {
    /** Its version, or a name that no other format has. */
    private static final Pattern SAYS_SO = Pattern.compile(
            ":\\\\?/\\\\?/jsonfeed\\.org\\\\?/version|\"(?:home_page_url|feed_url|content_html|content_text)\"\\s*:");

    @Override
    public String name() {
        return "json-feed";
    }

    @Override
    public boolean recognises(RawItem raw) {
        Opening opening = Opening.of(raw.getBytes());
        return opening.isJson() && (saysSo(opening.text()) || saysSo(Opening.end(raw.getBytes())));
    }

    /** Objects have no order: the version may stand behind all the items. */
    private static boolean saysSo(String part) {
        return SAYS_SO.matcher(part).find();
    }

    @Override
    public Reading read(RawItem raw) {
        return switch (Json.read(raw.getBytes(), raw.getContentType())) {
            case Json.Result.Broken(Defect defect, String detail) -> new Rejected(defect, detail);
            case Json.Result.Document(JsonNode feed, List<String> notes) -> {
                JsonNode items = feed.path("items");
                if (!items.isArray()) {
                    yield new Rejected(Defect.MALFORMED, "a JSON Feed without a list of items");
                }
                var harvest = new Harvest();
                for (JsonNode item : items) {
                    if (item.isObject()) {
                        harvest.add(draft(raw, feed, item).notes(notes));
                    } else {
                        harvest.defect(Defect.MALFORMED, "an item of the feed is no object");
                    }
                }
                yield harvest.reading("a feed without entries");
            }
        };
    }

    private Draft draft(RawItem raw, JsonNode feed, JsonNode item) {
        String home = Json.text(feed, "home_page_url");
        String base = home == null ? raw.getSource() : home;
        String html = Json.text(item, "content_html");
        String text = Json.text(item, "content_text");
        String summary = Json.text(item, "summary");

        Draft draft = new Draft(raw, name())
                .feedEntry(item::toString)
                .id(Json.text(item, "id"))
                .headline(Json.text(item, "title"))
                .body(
                        html != null
                                ? Markup.body(html, base)
                                : text != null
                                        ? Markup.plain(text)
                                        : summary != null ? Markup.plain(summary) : Body.EMPTY)
                .link(Links.resolve(Json.text(item, "url"), base))
                .alsoLinks(Links.resolve(Json.text(item, "external_url"), base))
                .published(Json.text(item, "date_published"))
                .updated(Json.text(item, "date_modified"))
                .language(Json.text(item, "language"))
                .language(Json.text(feed, "language"))
                .provider(raw.getProvider())
                .provider(Json.text(feed, "title"))
                .bylines(authors(item).isEmpty() ? authors(feed) : authors(item))
                .media(MediaModule.image(Links.resolve(Json.text(item, "image"), base)))
                .media(MediaModule.image(Links.resolve(Json.text(item, "banner_image"), base)));
        Json.each(item, "tags").forEach(tag -> draft.keyword(tag.isTextual() ? tag.textValue() : null));
        item.path("attachments").forEach(attachment -> draft.media(attachment(attachment, base)));
        return draft;
    }

    private static List<String> authors(JsonNode of) {
        var names = new ArrayList<String>();
        Stream.of("authors", "author").flatMap(name -> Json.each(of, name)).forEach(author -> {
            String name = author.isTextual() ? author.textValue() : Json.text(author, "name");
            if (name != null) {
                names.add(name);
            }
        });
        return Bylines.each(names);
    }

    private static @Nullable MediaRef attachment(JsonNode attachment, @Nullable String base) {
        String address = Links.resolve(Json.text(attachment, "url"), base);
        return address == null
                ? null
                : MediaRef.newBuilder()
                        .setHref(address)
                        .setType(Json.text(attachment, "mime_type"))
                        .setRole("enclosure")
                        .setCaption(Json.text(attachment, "title"))
                        .setSize(MediaModule.size(Json.text(attachment, "size_in_bytes")))
                        .build();
    }
}
