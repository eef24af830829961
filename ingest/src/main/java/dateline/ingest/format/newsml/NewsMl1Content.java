package dateline.ingest.format.newsml;

import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.nitf.NitfBody;
import dateline.ingest.format.nitf.NitfFormat;
import dateline.ingest.format.nitf.NitfHead;
import dateline.ingest.format.plain.PlainTextFormat;
import dateline.ingest.format.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;

/** The content of a NewsML 1.2 item: which of its many components are the story, and which are pictures. */
final class NewsMl1Content {
    /** Components whose text is not the story's: it stands elsewhere, or is for editors and machines. */
    private static final Set<String> ASIDE = Set.of(
            "title",
            "headline",
            "subheadline",
            "stylesheet",
            "abstract",
            "summary",
            "tweettext",
            "contact",
            "logo",
            "slug",
            "keywords",
            "teaser",
            "metadata",
            "thumbnail",
            "quicklook",
            "preview",
            "related",
            "sidebar",
            "advisory");

    private static final Pattern PICTURE = Pattern.compile("(?:photo|picture|image|video|graphic)(?:[\\d.].*)?");

    /** The most content items looked at for pictures and the like, each with what is said around it. */
    private static final int MOST_MEDIA = 500;

    private NewsMl1Content() {}

    static void read(Element item, Draft draft) {
        var story = new ArrayList<Element>();
        var ofPictures = new ArrayList<Element>();
        item.children("NewsComponent").forEach(component -> gather(component, story, ofPictures));
        item.descendants("NewsComponent")
                .filter(component -> isNote(role(component)))
                .flatMap(component -> component.children("ContentItem").filter(NewsMl1Content::isText))
                .forEach(note -> draft.ednote(body(note).text()));
        draft.body(joined(story));
        // The components around hundreds of pictures are the same few, and each may hold thousands.
        Map<Element, Lines> lines = new HashMap<>();
        item.descendants("ContentItem")
                .filter(content -> content.attribute("Href") != null)
                .limit(MOST_MEDIA)
                .forEach(content -> draft.media(media(content, around -> lines.computeIfAbsent(around, Lines::of))));
        if (!draft.hasBody()) {
            draft.body(joined(ofPictures.isEmpty() ? abstracts(item) : ofPictures));
        }
        boolean onlyPictures = story.isEmpty()
                && item.descendants("ContentItem").anyMatch(content -> content.attribute("Href") != null);
        if (onlyPictures && !draft.hasByline()) {
            item.descendants("Creator")
                    .flatMap(creator -> creator.children("Party"))
                    .map(party -> party.attribute("FormalName"))
                    .filter(Objects::nonNull)
                    .forEach(name -> draft.bylines(Bylines.names(name)));
        }
        item.descendants("NewsComponent")
                .filter(component -> Set.of("headline", "title").contains(role(component)))
                .flatMap(component -> component.children("ContentItem").filter(NewsMl1Content::isText))
                .forEach(headline -> draft.headline(body(headline).text()));
        item.descendants("nitf").limit(1).forEach(nitf -> NitfHead.read(nitf, draft));
    }

    /** Whether a component is a picture beside the text, with lines and caption of its own. */
    static boolean isPicture(Element component) {
        String role = role(component);
        String duid = String.valueOf(component.attribute("Duid")).toLowerCase(Locale.ROOT);
        return switch (role) {
            case "picture", "photo", "image", "video", "audio", "graphic", "graphics", "illustration" -> true;
            default -> PICTURE.matcher(duid).matches();
        };
    }

    private static void gather(Element component, List<Element> story, List<Element> captions) {
        String role = role(component);
        if (ASIDE.contains(role) || role.startsWith("related") || isNote(role)) {
            return;
        }
        List<Element> texts =
                component.children("ContentItem").filter(NewsMl1Content::isText).toList();
        boolean caption = role.contains("caption") || isPicture(component);
        if (!texts.isEmpty()) {
            // Several content items of one component are the same text in several formats (NewsML 1.2, 5.10.5).
            (caption ? captions : story).add(best(texts));
        }
        int before = story.size();
        for (Element child : component.children("NewsComponent").toList()) {
            gather(child, caption ? captions : story, captions);
            if ("yes".equalsIgnoreCase(component.attribute("EquivalentsList")) && story.size() > before) {
                return;
            }
        }
    }

    /** Text for editors: EdNote, EditorNote, Editor's Note, Internal Note. */
    private static boolean isNote(String role) {
        return role.endsWith("note") || role.endsWith("notes");
    }

    private static List<Element> abstracts(Element item) {
        return item.descendants("ContentItem")
                .filter(NewsMl1Content::isText)
                .filter(content -> content.parent() != null
                        && Set.of("abstract", "summary", "teaser").contains(role(content.parent())))
                .limit(1)
                .toList();
    }

    private static Element best(List<Element> texts) {
        return texts.stream()
                .filter(text -> text.descendants().anyMatch(e -> e.is("body.content") || e.is("p") || e.is("html")))
                .findFirst()
                .or(() -> texts.stream()
                        .filter(text -> Markup.isMarkup(data(text).rawText()))
                        .findFirst())
                .orElse(texts.getFirst());
    }

    private static boolean isText(Element content) {
        Element data = data(content);
        String type = (content.attributeAt("MediaType", "FormalName") + " "
                        + content.attributeAt("MimeType", "FormalName"))
                .toLowerCase(Locale.ROOT);
        boolean other = type.contains("photo")
                || type.contains("image/")
                || type.contains("video")
                || type.contains("audio")
                || type.contains("css");
        return !data.equals(content) && !other && !data.text().isEmpty();
    }

    /** Where the text stands: in DataContent, maybe inside Encoding; the content item itself where there is neither. */
    private static Element data(Element content) {
        Element encoded = content.first("Encoding/DataContent");
        Element plain = content.child("DataContent");
        return encoded != null ? encoded : plain != null ? plain : content;
    }

    private static Body joined(List<Element> contents) {
        var html = new StringBuilder();
        for (Element content : contents) {
            String part = body(content).html();
            html.append(part == null ? "" : part);
        }
        return html.isEmpty() ? Body.EMPTY : Markup.copy(html.toString());
    }

    private static Body body(Element content) {
        Element data = data(content);
        String encoding = content.attributeAt("Encoding", "Notation");
        if (encoding != null && encoding.toLowerCase(Locale.ROOT).contains("base64")) {
            try {
                return text(
                        new String(Base64.getMimeDecoder().decode(data.rawText().strip()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return Body.EMPTY;
            }
        }
        Element nitf = data.child("nitf");
        if (nitf != null) {
            return NitfFormat.body(nitf);
        }
        Element html = data.child("html");
        if (html != null) {
            Element body = html.child("body");
            return Markup.copy((body == null ? html : body).innerHtml());
        }
        return data.hasElements() ? NitfBody.of(List.of(data)) : text(data.rawText());
    }

    private static Body text(String text) {
        return Markup.isMarkup(text)
                ? Markup.copy(text)
                : Markup.plain(String.join("\n", PlainTextFormat.paragraphs(text)));
    }

    private static String role(Element component) {
        return Objects.requireNonNullElse(component.attributeAt("Role", "FormalName"), "")
                .toLowerCase(Locale.ROOT);
    }

    private static MediaRef media(Element content, Function<Element, Lines> said) {
        Element characteristics = Objects.requireNonNullElse(content.child("Characteristics"), content);
        Element component = Objects.requireNonNullElse(content.parent(), content);
        List<Lines> around = around(component).stream().map(said).toList();
        String mime = content.attributeAt("MimeType", "FormalName");
        String format = content.attributeAt("Format", "FormalName");
        String role = role(component);
        return MediaRef.newBuilder()
                .setHref(Objects.requireNonNullElse(content.attribute("Href"), ""))
                .setType(mime == null ? format : mime)
                .setRole(role.isEmpty() ? content.attributeAt("MediaType", "FormalName") : role)
                .setCaption(first(around, Lines::caption))
                .setCredit(first(around, Lines::credit))
                .setWidth(number(
                        NewsMl1Format.property(characteristics, "Width"),
                        NewsMl1Format.property(characteristics, "PixelWidth")))
                .setHeight(number(
                        NewsMl1Format.property(characteristics, "Height"),
                        NewsMl1Format.property(characteristics, "PixelHeight")))
                .setSize(size(characteristics.textAt("SizeInBytes")))
                .build();
    }

    /** What a component says of the pictures in it. */
    private record Lines(@Nullable String caption, @Nullable String credit) {
        static Lines of(Element component) {
            return new Lines(NewsMl1Content.caption(component), component.textAt("NewsLines/CreditLine"));
        }
    }

    /** The components around one, nearest first: what is said of all renditions of a picture stands further out. */
    private static List<Element> around(Element component) {
        return Stream.iterate(component.parent(), Objects::nonNull, Element::parent)
                .filter(outer -> outer.is("NewsComponent"))
                .toList();
    }

    private static @Nullable String first(List<Lines> around, Function<Lines, @Nullable String> said) {
        return around.stream().map(said).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String caption(Element around) {
        String text = around.children("NewsComponent")
                .filter(child -> role(child).contains("caption"))
                .flatMap(child -> child.at("ContentItem/DataContent"))
                .map(Element::text)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(null);
        return text == null ? null : Markup.lineOf(text);
    }

    private static @Nullable Integer number(@Nullable String one, @Nullable String other) {
        String text = one == null ? other : one;
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable Long size(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }
}
