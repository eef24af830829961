package dateline.ingest.format.newsml;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.nitf.NitfFormat;
import dateline.ingest.format.plain.PlainTextFormat;
import dateline.ingest.format.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;

/** The content of a G2 item: text in any of the ways it may stand inline, and what lies elsewhere. */
final class G2Content {
    private G2Content() {}

    static void read(Element item, Element meta, Draft draft) {
        String caption = descriptions(meta, "caption");
        item.at("contentSet/inlineXML").forEach(inline -> draft.body(xml(inline, draft)));
        item.at("contentSet/inlineData").forEach(inline -> draft.body(data(inline, draft)));
        item.at("contentSet/remoteContent")
                .forEach(remote -> draft.media(media(remote, null, caption, meta.textAt("creditline"))));
        meta.at("icon").forEach(icon -> draft.media(media(icon, "thumbnail", null, null)));
        if (item.is("packageItem")) {
            members(item, draft);
        }
        if (!draft.hasBody()) {
            // Pictures and videos have their text in their descriptions: caption, script, summary.
            String text = descriptions(meta, "");
            draft.body(text == null ? Body.EMPTY : Markup.plain(text));
        }
    }

    private static Body xml(Element inline, Draft draft) {
        Element nitf = inline.child("nitf");
        if (nitf != null) {
            nitf.at("body/body.head/byline").forEach(byline -> {
                if (!draft.hasByline() && byline.child("byttl") == null) {
                    draft.byline(byline.text());
                }
            });
            return NitfFormat.body(nitf);
        }
        Element html = inline.child("html");
        Element body = html == null ? null : html.child("body");
        if (html != null) {
            draft.headline(html.textAt("head/title"));
            if (draft.headline().isEmpty()) {
                draft.headline(html.descendants("h1")
                        .map(Element::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null));
            }
        }
        Element root = body != null ? body : html != null ? html : inline;
        return root.hasElements() ? Markup.copy(root.innerHtml()) : text(root.rawText());
    }

    private static Body data(Element inline, Draft draft) {
        String type =
                Objects.requireNonNullElse(inline.attribute("contenttype"), "").toLowerCase(Locale.ROOT);
        if (inline.hasElements()) {
            return xml(inline, draft);
        }
        String text = inline.rawText();
        if (String.valueOf(inline.attribute("encoding"))
                .toLowerCase(Locale.ROOT)
                .contains("base64")) {
            if (!type.isEmpty() && !type.startsWith("text/") && !type.contains("xml") && !type.contains("html")) {
                return Body.EMPTY;
            }
            try {
                text = new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                draft.note("inline data that is not Base64 was left out");
                return Body.EMPTY;
            }
        }
        return text(text);
    }

    private static Body text(String text) {
        if (text.isBlank()) {
            return Body.EMPTY;
        }
        return Markup.isMarkup(text)
                ? Markup.copy(text)
                : Markup.plain(String.join("\n", PlainTextFormat.paragraphs(text)));
    }

    private static @Nullable MediaRef media(
            Element remote, @Nullable String role, @Nullable String caption, @Nullable String credit) {
        String href = remote.attribute("href") == null ? remote.attribute("residref") : remote.attribute("href");
        if (href == null || "false".equalsIgnoreCase(remote.attribute("hascontent"))) {
            return null;
        }
        String rendition = G2Format.local(remote.attribute("rendition"));
        return MediaRef.newBuilder()
                .setHref(href)
                .setType(remote.attribute("contenttype"))
                .setRole(role == null ? rendition : role)
                .setCaption(caption)
                .setCredit(credit)
                .setWidth(number(remote.attribute("width")))
                .setHeight(number(remote.attribute("height")))
                .setSize(size(remote.attribute("size")))
                .build();
    }

    /** The members of a package as a list of their headlines. */
    private static void members(Element item, Draft draft) {
        List<String> headlines = item.descendants("itemRef")
                .map(member -> {
                    String headline = member.textAt("headline");
                    return headline == null ? member.textAt("title") : headline;
                })
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        draft.body(Markup.plain(String.join("\n", headlines)));
        item.descendants("itemRef").map(member -> member.attribute("href")).forEach(draft::alsoLinks);
    }

    private static @Nullable String descriptions(Element meta, String role) {
        String text = meta.at("description")
                .filter(description -> String.valueOf(description.attribute("role"))
                        .toLowerCase(Locale.ROOT)
                        .contains(role))
                .map(Element::text)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }
}
