package dateline.ingest.format.newsml;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Statuses;
import dateline.ingest.format.copy.SubjectCodes;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import dateline.ingest.format.xml.XmlReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** NewsML 1.0 to 1.2: news items in their envelope, whose components nest as their provider likes. */
public final class NewsMl1Format implements WireFormat {
    @Override
    public String name() {
        return "newsml-1.2";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return Opening.of(raw.getBytes()).localRoot().equals("newsml");
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
                Element head = root.with(child -> child.is("NewsEnvelope"));
                root.descendants("NewsItem")
                        .filter(item -> item.child("Identification") != null || item.child("NewsComponent") != null)
                        .forEach(item -> harvest.add(draft(raw, head, item).notes(notes)));
                yield harvest.reading("a document without news items");
            }
        };
    }

    private Draft draft(RawItem raw, Element head, Element item) {
        Element identifier = Objects.requireNonNullElse(item.first("Identification/NewsIdentifier"), item);
        Element management = Objects.requireNonNullElse(item.child("NewsManagement"), item);
        String provider = identifier.textAt("ProviderId");

        Draft draft = new Draft(raw, name())
                .id(id(identifier))
                .within(date(identifier, management))
                .version(identifier.textAt("RevisionId"))
                .provider(below(item, "AdministrativeMetadata/Provider/Party", "FormalName"))
                .provider(organization(head))
                .provider(provider)
                .provider(head.attributeAt("NewsEnvelope/SentFrom/Party", "FormalName"))
                .providerKey(provider == null ? null : provider.replaceFirst(":.*", ""))
                .status(Statuses.of(management.attributeAt("Status", "FormalName")))
                .headline(line(item, "HeadLine"))
                .headline(line(item, "SubHeadLine"))
                .slugline(line(item, "SlugLine"))
                .slugline(item.textAt("Identification/NameLabel"))
                .credit(line(item, "CreditLine"))
                .copyright(line(item, "CopyrightLine"))
                .usageTerms(below(item, "RightsMetadata/UsageRights/UsageType", null))
                .language(below(item, "DescriptiveMetadata/Language", "FormalName"))
                .language(item.descendants("NewsComponent")
                        .map(Element::language)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(item.language()))
                .published(management.textAt("FirstCreated"))
                .published(management.textAt("ThisRevisionCreated"))
                .published(head.textAt("NewsEnvelope/DateAndTime"))
                .updated(management.textAt("ThisRevisionCreated"))
                .urgency(management.attributeAt("Urgency", "FormalName"))
                .urgency(head.attributeAt("NewsEnvelope/Priority", "FormalName"))
                .urgency(administrative(item, "Priority", "Urgency"));
        embargo(management, draft);
        item.at("NewsComponent")
                .flatMap(NewsMl1Format::unpictured)
                .flatMap(component -> component.at("NewsLines/ByLine"))
                .map(Element::text)
                .forEach(draft::byline);
        dateline(item, draft);
        item.descendants("KeywordLine").map(Element::text).forEach(draft::keyword);
        properties(item, draft);
        NewsMl1Subjects.read(item, draft);
        item.descendants("Genre").map(genre -> genre.attribute("FormalName")).forEach(draft::genre);
        item.descendants("NewsLine")
                .filter(line -> String.valueOf(line.attributeAt("NewsLineType", "FormalName"))
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(?:advisory|ednote|editor|instruction).*"))
                .map(line -> line.textAt("NewsLineText"))
                .forEach(draft::ednote);
        management.at("Instruction").map(Element::text).forEach(draft::ednote);
        management.at("DerivedFrom").map(from -> from.attribute("NewsItem")).forEach(draft::supersedes);
        NewsMl1Content.read(item, draft);
        return draft.headOfText();
    }

    /**
     * The item's own id, unique for its provider on its day (NewsML 1.2, 5.5.2.1). Some leave it at 0 or out; then the public
     * identifier counts if it says more than a name of the provider.
     */
    private static @Nullable String id(Element identifier) {
        String own = identifier.textAt("NewsItemId");
        if (own != null && !own.equals("0")) {
            return own;
        }
        String open = identifier.textAt("PublicIdentifier");
        if (open != null && open.split(":", -1).length > 4) {
            return open.replaceFirst(":\\d+[NUA]?$", "");
        }
        String provider = identifier.textAt("ProviderId");
        String date = identifier.textAt("DateId");
        return provider == null || date == null
                ? null
                : provider + ":" + date + ":" + own + ":" + identifier.textAt("RevisionId");
    }

    /** The day an id belongs to. A time in it is often the revision's, which must not make another item of it. */
    private static @Nullable String date(Element identifier, Element management) {
        String date = identifier.textAt("DateId");
        String created = management.textAt("FirstCreated");
        if (date == null || !date.matches("\\d{8}T.*")) {
            return date;
        }
        String day = created != null && created.matches("\\d{8}.*") ? created : date;
        return day.substring(0, 8);
    }

    /** The status may be announced to change, which is how this format says embargo (NewsML 1.2, 5.7.1.5). */
    private static void embargo(Element management, Draft draft) {
        boolean embargoed = "embargoed".equalsIgnoreCase(management.attributeAt("Status", "FormalName"));
        String release = management.textAt("StatusWillChange/DateAndTime");
        boolean freed =
                "usable".equalsIgnoreCase(management.attributeAt("StatusWillChange/FutureStatus", "FormalName"));
        if (release != null && (embargoed || freed)) {
            draft.embargo(release);
        } else if (embargoed) {
            draft.embargoUnread();
        }
    }

    private static void dateline(Element item, Draft draft) {
        String line = line(item, "DateLine");
        String city = item.descendants("Location")
                .filter(location -> "Origin".equalsIgnoreCase(location.attribute("HowPresent")))
                .map(location -> property(location, "City"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (line != null && line.chars().anyMatch(Character::isLetter)) {
            String place = Datelines.place(line);
            draft.dateline(line, place == null ? city : place);
        } else if (city != null) {
            draft.dateline(city, city);
        }
    }

    private static void properties(Element item, Draft draft) {
        item.descendants("Property").forEach(property -> {
            String name = String.valueOf(property.attribute("FormalName"));
            String value = property.attribute("Value");
            if (name.matches("(?i).*keywords?")) {
                draft.keyword(value);
            }
        });
        item.descendants("Location")
                .forEach(location -> location.children("Property").forEach(property -> place(property, draft)));
        item.descendants("DescriptiveMetadata")
                .forEach(metadata -> metadata.children("Property").forEach(property -> place(property, draft)));
    }

    private static void place(Element property, Draft draft) {
        String value = property.attribute("Value");
        if (value == null) {
            return;
        }
        switch (String.valueOf(property.attribute("FormalName")).toLowerCase(Locale.ROOT)) {
            case "country" -> draft.place(value.matches("[A-Z]{2,3}") ? SubjectCodes.country(value) : value);
            case "city",
                    "area",
                    "countryname",
                    "countryarea",
                    "worldregion",
                    "region",
                    "sublocation",
                    "state",
                    "province" -> draft.place(value);
            default -> {
                // the rest says nothing of places
            }
        }
    }

    /** A news line of the outermost component that has one; pictures beside the text have their own. */
    private static @Nullable String line(Element item, String name) {
        return item.at("NewsComponent")
                .flatMap(NewsMl1Format::unpictured)
                .flatMap(component -> component.at("NewsLines/" + name))
                .map(Element::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A component and those in it, without those that are pictures with lines of their own. */
    private static Stream<Element> unpictured(Element component) {
        return Stream.concat(
                Stream.of(component),
                component
                        .children("NewsComponent")
                        .filter(child -> !NewsMl1Content.isPicture(child))
                        .flatMap(NewsMl1Format::unpictured));
    }

    private static @Nullable String below(Element item, String path, @Nullable String attribute) {
        return item.descendants("NewsComponent")
                .flatMap(component -> component.at(path))
                .map(element -> attribute == null ? element.text() : element.attribute(attribute))
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String administrative(Element item, String... names) {
        return item.descendants("AdministrativeMetadata")
                .flatMap(metadata -> Stream.of(names).map(name -> property(metadata, name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String organization(Element head) {
        return head.at("NewsEnvelope/SentFrom/Party/Property")
                .filter(property -> "Organization".equalsIgnoreCase(property.attribute("FormalName")))
                .map(property -> property.attribute("Value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String property(Element of, String name) {
        return of.children("Property")
                .filter(property -> name.equalsIgnoreCase(property.attribute("FormalName")))
                .map(property -> property.attribute("Value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
