package dateline.enrich.entity.train;

import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.train.Labelled.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wire.EntityType;

/** Peoples, languages and faiths are of the rest, as news has it; some corpora have "Muslims" as an organisation. */
final class Peoples {
    private final Set<String> names;

    Peoples(Known known) {
        names = new HashSet<>(known.listed(Kind.DEMONYM));
        names.addAll(listed());
    }

    /** Those of our list. */
    static List<String> listed() {
        return Shipped.lines("peoples.txt").stream()
                .filter(line -> !line.startsWith("["))
                .flatMap(line -> Stream.of(line.split(", ", -1)))
                .toList();
    }

    /** The document with its peoples marked so. */
    Labelled apart(Labelled document) {
        return new Labelled(
                document.text(),
                document.names().stream().map(mark -> apart(document.text(), mark)).toList(),
                document.unmarked());
    }

    private Mark apart(String text, Mark mark) {
        return mark.type() != EntityType.PERSON && names.contains(text.substring(mark.start(), mark.end()))
                ? new Mark(EntityType.MISC, mark.start(), mark.end())
                : mark;
    }
}
