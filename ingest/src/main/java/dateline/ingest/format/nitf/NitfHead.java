package dateline.ingest.format.nitf;

import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.xml.Element;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What NITF copy is headed by: headline, who wrote it and from where; NewsML of both kinds may hold such copy too. */
public final class NitfHead {
    private NitfHead() {}

    /** Headline, byline and dateline of the copy, into what has none yet. */
    public static void read(Element nitf, Draft draft) {
        Element head = Objects.requireNonNullElse(nitf.first("body/body.head"), nitf);
        draft.headline(head.textAt("hedline/hl1"))
                .headline(head.textAt("headline/hl1"))
                .headline(nitf.textAt("head/title"))
                .headline(head.textAt("hedline/hl2"))
                .headline(head.textAt("hedline"));
        if (!draft.hasByline()) {
            Stream.of(nitf.at("body/body.head/byline"), nitf.at("body.head/byline"), nitf.descendants("byline"))
                    .map(bylines -> bylines.filter(NitfHead::isForReaders).toList())
                    .filter(bylines -> !bylines.isEmpty())
                    .findFirst()
                    .ifPresent(bylines -> bylines.forEach(byline -> byline(byline, draft)));
        }
        if (!draft.hasDateline()) {
            nitf.descendants("dateline").limit(1).forEach(dateline -> dateline(dateline, draft));
        }
    }

    /** Archives repeat the byline as their index has it: "SOL, ANA". */
    private static boolean isForReaders(Element byline) {
        return !String.valueOf(byline.attribute("class")).startsWith("normalized");
    }

    private static void byline(Element byline, Draft draft) {
        List<String> persons = byline.children("person")
                .map(Element::text)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!persons.isEmpty()) {
            draft.bylines(Bylines.each(persons));
            return;
        }
        var text = new StringBuilder();
        for (Object node : byline.content()) {
            if (!(node instanceof Element element)) {
                text.append(node).append(' ');
            } else if (!element.is("byttl") && !element.is("virtloc") && !element.is("location")) {
                text.append(element.text()).append(' ');
            }
        }
        draft.byline(text.toString());
    }

    private static void dateline(Element dateline, Draft draft) {
        Element location = dateline.child("location");
        String city = location == null ? null : location.textAt("city");
        String text = location == null ? own(dateline) : place(location);
        draft.dateline(text, city != null ? city : Datelines.place(text));
    }

    /** A place as it reads: its parts with the commas between them, which some leave to the reader. */
    private static String place(Element location) {
        boolean onlyParts =
                location.content().stream().allMatch(node -> node instanceof Element || ((String) node).isBlank());
        return onlyParts
                ? location.children()
                        .map(Element::text)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                : location.text();
    }

    /** The text of a dateline beside its date. */
    private static String own(Element dateline) {
        var text = new StringBuilder();
        for (Object node : dateline.content()) {
            if (!(node instanceof Element element)) {
                text.append(node).append(' ');
            } else if (!element.is("story.date")) {
                text.append(element.text()).append(' ');
            }
        }
        return Element.fold(text.toString());
    }
}
