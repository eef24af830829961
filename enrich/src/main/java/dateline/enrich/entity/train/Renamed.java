package dateline.enrich.entity.train;

import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.train.Labelled.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document again with other names in it, from all over the world and such as no list has: what stands around a name is true
 * copy, and the name itself no help. A name that is met again gets the same other name.
 */
final class Renamed {
    private final Drill drill;
    private final People people;
    private final Map<Kind, Set<String>> listed = new HashMap<>();
    private final Map<String, String> other = new HashMap<>();

    Renamed(Known known, Drill drill, People people) {
        this.drill = drill;
        this.people = people;
        for (Kind kind : List.of(Kind.COUNTRY, Kind.DEMONYM, Kind.PLACE, Kind.LARGE_PLACE, Kind.TEAM)) {
            listed.put(kind, new HashSet<>(known.listed(kind)));
        }
    }

    /** The document under other names; those whose kind cannot be told stay. */
    Labelled of(Labelled document) {
        other.clear();
        var text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        int from = 0;
        for (Mark mark : document.names()) {
            text.append(document.text(), from, mark.start());
            String name = document.text().substring(mark.start(), mark.end());
            int start = text.length();
            text.append(name(mark, name));
            marks.add(new Mark(mark.type(), start, text.length()));
            from = mark.end();
        }
        text.append(document.text(), from, document.text().length());
        return new Labelled(text.toString(), marks, document.unmarked());
    }

    private String name(Mark mark, String name) {
        String known = other.get(name);
        if (known != null) {
            return known;
        }
        String now = switch (mark.type()) {
            case PERSON -> person(name);
            case PLACE -> place(name);
            case ORG -> organisation(name);
            case MISC -> is(Kind.DEMONYM, name) && !name.endsWith("s") ? drill.filled("DEMONYM") : name;
        };
        other.put(name, now);
        return now;
    }

    private String person(String name) {
        int last = name.lastIndexOf(' ');
        if (last < 0) {
            return people.family();
        }
        String now = people.full();
        other.put(name.substring(last + 1), people.last(now));
        return now;
    }

    private String place(String name) {
        return is(Kind.COUNTRY, name)
                ? drill.filled("COUNTRY")
                : is(Kind.LARGE_PLACE, name) || is(Kind.PLACE, name) ? drill.filled("CITY") : name;
    }

    private String organisation(String name) {
        if (is(Kind.TEAM, name)) {
            return drill.filled("TEAM");
        }
        if (name.endsWith("University") || name.startsWith("University of")) {
            return drill.filled("UNI");
        }
        if (name.endsWith("Party")) {
            return drill.filled("PARTY");
        }
        if (name.length() > 1 && name.length() < 7 && name.chars().allMatch(Character::isUpperCase)) {
            return drill.filled("ACRONYM");
        }
        return name;
    }

    private boolean is(Kind kind, String name) {
        return listed.getOrDefault(kind, Set.of()).contains(name);
    }
}
