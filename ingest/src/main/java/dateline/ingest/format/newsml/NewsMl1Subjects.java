package dateline.ingest.format.newsml;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.SubjectCodes;
import dateline.ingest.format.xml.Element;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a NewsML 1.2 item is about: its subject codes, and the topics of its own topic sets that occur in it. */
final class NewsMl1Subjects {
    private static final Set<String> CODED = Set.of("subjectcode", "subject", "subjectmatter", "subjectdetail");

    /** By formal name, what the item's topics are called. */
    private final Map<String, String> names = new HashMap<>();

    /** By the id that occurrences refer to. */
    private final Map<String, Element> topics = new HashMap<>();

    private final Draft draft;

    private NewsMl1Subjects(Element item, Draft draft) {
        this.draft = draft;
        item.descendants("Topic").forEach(topic -> {
            String formal = topic.textAt("FormalName");
            String name = name(topic);
            if (formal != null && name != null) {
                names.putIfAbsent(formal, name);
            }
            topics.putIfAbsent("#" + topic.attribute("Duid"), topic);
        });
    }

    static void read(Element item, Draft draft) {
        var subjects = new NewsMl1Subjects(item, draft);
        item.descendants("SubjectCode")
                .flatMap(subject -> Stream.concat(Stream.of(subject), subject.children()))
                .filter(part -> CODED.contains(part.name().toLowerCase(Locale.ROOT)))
                .map(part -> part.attribute("FormalName"))
                .filter(Objects::nonNull)
                .forEach(subjects::coded);
        item.descendants("TopicOccurrence")
                .map(occurrence -> subjects.topics.get(String.valueOf(occurrence.attribute("Topic"))))
                .filter(Objects::nonNull)
                .forEach(subjects::occurring);
    }

    private void coded(String code) {
        draft.subject(SubjectCodes.of(code, null), names.get(code));
    }

    /** A place, a coded subject, else a word for what it is about. */
    private void occurring(Element topic) {
        String type =
                String.valueOf(topic.attributeAt("TopicType", "FormalName")).toLowerCase(Locale.ROOT);
        String formal = topic.textAt("FormalName");
        String name = name(topic) == null ? formal : name(topic);
        if (type.matches(".*(?:geo|location|place|city|country|region).*")) {
            draft.place(name);
        } else if (formal != null && type.contains("subject")) {
            coded(formal);
        } else {
            draft.keyword(name);
        }
    }

    private static @Nullable String name(Element topic) {
        return topic.children("Description")
                .filter(name -> !"Category".equalsIgnoreCase(name.attribute("Variant")))
                .map(Element::text)
                .findFirst()
                .orElse(null);
    }
}
