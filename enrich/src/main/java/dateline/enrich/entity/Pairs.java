package dateline.enrich.entity;

import dateline.enrich.entity.LinearTagger.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wire.EntityType;

/** "The Hayashi-Blinken meeting" names two, if the story has a Yoshimasa Hayashi and an Antony Blinken. */
final class Pairs {
    private Pairs() {}

    /** The same names, but for such that are two persons by the rest of the story. */
    static List<Span> parted(String text, List<Span> spans) {
        Set<String> families = new HashSet<>();
        for (Span span : spans) {
            int space = text.lastIndexOf(' ', span.end() - 1);
            if (span.type() == EntityType.PERSON && space > span.start()) {
                families.add(text.substring(space + 1, span.end()));
            }
        }
        List<Span> parted = new ArrayList<>(spans.size());
        for (Span span : spans) {
            int hyphen = hyphen(text, span);
            if (hyphen > 0
                    && families.contains(text.substring(span.start(), hyphen))
                    && families.contains(text.substring(hyphen + 1, span.end()))) {
                parted.add(new Span(EntityType.PERSON, span.start(), hyphen, span.confidence(), null));
                parted.add(new Span(EntityType.PERSON, hyphen + 1, span.end(), span.confidence(), null));
            } else {
                parted.add(span);
            }
        }
        return parted;
    }

    private static int hyphen(String text, Span span) {
        for (int i = span.start() + 1; i < span.end() - 1; i++) {
            char c = text.charAt(i);
            if (c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2013') {
                return i;
            }
        }
        return -1;
    }
}
