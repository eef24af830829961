package dateline.ingest.format.ninjs;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Links;
import dateline.ingest.format.json.Fields;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.plain.PlainTextFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;

/** The text and pictures of a ninjs item, which three generations of it put in three places. */
final class NinjsContent {
    /** Associations may hold items that hold associations; nobody's go deeper. */
    private static final int DEEPEST = 4;

    private NinjsContent() {}

    static void read(Fields item, Draft draft) {
        draft.body(html(item.text(
                "body_xhtml", "body_html", "body_html5", "body_richhtml5", "body_nitf", "bodyxhtml", "bodyhtml")));
        List<Fields> bodies = item.objects("bodies").toList();
        bodies.stream()
                .filter(NinjsContent::isMarkup)
                .findFirst()
                .ifPresent(body -> draft.body(html(body.text("value"))));
        draft.body(plain(item.text("body_text", "bodytext", "body")));
        bodies.stream().findFirst().ifPresent(body -> draft.body(plain(body.text("value"))));
        draft.body(html(item.text("description_xhtml", "description_html")));
        draft.body(plain(item.text("description_text", "description", "description_caption", "description_summary")));
        item.objects("descriptions")
                .filter(description -> String.valueOf(description.text("role"))
                        .matches("(?i).*(?:text|caption|description|summary).*"))
                .findFirst()
                .ifPresent(description -> draft.body(plain(description.text("value"))));
        renditions(item, draft);
        associations(item, draft, 1);
    }

    /** An item that is said to be under embargo without a time that can be read is withheld. */
    static void embargo(Fields item, Draft draft, String... names) {
        String until = item.text(names);
        draft.embargo(until);
        if (until == null && "embargoed".equalsIgnoreCase(item.text("pubstatus"))) {
            draft.embargoUnread();
        }
    }

    /** A line of text, also where the writer's program left its markup in it. */
    static @Nullable String line(@Nullable String text) {
        return text == null ? null : Markup.lineOf(text);
    }

    private static void associations(Fields item, Draft draft, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        item.named("associations").map(Map.Entry::getValue).forEach(associated -> {
            renditions(associated, draft);
            if (!associated.has("renditions")) {
                draft.media(reference(associated));
            }
            associations(associated, draft, depth + 1);
        });
    }

    private static void renditions(Fields item, Draft draft) {
        String caption = item.text("description_text", "description_caption", "headline", "title");
        if (caption == null) {
            caption = item.objects("headlines")
                    .map(headline -> headline.text("value"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        String credit = item.text("creditline", "byline", "by");
        String said = caption;
        item.named("renditions")
                .forEach(rendition -> draft.media(media(rendition.getKey(), rendition.getValue(), said, credit)));
    }

    /** A picture or clip that is named without saying where its files are; texts go with the story, and are no part of it. */
    private static @Nullable MediaRef reference(Fields associated) {
        String type = associated.text("type");
        String address = associated.text("uri", "href");
        boolean seen = type != null && type.matches("(?i)picture|photo|image|graphic|video|audio");
        return seen && Links.isWeb(address)
                ? media(
                        String.valueOf(type),
                        associated,
                        associated.text("description_text", "headline", "title"),
                        associated.text("creditline", "byline", "by"))
                : null;
    }

    private static @Nullable MediaRef media(
            String name, Fields rendition, @Nullable String caption, @Nullable String credit) {
        String href = rendition.text("href", "url", "uri");
        String type = rendition.text("mimetype", "contenttype");
        if (href == null || (type != null && type.contains("xml"))) {
            return null;
        }
        return MediaRef.newBuilder()
                .setHref(href)
                .setType(type)
                .setRole(name.isEmpty() ? rendition.text("rel", "role") : name)
                .setCaption(caption == null ? null : Markup.lineOf(caption))
                .setCredit(credit)
                .setWidth(number(rendition.text("width")))
                .setHeight(number(rendition.text("height")))
                .setSize(size(rendition.text("sizeinbytes", "size")))
                .build();
    }

    private static boolean isMarkup(Fields body) {
        return String.valueOf(body.text("contenttype")).contains("html")
                || String.valueOf(body.text("role")).contains("html");
    }

    static Body html(@Nullable String html) {
        return html == null ? Body.EMPTY : Markup.copy(html);
    }

    static Body plain(@Nullable String text) {
        if (text == null) {
            return Body.EMPTY;
        }
        return Markup.isMarkup(text)
                ? Markup.copy(text)
                : Markup.plain(String.join("\n", PlainTextFormat.paragraphs(text)));
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }
}
