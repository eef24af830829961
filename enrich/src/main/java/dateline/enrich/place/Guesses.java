package dateline.enrich.place;

import dateline.enrich.entity.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;
import wire.Place;

/**
 * Says roughly where places are that the tagger sees and the gazetteer does not know: where the place is that stands behind ("Pandi,
 * Bulacan"), else where the nearest known one in the text is, if those around it are of one country.
 */
final class Guesses {
    /** As far as this from a known place, in letters, a name is not taken to be near it. */
    private static final int NEAR = 400;
    /** How many of the places around it must be of one country. */
    private static final double AGREED = 0.6;

    private static final int BEFORE = 4;
    private static final int BEHIND = 3;

    private static final double CONTAINED = 0.5;
    private static final double NEIGHBOUR = 0.3;

    private final Gazetteer gazetteer;
    private final List<Toponym> toponyms;
    /** Spans of names that are known to stand for something else. */
    private final Set<Long> otherwise = new HashSet<>();

    /** @param toponyms those that are known, in the order of the story */
    Guesses(Gazetteer gazetteer, List<Toponym> toponyms) {
        this.gazetteer = gazetteer;
        this.toponyms = toponyms.stream()
                .filter(known -> known.place() != Gazetteer.NONE && !known.isToss())
                .toList();
        toponyms.stream()
                .filter(known -> known.place() == Gazetteer.NONE || known.isToss())
                .forEach(known ->
                        otherwise.add(span(known.spot().start(), known.spot().end())));
    }

    List<Where.Mention> of(Atlas.Story story) {
        List<Where.Mention> guesses = new ArrayList<>();
        int next = 0;
        for (Name name : story.names()) {
            while (next < toponyms.size() && isBefore(toponyms.get(next), name)) {
                next++;
            }
            boolean known = next < toponyms.size()
                    && toponyms.get(next).spot().part() == name.part()
                    && toponyms.get(next).spot().start() < name.end()
                    && toponyms.get(next).isName();
            String text = name.part() == Part.BODY ? story.body() : story.headline();
            if (name.type() == EntityType.PLACE
                    && !known
                    && !otherwise.contains(span(name.start(), name.end()))
                    && !gazetteer.knows(text.substring(name.start(), name.end()))) {
                Where.Mention guess = guess(name, next, text);
                if (guess != null) {
                    guesses.add(guess);
                }
            }
        }
        return guesses;
    }

    private static long span(int start, int end) {
        return ((long) start << 32) | end;
    }

    private static boolean isBefore(Toponym toponym, Name name) {
        int parts = toponym.spot().part().compareTo(name.part());
        return parts < 0 || (parts == 0 && toponym.spot().end() <= name.start());
    }

    private Where.@Nullable Mention guess(Name name, int next, String text) {
        if (next < toponyms.size()) {
            Spot behind = toponyms.get(next).spot();
            if (behind.part() == name.part()
                    && behind.start() >= name.end()
                    && text.substring(name.end(), behind.start()).strip().equals(",")) {
                return at(name, text, toponyms.get(next).place(), CONTAINED);
            }
        }
        Map<String, Integer> countries = new HashMap<>();
        int around = 0;
        for (int i = Math.max(0, next - BEFORE); i < Math.min(toponyms.size(), next + BEHIND); i++) {
            String country = gazetteer.places().country(toponyms.get(i).place());
            if (country != null && toponyms.get(i).spot().part() == name.part()) {
                countries.merge(country, 1, Integer::sum);
                around++;
            }
        }
        int agreed = (int) Math.ceil(around * AGREED);
        int of = around;
        return countries.entrySet().stream()
                .filter(country -> of > 0 && country.getValue() >= agreed)
                .findFirst()
                .map(country -> near(name, next, text, country.getKey()))
                .orElse(null);
    }

    /** Where the nearest town or state of that country is; if none is near, the country is all that can be said. */
    private Where.Mention near(Name name, int next, String text, String country) {
        int nearest = Gazetteer.NONE;
        int distance = NEAR;
        for (int i = Math.max(0, next - BEFORE); i < Math.min(toponyms.size(), next + BEHIND); i++) {
            Spot spot = toponyms.get(i).spot();
            int place = toponyms.get(i).place();
            Kind kind = gazetteer.places().kind(place);
            int away = spot.start() >= name.end() ? spot.start() - name.end() : name.start() - spot.end();
            if (spot.part() == name.part()
                    && away < distance
                    && (kind.isTown() || kind.isDivision())
                    && country.equals(gazetteer.places().country(place))) {
                nearest = place;
                distance = away;
            }
        }
        return nearest == Gazetteer.NONE
                ? at(name, new Place(text.substring(name.start(), name.end()), country, null, null, null), NEIGHBOUR)
                : at(name, text, nearest, NEIGHBOUR);
    }

    private Where.Mention at(Name name, String text, int place, double confidence) {
        Place near = gazetteer.asPlace(place);
        return at(
                name,
                new Place(
                        text.substring(name.start(), name.end()),
                        near.getCountry(),
                        null,
                        near.getLat(),
                        near.getLon()),
                confidence);
    }

    private static Where.Mention at(Name name, Place place, double confidence) {
        return new Where.Mention(
                name.part(), name.start(), name.end(), EntityType.PLACE, place, confidence * name.confidence());
    }
}
