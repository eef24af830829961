package dateline.enrich.entity.train;

import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.train.Labelled.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wire.EntityType;

/**
 * Marks as news has them, whatever a corpus says: peoples, languages and faiths are of the rest ("Muslims" is no
 * organisation), and no country or team begins with its article.
 */
final class HouseStyle {
    private static final String ARTICLE = "the ";

    private final Set<String> peoples;
    private final Set<String> bare;

    HouseStyle(Known known) {
        peoples = new HashSet<>(known.listed(Kind.DEMONYM));
        peoples.addAll(peoples());
        bare = new HashSet<>(known.listed(Kind.COUNTRY));
        bare.addAll(known.listed(Kind.TEAM));
    }

    /** The peoples, languages and faiths of our list. */
    static List<String> peoples() {
        return Shipped.lines("peoples.txt").stream()
                .filter(line -> !line.startsWith("["))
                .flatMap(line -> Stream.of(line.split(", ", -1)))
                .toList();
    }

    /** The document with its marks so. */
    Labelled of(Labelled document) {
        return new Labelled(
                document.text(),
                document.names().stream().map(mark -> of(document.text(), mark)).toList(),
                document.unmarked());
    }

    private Mark of(String text, Mark mark) {
        String name = text.substring(mark.start(), mark.end());
        if (name.regionMatches(true, 0, ARTICLE, 0, ARTICLE.length())
                && (name.charAt(0) == 't' || bare.contains(name.substring(ARTICLE.length())))) {
            return of(text, new Mark(mark.type(), mark.start() + ARTICLE.length(), mark.end()));
        }
        return mark.type() != EntityType.PERSON && peoples.contains(name)
                ? new Mark(EntityType.MISC, mark.start(), mark.end())
                : mark;
    }
}
