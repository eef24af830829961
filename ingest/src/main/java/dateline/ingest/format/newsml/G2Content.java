package dateline.ingest.format.newsml;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.nitf.NitfFormat;
import dateline.ingest.format.nitf.NitfHead;
import dateline.ingest.format.plain.PlainTextFormat;
import dateline.ingest.format.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;

/** The content of a G2 item: text in any of the ways it may stand inline, and what lies elsewhere. */
final class G2Content {
    private G2Content() {}

    static void read(Element item, Element meta, Draft draft) {
        String caption = descriptions(item, meta, "caption");
        inOrder(item, "contentSet/inlineXML").forEach(inline -> draft.body(xml(inline, draft)));
        inOrder(item, "contentSet/inlineData").forEach(inline -> draft.body(data(inline, draft)));
        item.at("contentSet/remoteContent")
                .forEach(remote -> draft.media(media(remote, null, caption, meta.textAt("creditline"))));
        meta.at("icon").forEach(icon -> draft.media(media(icon, "thumbnail", null, null)));
        if (item.is("packageItem")) {
            members(item, meta, draft);
        }
        if (!draft.hasBody()) {
            // Pictures and videos have their text in their descriptions: caption, script, summary.
            String text = descriptions(item, meta, "");
            draft.body(text == null ? Body.EMPTY : Markup.plain(text));
        }
    }

    /** The parts of a content set are one text in several forms (NewsML-G2, "contentSet"); its translations come last. */
    private static Stream<Element> inOrder(Element item, String path) {
        Predicate<Element> own = G2Format.own(item);
        return item.at(path).sorted(Comparator.comparing(inline -> !own.test(inline)));
    }

    private static Body xml(Element inline, Draft draft) {
        Element nitf = inline.child("nitf");
        if (nitf != null) {
            NitfHead.read(nitf, draft);
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
        String href = Stream.of(
                        remote.attribute("href"),
                        remote.attribute("residref"),
                        remote.textAt("altLoc"),
                        remote.attributeAt("altId", "id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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

    /** A package's text: what is said of the whole, then the headlines of its members. */
    private static void members(Element item, Element meta, Draft draft) {
        Stream<String> headlines = item.descendants("itemRef")
                .map(member -> {
                    String headline = member.textAt("headline");
                    return headline == null ? member.textAt("title") : headline;
                })
                .filter(Objects::nonNull);
        draft.body(Markup.plain(Stream.concat(Stream.ofNullable(descriptions(item, meta, "")), headlines)
                .distinct()
                .collect(Collectors.joining("\n"))));
        item.descendants("itemRef").map(member -> member.attribute("href")).forEach(draft::alsoLinks);
    }

    /** What its descriptions of a role say, a line each; translations only where there is nothing else. */
    private static @Nullable String descriptions(Element item, Element meta, String role) {
        List<Element> all = meta.at("description")
                .filter(description -> String.valueOf(description.attribute("role"))
                        .toLowerCase(Locale.ROOT)
                        .contains(role))
                .filter(description -> !description.text().isEmpty())
                .toList();
        List<Element> own = all.stream().filter(G2Format.own(item)).toList();
        String text = (own.isEmpty() ? all : own)
                .stream().map(Element::text).distinct().collect(Collectors.joining("\n"));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }
}
