package dateline.ingest.format.newsml;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Dates;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Statuses;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.quirk.VersionedIds;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import dateline.ingest.format.xml.XmlReader;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** NewsML-G2 2.2 to 2.35: news items and packages, alone or in a news message; concept items hold no news. */
public final class G2Format implements WireFormat {
    @Override
    public String name() {
        return "newsml-g2";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return switch (Opening.of(raw.getBytes()).localRoot()) {
            case "newsmessage",
                    "newsitem",
                    "packageitem",
                    "conceptitem",
                    "knowledgeitem",
                    "planningitem",
                    "catalogitem" -> true;
            default -> false;
        };
    }

    @Override
    public Reading read(RawItem raw) {
        return switch (XmlReader.read(raw.getBytes(), raw.getContentType())) {
            case XmlReader.Result.Broken(Defect defect, String detail) -> new Rejected(defect, detail);
            case XmlReader.Result.Document(Element root, List<String> notes, boolean truncated) -> {
                if (truncated) {
                    yield new Rejected(Defect.MALFORMED, "the document breaks off in the middle");
                }
                List<Element> items = Stream.concat(Stream.of(root), root.descendants())
                        .filter(element -> element.is("newsItem") || element.is("packageItem"))
                        .filter(element -> element.child("itemMeta") != null || element.child("contentMeta") != null)
                        .toList();
                if (items.isEmpty()) {
                    yield root.is("newsItem") || root.is("packageItem")
                            ? new Rejected(Defect.NO_CONTENT, "the item has neither itemMeta nor contentMeta")
                            : new Skipped("%s holds no news item".formatted(root.name()));
                }
                var harvest = new Harvest();
                Element head = root.with(child -> child.is("header"));
                items.forEach(item -> harvest.add(draft(raw, head, item).notes(notes)));
                yield harvest.reading("a message without news items");
            }
        };
    }

    private Draft draft(RawItem raw, Element head, Element item) {
        Element itemMeta = Objects.requireNonNullElse(item.child("itemMeta"), item);
        Element content = Objects.requireNonNullElse(item.child("contentMeta"), item);
        Element provider = itemMeta.child("provider");
        String filed = item.attribute("guid");
        String guid = VersionedIds.stable(filed, item.attribute("version"));

        Draft draft = new Draft(raw, name())
                .id(guid)
                .version(item.attribute("version"))
                .version(VersionedIds.version(filed))
                .provider(named(provider))
                .provider(head.textAt("header/sender"))
                .provider(raw.getProvider())
                .provider(named(content.child("infoSource")))
                .provider(named(item.first("rightsInfo/copyrightHolder")))
                .provider(authority(guid))
                .providerKey(provider == null ? null : local(provider.attribute("qcode")))
                .status(Statuses.of(said(itemMeta.child("pubStatus"))))
                .headline(headline(item, content))
                .headline(itemMeta.textAt("title"))
                .slugline(inOwnLanguage(item, content.at("slugline")))
                .credit(content.textAt("creditline"))
                .language(content.attributeAt("language", "tag"))
                .language(item.language())
                .published(itemMeta.textAt("firstCreated"))
                .published(itemMeta.textAt("versionCreated"))
                .published(content.textAt("contentCreated"))
                .published(head.textAt("header/sent"))
                .updated(itemMeta.textAt("versionCreated"))
                .updated(content.textAt("contentModified"))
                .urgency(content.textAt("urgency"));
        rights(item, draft);
        embargo(itemMeta, draft);
        bylines(item, content, draft);
        dateline(item, content, draft);
        content.at("keyword").map(Element::text).forEach(draft::keyword);
        content.at("genre").map(G2Format::named).forEach(draft::genre);
        G2Subjects.read(item, content, draft);
        itemMeta.at("edNote")
                .forEach(note -> draft.ednote(
                        note.hasElements() ? Markup.body(note.innerHtml(), null).text() : note.text()));
        links(itemMeta, guid, draft);
        G2Content.read(item, content, draft);
        String located = G2Subjects.located(content);
        return draft.headOfText().dateline(located, located);
    }

    /** The main headline: in the item's own language, no subordinate role, lowest rank. */
    private static @Nullable String headline(Element item, Element content) {
        return inOwnLanguage(item, content.at("headline").sorted(Comparator.comparingInt(G2Format::order)));
    }

    /** The first that says something, one in the item's own language before those that are translations of it. */
    private static @Nullable String inOwnLanguage(Element item, Stream<Element> elements) {
        Predicate<Element> own = own(item);
        return elements.filter(element -> !element.text().isEmpty())
                .min(Comparator.comparing(element -> !own.test(element)))
                .map(Element::text)
                .orElse(null);
    }

    /** Tells of elements whether they are in the language of their item, and no translation. */
    static Predicate<Element> own(Element item) {
        String said = item.attributeAt("contentMeta/language", "tag");
        String own = said == null ? item.language() : said;
        return element -> {
            String language = element.language();
            return own == null || language == null || primary(own).equals(primary(language));
        };
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    }

    private static int order(Element headline) {
        String role = local(headline.attribute("role"));
        String rank = headline.attribute("rank");
        String plain = role == null ? "main" : role.toLowerCase(Locale.ROOT);
        boolean main = plain.matches(".*(?:main|head|hl1|title|default).*") && !plain.contains("sub");
        int subordinate = main ? 0 : 100;
        return subordinate + (rank != null && rank.matches("\\d{1,2}") ? Integer.parseInt(rank) : 1);
    }

    private static void rights(Element item, Draft draft) {
        item.at("rightsInfo").forEach(rights -> {
            draft.copyright(rights.textAt("copyrightNotice"));
            draft.copyright(named(rights.child("copyrightHolder")));
            rights.at("usageTerms").map(Element::text).forEach(draft::usageTerms);
        });
    }

    /** A release time that is there but empty is an embargo without end (NewsML-G2 specification, "embargoed"). */
    private static void embargo(Element itemMeta, Draft draft) {
        itemMeta.at("embargoed").forEach(embargoed -> {
            if (embargoed.text().isEmpty()) {
                draft.embargoUnread();
            }
            draft.embargo(embargoed.text());
        });
    }

    private static void bylines(Element item, Element content, Draft draft) {
        content.at("by").map(Element::text).forEach(draft::byline);
        if (draft.hasByline()) {
            return;
        }
        String itemClass = Objects.requireNonNullElse(said(item.first("itemMeta/itemClass")), "");
        boolean pictured = itemClass.matches("(?i).*(?:picture|photo|graphic|video|image)$");
        // By the book the creator is the author; some put the desk or the agency there, whose names are no person's.
        content.at("creator")
                .filter(creator -> !String.valueOf(said(creator)).contains("editor"))
                .filter(creator -> !roleOf(creator).contains("edit"))
                .forEach(creator -> {
                    String name = spelled(creator);
                    if (name != null && (Bylines.isPerson(name) || (pictured && name.indexOf(' ') > 0))) {
                        draft.bylines(Bylines.names(name));
                    }
                });
        if (pictured && !draft.hasByline()) {
            content.at("contributor")
                    .filter(contributor -> roleOf(contributor).contains("photo"))
                    .map(G2Format::spelled)
                    .filter(Objects::nonNull)
                    .forEach(name -> draft.bylines(Bylines.names(name)));
        }
    }

    private static String roleOf(Element party) {
        return (party.attribute("role") + " " + party.attribute("jobtitle")).toLowerCase(Locale.ROOT);
    }

    private static void dateline(Element item, Element content, Draft draft) {
        String line = content.textAt("dateline");
        if (line == null) {
            line = item.descendants()
                    .filter(element -> "dateline".equalsIgnoreCase(element.attribute("class")))
                    .map(Element::text)
                    .findFirst()
                    .orElse(null);
        }
        String located = G2Subjects.located(content);
        String place = Datelines.place(line);
        boolean date = line != null && Dates.read(line, ZoneOffset.UTC) != null;
        if (line != null && !date && (place != null || located == null)) {
            boolean agencyFirst =
                    located != null && line.toLowerCase(Locale.ROOT).contains(located.toLowerCase(Locale.ROOT));
            draft.dateline(line, agencyFirst ? located : place);
        } else if (line != null && !date) {
            draft.dateline(line, located);
        }
    }

    private static void links(Element itemMeta, @Nullable String guid, Draft draft) {
        itemMeta.at("link").forEach(link -> {
            String rel = Objects.requireNonNullElse(local(link.attribute("rel")), "");
            String other = link.attribute("residref") == null ? link.attribute("guidref") : link.attribute("residref");
            switch (rel.toLowerCase(Locale.ROOT)) {
                case "supersedes", "replaces", "isreplacementof", "replacementof", "previousversion" -> {
                    String stable = VersionedIds.stable(other);
                    if (stable != null && !stable.equals(guid)) {
                        draft.supersedes(stable);
                    }
                }
                default -> draft.alsoLinks(link.attribute("href"));
            }
        });
    }

    /** A party's or concept's name, else its literal, else the last part of its code. */
    static @Nullable String named(@Nullable Element concept) {
        if (concept == null) {
            return null;
        }
        String spelled = spelled(concept);
        return spelled != null ? spelled : local(said(concept));
    }

    /** A party's or concept's name, else its literal; null where it has a code only. */
    static @Nullable String spelled(Element concept) {
        String name = concept.textAt("name");
        return name == null ? concept.attribute("literal") : name;
    }

    /** Its code: a qcode, or a URI. */
    static @Nullable String said(@Nullable Element concept) {
        if (concept == null) {
            return null;
        }
        String qcode = concept.attribute("qcode");
        return qcode == null ? concept.attribute("uri") : qcode;
    }

    /** The last part of a qcode or of a URI. */
    static @Nullable String local(@Nullable String qcode) {
        if (qcode == null) {
            return null;
        }
        String plain = qcode.endsWith("/") ? qcode.substring(0, qcode.length() - 1) : qcode;
        return plain.contains("://")
                ? plain.substring(plain.lastIndexOf('/') + 1)
                : plain.substring(plain.indexOf(':') + 1);
    }

    /** Who gave out a guid: urn:newsml:acme.example:…, tag:acme.example,2014:… (RFC 3085, RFC 4151). */
    private static @Nullable String authority(@Nullable String guid) {
        if (guid == null) {
            return null;
        }
        String[] parts = guid.split(":", -1);
        if (parts.length > 2 && parts[0].equalsIgnoreCase("urn") && parts[1].equalsIgnoreCase("newsml")) {
            return parts[2];
        }
        return parts.length > 2 && parts[0].equalsIgnoreCase("tag") ? parts[1].replaceFirst(",.*", "") : null;
    }
}
