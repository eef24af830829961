package dateline.enrich.place;

import dateline.enrich.entity.Name;
import dateline.enrich.place.Toponym.As;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;
import wire.Place;

/** Reads where a story is. Stateless but for its lists, and safe for many threads. Never throws for bad input. */
public final class Atlas {
    private static final double SURE = 0.9;
    private static final double LIKELY = 0.7;
    /** Letters; a body of one long paragraph is not all lede. */
    private static final int LONGEST_LEDE = 400;

    private final Gazetteer gazetteer;
    private final Regions regions;
    private final Spotter spotter;
    private final Placehood placehood;
    private final Resolver resolver;

    public Atlas(Gazetteer gazetteer, Regions regions) {
        this.gazetteer = gazetteer;
        this.regions = regions;
        spotter = new Spotter(gazetteer, new Lexicon(regions));
        placehood = new Placehood(gazetteer);
        resolver = new Resolver(gazetteer);
    }

    /**
     * A story as far as it is known.
     *
     * @param headline plain text; empty if there is none
     * @param body one paragraph a line
     * @param language BCP 47; null where it cannot be told
     * @param names what the tagger of names found in headline and body; empty if none looked
     * @param filedFrom the place in its dateline; null if it has none
     * @param within the country or state beside that place; null if none stands there
     * @param places places that the wire says it is about
     * @param home country (US) or first-order division (US-OH) that the feed serves; null if it serves no place above others
     */
    public record Story(
            String headline,
            String body,
            @Nullable String language,
            List<Name> names,
            @Nullable String filedFrom,
            @Nullable String within,
            List<String> places,
            @Nullable String home) {}

    /** Reads a story. */
    public Where read(Story story) {
        var headline = new Words(story.headline());
        var body = new Words(story.body());
        List<Spot> spots = filed(story);
        int filed = spots.size();
        spots.addAll(spotter.in(Part.HEADLINE, headline, story.language()));
        spots.addAll(spotter.in(Part.BODY, body, story.language()));
        String home = story.home() == null ? null : story.home().replace('-', '.');
        List<Toponym> all = resolver.resolve(spots, home, placehood.new Reading(headline, body, story.names()));
        int filedFrom = filed == 0 ? Gazetteer.NONE : all.getFirst().place();
        List<Toponym> toponyms = all.subList(filed, all.size());

        int newline = story.body().indexOf('\n');
        int lede = Math.min(LONGEST_LEDE, newline < 0 ? story.body().length() : newline);
        var about = new Aboutness(gazetteer, regions, lede, story.body().length());
        toponyms.stream().filter(toponym -> toponym.as() != As.NOTHING).forEach(about::count);
        if (filedFrom != Gazetteer.NONE) {
            about.filedFrom(gazetteer.places().country(filedFrom));
        }
        for (String place : story.places()) {
            String country = gazetteer.country(place);
            if (country != null) {
                about.filed(country);
            }
        }
        List<Where.Mention> mentions = new ArrayList<>(
                toponyms.stream().filter(Toponym::isName).map(this::mention).toList());
        mentions.addAll(new Guesses(gazetteer, toponyms).of(story));
        mentions.sort(Comparator.comparing(Where.Mention::part).thenComparingInt(Where.Mention::start));
        List<Where.Mention> denied = toponyms.stream()
                .filter(toponym -> toponym.as() == As.NOTHING)
                .map(this::mention)
                .toList();
        return new Where(
                filedFrom == Gazetteer.NONE ? null : gazetteer.asPlace(filedFrom),
                List.copyOf(mentions),
                denied,
                about.countries(),
                about.regions());
    }

    /** The names in the dateline, the place itself first; none if the gazetteer does not know it. */
    private List<Spot> filed(Story story) {
        List<Spot> filed = new ArrayList<>();
        if (story.filedFrom() != null) {
            String within = story.within();
            String line = within == null ? story.filedFrom() : story.filedFrom() + ", " + within;
            List<Spot> spots = spotter.in(Part.HEADLINE, new Words(line), story.language());
            // What is known must be all of the name, or it is another place.
            if (!spots.isEmpty()
                    && spots.getFirst().start() == 0
                    && spots.getFirst().end()
                            >= story.filedFrom().stripTrailing().length() - 1
                    && spots.stream().allMatch(spot -> spot.candidates().length > 0)) {
                spots.forEach(spot -> filed.add(spot.filed()));
            }
        }
        return filed;
    }

    private Place place(Toponym toponym) {
        Place place = gazetteer.asPlace(toponym.place());
        return toponym.isToss() ? new Place(place.getName(), place.getCountry(), null, null, null) : place;
    }

    private Where.Mention mention(Toponym toponym) {
        Spot spot = toponym.spot();
        EntityType type = EntityType.PLACE;
        double confidence = toponym.confidence();
        if (toponym.place() == Gazetteer.NONE) {
            confidence = LIKELY;
            switch (spot.term()) {
                case Term.Demonym demonym -> {
                    type = EntityType.MISC;
                    confidence = SURE;
                }
                case Term.Seat seat -> type = EntityType.ORG;
                case Term.Body body -> {
                    type = EntityType.ORG;
                    confidence = SURE;
                }
                case Term.Region(var slugs, var as) ->
                    type = switch (as) {
                        case PLACE -> EntityType.PLACE;
                        case ADJECTIVE -> EntityType.MISC;
                        case BODY -> EntityType.ORG;
                    };
                case null, default -> {}
            }
        }
        return new Where.Mention(
                spot.part(),
                spot.start(),
                spot.end(),
                type,
                toponym.place() == Gazetteer.NONE ? null : place(toponym),
                Math.min(1, Math.max(0, confidence)));
    }
}
