package dateline.ingest.format.nitf;

import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.xml.Element;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who wrote NITF copy and from where, as its head says it; NewsML of both kinds may hold such copy too. */
public final class NitfHead {
    private NitfHead() {}

    /** Byline and dateline of the copy, into what has none yet. */
    public static void read(Element nitf, Draft draft) {
        if (!draft.hasByline()) {
            Stream.of(nitf.at("body/body.head/byline"), nitf.at("body.head/byline"), nitf.descendants("byline"))
                    .map(Stream::toList)
                    .filter(bylines -> !bylines.isEmpty())
                    .findFirst()
                    .ifPresent(bylines -> bylines.forEach(byline -> byline(byline, draft)));
        }
        if (!draft.hasDateline()) {
            nitf.descendants("dateline").limit(1).forEach(dateline -> dateline(dateline, draft));
        }
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
