package dateline.enrich.tag;

import dateline.enrich.credit.WireCopy;
import dateline.enrich.entity.Name;
import dateline.enrich.place.Where;
import dateline.enrich.place.Where.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wire.Entity;
import wire.EntityType;
import wire.Part;

/**
 * Makes one list of what the tagger of names and the atlas found. A place takes the bounds that the tagger gave its name; a place
 * within another name, as in "University of Ghana", is that name's; where both see the same words and the atlas is for a place, it is one.
 */
final class Entities {
    private static final Comparator<Entity> IN_ORDER =
            Comparator.comparing(Entity::getPart).thenComparingInt(Entity::getStart);

    private Entities() {}

    static List<Entity> of(WireCopy copy, List<Name> names, Where where) {
        List<Entity> entities = new ArrayList<>();
        List<Mention> mentions = where.mentions();
        List<Mention> denied = where.denied();
        int deniedNext = 0;
        int next = 0;
        for (Name name : names) {
            while (next < mentions.size() && isBefore(mentions.get(next), name)) {
                entities.add(entity(copy, mentions.get(next++)));
            }
            if (isCovered(entities, name)) {
                continue;
            }
            int end = next;
            while (end < mentions.size() && overlaps(mentions.get(end), name)) {
                end++;
            }
            while (deniedNext < denied.size() && isBefore(denied.get(deniedNext), name)) {
                deniedNext++;
            }
            boolean isDenied = deniedNext < denied.size() && isWithin(name, denied.get(deniedNext));
            if (name.type() != EntityType.PLACE || end > next || !isDenied) {
                entities.addAll(both(copy, name, mentions.subList(next, end)));
            }
            next = end;
        }
        mentions.subList(next, mentions.size()).forEach(mention -> entities.add(entity(copy, mention)));
        entities.sort(IN_ORDER);
        return entities;
    }

    private static boolean isBefore(Mention mention, Name name) {
        int parts = mention.part().compareTo(name.part());
        return parts < 0 || (parts == 0 && mention.end() <= name.start());
    }

    private static boolean isWithin(Name name, Mention mention) {
        return mention.part() == name.part() && mention.start() <= name.start() && mention.end() >= name.end();
    }

    private static boolean overlaps(Mention mention, Name name) {
        return mention.part() == name.part() && mention.start() < name.end() && mention.end() > name.start();
    }

    /** A place may be longer than the name that the tagger saw the beginning of; the rest of it is no name again. */
    private static boolean isCovered(List<Entity> entities, Name name) {
        if (entities.isEmpty()) {
            return false;
        }
        Entity last = entities.getLast();
        return last.getPart() == name.part() && last.getEnd() > name.start();
    }

    private static List<Entity> both(WireCopy copy, Name name, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return List.of(entity(copy, name));
        }
        List<Mention> places = mentions.stream()
                .filter(mention -> mention.type() == EntityType.PLACE)
                .toList();
        if (name.type() == EntityType.PLACE) {
            return places.size() == 1
                    ? List.of(entity(copy, span(name, places.getFirst())))
                    : places.isEmpty()
                            ? List.of(entity(copy, name))
                            : places.stream().map(place -> entity(copy, place)).toList();
        }
        if (places.size() > 1 && covered(places) >= name.end() - name.start()) {
            return places.stream().map(place -> entity(copy, place)).toList();
        }
        for (Mention mention : mentions) {
            boolean whole = mention.start() <= name.start() && mention.end() >= name.end();
            if (whole && (mention.type() == EntityType.PLACE || mention.type() != name.type())) {
                return List.of(entity(copy, mention));
            }
        }
        return List.of(entity(copy, name));
    }

    /** The letters of places, and the hyphens between them: "Japan-US" is two. */
    private static int covered(List<Mention> places) {
        return places.stream().mapToInt(place -> place.end() - place.start()).sum() + places.size() - 1;
    }

    private static Mention span(Name name, Mention place) {
        return new Mention(
                place.part(),
                Math.min(name.start(), place.start()),
                Math.max(name.end(), place.end()),
                place.type(),
                place.place(),
                place.confidence());
    }

    private static Entity entity(WireCopy copy, Mention mention) {
        return new Entity(
                mention.type(),
                text(copy, mention.part(), mention.start(), mention.end()),
                mention.part(),
                mention.start(),
                mention.end(),
                mention.confidence(),
                null,
                mention.place());
    }

    private static Entity entity(WireCopy copy, Name name) {
        return new Entity(
                name.type(),
                text(copy, name.part(), name.start(), name.end()),
                name.part(),
                name.start(),
                name.end(),
                name.confidence(),
                name.role(),
                null);
    }

    private static String text(WireCopy copy, Part part, int start, int end) {
        return (part == Part.HEADLINE ? copy.headline() : copy.body()).substring(start, end);
    }
}
