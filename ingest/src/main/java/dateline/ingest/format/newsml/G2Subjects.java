package dateline.ingest.format.newsml;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.xml.Element;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an item is about: subjects, and those of them that are places. */
final class G2Subjects {
    /** Kinds of concept that are places (IPTC "cpnature" and what agencies call theirs). */
    private static final Set<String> PLACES = Set.of(
            "geoarea",
            "poi",
            "city",
            "country",
            "region",
            "statprov",
            "state",
            "province",
            "place",
            "location",
            "worldregion",
            "continent",
            "municipality",
            "county",
            "locality");

    private G2Subjects() {}

    static void subject(Element subject, Draft draft) {
        String code = G2Format.said(subject);
        String name = subject.textAt("name");
        if (isPlace(subject)) {
            draft.place(name == null ? subject.attribute("literal") : name);
        }
        draft.subject(code, name == null ? subject.attribute("literal") : name);
        subject.children("sameAs").forEach(same -> {
            String other = G2Format.said(same);
            if (other != null && (other.startsWith("subj:") || other.startsWith("medtop:"))) {
                draft.subject(other, same.textAt("name") == null ? name : same.textAt("name"));
            }
        });
    }

    /** Where it was filed from, and what that lies in. */
    static void located(Element place, Draft draft) {
        draft.place(real(place.textAt("name")));
        place.children("broader").forEach(broader -> draft.place(broader.textAt("name")));
        if (place.textAt("name") == null) {
            draft.place(real(place.attribute("literal")));
        }
    }

    private static boolean isPlace(Element subject) {
        String type = subject.attribute("type");
        if (type == null) {
            return false;
        }
        String local = type.substring(type.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        // Reuters types everything as cptType and says by a facet that it is geographic.
        return PLACES.contains(local)
                || subject.children("facet")
                        .anyMatch(facet -> String.valueOf(G2Format.said(facet)).startsWith("geoProp:"));
    }

    /** Templates leave their blanks in: "No-Data-Available", "poi". */
    static @Nullable String real(@Nullable String name) {
        return name == null || name.equalsIgnoreCase("No-Data-Available") || name.startsWith("poi") ? null : name;
    }
}
