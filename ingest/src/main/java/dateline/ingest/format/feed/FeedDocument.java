package dateline.ingest.format.feed;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.xml.Element;
import dateline.ingest.format.xml.XmlReader;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** What all XML feeds have in common: entries, each of which may be bad without harm to the others. */
final class FeedDocument {
    private FeedDocument() {}

    /**
     * Reads a feed entry by entry.
     *
     * @param head finds what all entries share in the document: the feed's own elements, without its entries
     * @param entries finds the entries below the document's element
     * @param draft reads one of them
     */
    static Reading read(
            RawItem raw,
            UnaryOperator<Element> head,
            Function<Element, List<Element>> entries,
            BiFunction<Element, Element, Draft> draft) {
        return switch (XmlReader.read(raw.getBytes(), raw.getContentType())) {
            case XmlReader.Result.Broken(Defect defect, String detail) -> new Rejected(defect, detail);
            case XmlReader.Result.Document(Element root, List<String> notes, boolean truncated) -> {
                var harvest = new Harvest();
                List<Element> found = entries.apply(root);
                // The end of a cut document falls into its last entry, or nobody knows where.
                List<Element> whole = truncated && !found.isEmpty() ? found.subList(0, found.size() - 1) : found;
                Element shared = head.apply(root);
                for (Element entry : whole) {
                    harvest.add(draft.apply(shared, entry).notes(notes));
                }
                if (truncated) {
                    harvest.defect(Defect.MALFORMED, "the feed breaks off in the middle; its last entry was left out");
                }
                yield harvest.reading("a feed without entries");
            }
        };
    }

    /** A body of a feed that does not say whether it is markup. */
    static Body bodyOf(Element element, @Nullable String base) {
        if (element.hasElements()) {
            return Markup.body(element.innerHtml(), base);
        }
        String text = element.rawText();
        return text.isBlank()
                ? Body.EMPTY
                : Markup.isHtml(text) || Markup.hasReferences(text) ? Markup.body(text, base) : Markup.plain(text);
    }

    /**
     * The text of an entry.
     *
     * @param element where it stands; null where there is none
     */
    record Content(@Nullable Element element, Body body) {
        /** The first of these places that has words; where none has, the first with anything, a picture perhaps. */
        static Content of(Stream<Element> places, Function<Element, Body> reading) {
            Content first = new Content(null, Body.EMPTY);
            for (Element place : (Iterable<Element>) places::iterator) {
                Body body = reading.apply(place);
                if (!body.text().isEmpty()) {
                    return new Content(place, body);
                }
                first = first.body().isEmpty() ? new Content(place, body) : first;
            }
            return first;
        }
    }

    static @Nullable String lineOf(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        // Markup in a title that should be text is still a title: its tags are dropped.
        return element.hasElements() ? Markup.line(element.innerHtml()) : Markup.lineOf(element.rawText());
    }

    /** The language that holds in the first of these elements that has one. */
    static @Nullable String language(@Nullable Element... elements) {
        for (Element element : elements) {
            String language = element == null ? null : element.language();
            if (language != null) {
                return language;
            }
        }
        return null;
    }
}
