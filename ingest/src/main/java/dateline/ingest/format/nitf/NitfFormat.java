package dateline.ingest.format.nitf;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Statuses;
import dateline.ingest.format.copy.SubjectCodes;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import dateline.ingest.format.xml.XmlReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.MediaRef;
import wire.RawItem;
import wire.Status;

/** NITF 2.x to 3.6, with and without namespace. */
public final class NitfFormat implements WireFormat {
    @Override
    public String name() {
        return "nitf";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return Opening.of(raw.getBytes()).localRoot().equals("nitf");
    }

    @Override
    public Reading read(RawItem raw) {
        return switch (XmlReader.read(raw.getBytes(), raw.getContentType())) {
            case XmlReader.Result.Broken(Defect defect, String detail) -> new Rejected(defect, detail);
            case XmlReader.Result.Document(Element root, List<String> notes, boolean truncated) -> {
                if (truncated) {
                    yield new Rejected(Defect.MALFORMED, "the document breaks off in the middle");
                }
                var harvest = new Harvest();
                harvest.add(draft(raw, root).notes(notes));
                yield harvest.reading("a document without copy");
            }
        };
    }

    private Draft draft(RawItem raw, Element nitf) {
        Element docdata = nitf.first("head/docdata");
        Element data = docdata == null ? nitf : docdata;
        Element found = nitf.first("body/body.head");
        Element head = found == null ? nitf : found;

        Draft draft = new Draft(raw, name())
                .id(data.attributeAt("doc-id", "id-string"))
                .id(nitf.attribute("uno"))
                .version(data.attributeAt("du-key", "version"))
                .provider(head.textAt("distributor"))
                .provider(data.attributeAt("doc-id", "regsrc"))
                .provider(head.textAt("rights/rights.owner"))
                .provider(data.attributeAt("doc.copyright", "holder"))
                .provider(data.attributeAt("doc.rights", "owner"))
                .provider(data.attributeAt("del-list/from-src", "src-name"))
                .provider(meta(nitf, "provider", "source"))
                .slugline(meta(nitf, "slug", "slugline", "anpa-keyword", "ap-slug", "keyword-line"))
                .slugline(data.attributeAt("du-key", "key"))
                .slugline(data.attributeAt("fixture", "fix-id"))
                .credit(head.textAt("distributor"))
                .copyright(copyright(data))
                .copyright(head.textAt("rights"))
                .usageTerms(data.attributeAt("doc.rights", "limitations"))
                .language(nitf.attribute("baselang"))
                .language(nitf.language())
                .language(
                        nitf.first("body") == null
                                ? null
                                : nitf.at("body")
                                        .findFirst()
                                        .map(Element::language)
                                        .orElse(null))
                .language(nitf.descendants("p")
                        .map(Element::language)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
                .published(data.attributeAt("date.issue", "norm"))
                .published(data.attributeAt("date.release", "norm"))
                .published(head.attributeAt("dateline/story.date", "norm"))
                .published(nitf.attributeAt("head/pubdata", "date.publication"))
                .published(data.textAt("date.issue"))
                .urgency(data.attributeAt("urgency", "ed-urg"))
                .urgency(meta(nitf, "urgency", "priority"));
        data.at("ed-msg")
                .map(note -> note.attribute("info") == null ? note.text() : note.attribute("info"))
                .forEach(draft::ednote);
        management(data, draft);
        NitfHead.read(nitf, draft);
        draft.alsoLinks(nitf.attributeAt("head/pubdata", "ex-ref"));
        head.at("note").map(Element::text).forEach(draft::ednote);
        data.at("key-list/keyword")
                .forEach(keyword ->
                        draft.keyword(keyword.attribute("key") == null ? keyword.text() : keyword.attribute("key")));
        String words = meta(nitf, "keywords", "keyword");
        if (words != null) {
            Stream.of(words.split("[,;]", -1)).forEach(draft::keyword);
        }
        Stream.of(nitf.at("head/tobject/tobject.subject"), data.at("tobject/tobject.subject"))
                .flatMap(s -> s)
                .forEach(subject -> subject(subject, draft));
        nitf.at("head/tobject/tobject.property")
                .map(property -> property.attribute("tobject.property.type"))
                .forEach(draft::genre);
        places(data, draft);
        Stream.concat(data.at("identified-content/classifier"), head.descendants("classifier"))
                .forEach(classifier -> classified(classifier, draft));
        nitf.descendants("media").forEach(media -> media(media, draft));
        return draft.body(body(nitf)).headOfText();
    }

    /** The body of copy in NITF, which NewsML of both kinds may hold too. */
    public static Body body(Element nitf) {
        List<Element> contents = Stream.concat(
                        nitf.at("body/body.content"),
                        nitf.at("body/body.end/tagline").filter(tagline -> !isAddress(tagline.text())))
                .toList();
        if (contents.isEmpty()) {
            contents = nitf.descendants("body.content").limit(1).toList();
        }
        Body body = NitfBody.of(contents.isEmpty() ? nitf.at("body").toList() : contents);
        return body.isEmpty() ? NitfBody.of(nitf.at("body/body.head/abstract").toList()) : body;
    }

    /** Some agencies put no words into their tagline, only the desk's address, which is no reader's. */
    private static boolean isAddress(String tagline) {
        return tagline.indexOf('@') > 0 && tagline.indexOf(' ') < 0;
    }

    /** Status, embargo and the other items it speaks of (NITF 3.6, docdata). */
    private static void management(Element data, Draft draft) {
        String said = data.attribute("management-status");
        draft.status(Statuses.of(said));
        if ("embargoed".equalsIgnoreCase(said)) {
            String release = data.attributeAt("date.release", "norm");
            if (release == null) {
                draft.embargoUnread();
            }
            draft.embargo(release);
        }
        String other = data.attribute("management-doc-idref");
        Status theirs = Statuses.of(data.attribute("management-idref-status"));
        if (theirs == Status.CANCELED) {
            draft.cancels(other);
        } else {
            draft.supersedes(other);
        }
    }

    private static void subject(Element subject, Draft draft) {
        String number = subject.attribute("tobject.subject.refnum");
        String registry = subject.attribute("tobject.subject.ipr");
        String name = Stream.of("detail", "matter", "type")
                .map(part -> subject.attribute("tobject.subject." + part))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        String code = number == null ? subject.attribute("tobject.subject.code") : SubjectCodes.of(number, registry);
        draft.subject(code, name);
    }

    /** A classifier is a subject if somebody's vocabulary has it; its code is in the id, else in the value. */
    private static void classified(Element classifier, Draft draft) {
        String id = classifier.attribute("id");
        String value = classifier.attribute("value");
        String source = classifier.attribute("idsrc");
        String code = id != null ? id : source != null ? value : null;
        draft.subject(code == null ? null : SubjectCodes.of(code, source), value == null ? classifier.text() : value);
    }

    private static void places(Element data, Draft draft) {
        data.at("evloc").forEach(place -> {
            draft.place(place.text());
            draft.place(place.attribute("city"));
            draft.place(place.attribute("county-dist"));
            draft.place(place.attribute("state-prov"));
            draft.place(place.attribute("iso-cc") == null ? null : SubjectCodes.country(place.attribute("iso-cc")));
        });
        data.at("identified-content/location").forEach(place -> {
            List<Element> parts = place.children().toList();
            if (parts.isEmpty()) {
                draft.place(place.text().isEmpty() ? place.attribute("value") : place.text());
            }
            parts.forEach(part -> draft.place(part.text()));
        });
        data.at("identified-content/city").map(Element::text).forEach(draft::place);
    }

    private static void media(Element media, Draft draft) {
        String caption = media.children("media-caption").map(Element::text).collect(Collectors.joining(" "));
        String producer = media.textAt("media-producer");
        media.children("media-reference").forEach(reference -> {
            String source =
                    reference.attribute("source") == null ? reference.attribute("name") : reference.attribute("source");
            if (source != null) {
                draft.media(MediaRef.newBuilder()
                        .setHref(source)
                        .setType(reference.attribute("mime-type"))
                        .setRole(
                                media.attribute("media-type") == null
                                        ? reference.attribute("name")
                                        : media.attribute("media-type"))
                        .setCaption(caption.isEmpty() ? reference.attribute("alternate-text") : caption)
                        .setCredit(producer)
                        .setWidth(number(reference.attribute("width")))
                        .setHeight(number(reference.attribute("height")))
                        .build());
            }
        });
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String copyright(Element data) {
        String holder = data.attributeAt("doc.copyright", "holder");
        String year = data.attributeAt("doc.copyright", "year");
        return holder == null ? null : year == null ? holder : "© " + year + " " + holder;
    }

    private static @Nullable String meta(Element nitf, String... names) {
        for (String name : names) {
            for (Element meta : nitf.at("head/meta").toList()) {
                String called = meta.attribute("name");
                if (called != null
                        && called.toLowerCase(Locale.ROOT).equals(name)
                        && meta.attribute("content") != null) {
                    return meta.attribute("content");
                }
            }
        }
        return null;
    }
}
