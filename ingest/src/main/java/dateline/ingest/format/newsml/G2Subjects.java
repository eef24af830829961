package dateline.ingest.format.newsml;

import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.SubjectCodes;
import dateline.ingest.format.xml.Element;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    static void read(Element item, Element content, Draft draft) {
        // What the item says of a concept once, for all elements that name it by its code (NewsML-G2, "assert").
        Map<String, Element> asserted = new HashMap<>();
        item.children("assert")
                .forEach(concept -> asserted.putIfAbsent(String.valueOf(G2Format.said(concept)), concept));
        content.children("subject").forEach(subject -> subject(subject, asserted, draft));
        content.children("located").forEach(place -> located(place, draft));
    }

    private static void subject(Element subject, Map<String, Element> assertions, Draft draft) {
        String code = G2Format.said(subject);
        Element asserted = code == null ? null : assertions.get(code);
        String own = G2Format.spelled(subject);
        String name = own == null && asserted != null ? G2Format.spelled(asserted) : own;
        String country = country(code);
        if (country != null || isPlace(subject) || (asserted != null && isPlace(asserted))) {
            draft.place(name == null ? country : name);
        }
        draft.subject(code, name);
        subject.children("sameAs").forEach(same -> {
            String other = G2Format.said(same);
            if (other != null && (other.startsWith("subj:") || other.startsWith("medtop:"))) {
                draft.subject(other, same.textAt("name") == null ? name : same.textAt("name"));
            }
        });
    }

    /** Where it was filed from, and what that lies in. */
    private static void located(Element place, Draft draft) {
        draft.place(real(G2Format.spelled(place)));
        place.children("broader").forEach(broader -> {
            draft.place(G2Format.spelled(broader));
            draft.place(country(G2Format.said(broader)));
        });
    }

    /** The first place it was filed from; null where none is named. */
    static @Nullable String located(Element content) {
        return content.children("located")
                .map(G2Format::spelled)
                .map(G2Subjects::real)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A country by its code in the ISO's vocabulary, as the IPTC's catalogs alias it: iso3166-1a2:NL. */
    private static @Nullable String country(@Nullable String code) {
        return code != null && code.matches("(?i)iso3166-?1a[23]:[a-z]{2,3}")
                ? SubjectCodes.country(code.substring(code.indexOf(':') + 1))
                : null;
    }

    private static boolean isPlace(Element concept) {
        return isPlace(concept.attribute("type"))
                || isPlace(concept.attributeAt("type", "qcode"))
                // Reuters types everything as cptType and says by a facet that it is geographic.
                || concept.children("facet")
                        .anyMatch(facet -> String.valueOf(G2Format.said(facet)).startsWith("geoProp:"));
    }

    private static boolean isPlace(@Nullable String type) {
        return type != null
                && PLACES.contains(type.substring(type.indexOf(':') + 1).toLowerCase(Locale.ROOT));
    }

    /** Templates leave their blanks in: "No-Data-Available", "poi". */
    static @Nullable String real(@Nullable String name) {
        return name == null || name.equalsIgnoreCase("No-Data-Available") || name.startsWith("poi") ? null : name;
    }
}
