package dateline.enrich.tag;

import dateline.enrich.credit.WireCopy;
import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.language.Languages;
import dateline.enrich.place.Aboutness;
import dateline.enrich.place.Gazetteer;
import dateline.enrich.place.Mention;
import dateline.enrich.place.Mentions;
import dateline.enrich.place.Regions;
import dateline.enrich.place.Term;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.Entity;
import wire.EntityType;
import wire.Part;
import wire.Place;

/** Reads a text and tags it. Stateless but for its lists, and safe for many threads. Never throws for bad input. */
public final class Annotator {
    /** More names than any story holds; each takes more room in an article than in its text. */
    static final int MOST_ENTITIES = 5_000;

    private static final double SURE = 0.9;
    private static final double LIKELY = 0.7;

    private final Gazetteer gazetteer = new Gazetteer();
    private final Regions regions = Regions.shipped();
    private final Mentions mentions = new Mentions(gazetteer, regions);
    private final Datelines datelines = new Datelines(gazetteer::knows);

    /** Tags a text of which nothing else is known. */
    public Annotation annotate(String text, String headline, @Nullable String language) {
        return annotate(text, headline, language, null, List.of());
    }

    /**
     * Tags a text.
     *
     * @param text one paragraph a line
     * @param headline plain text; empty if there is none beside the text
     * @param language what the wire said (BCP 47); null if nothing
     * @param filed the dateline, where the wire gave one of its own
     * @param places names of places that the wire gave
     */
    Annotation annotate(
            String text, String headline, @Nullable String language, @Nullable Dateline filed, List<String> places) {
        WireCopy copy = WireCopy.read(text, headline, datelines);
        String spoken = Languages.of(copy.body().isBlank() ? copy.headline() : copy.body(), language);
        Dateline dateline = filed == null ? resolved(copy.dateline()) : resolved(filed);
        List<Mention> inHeadline = mentions.in(copy.headline(), spoken);
        List<Mention> inBody = mentions.in(copy.body(), spoken);

        var about = new Aboutness(regions);
        about.headline(inHeadline);
        about.body(inBody, lede(copy.body()));
        if (dateline != null && dateline.getPlace() != null) {
            about.filedFrom(dateline.getPlace().getCountry());
        }
        for (String place : places) {
            String country = gazetteer.country(place);
            if (country != null) {
                about.filed(country);
            }
        }

        List<Entity> entities = Stream.concat(
                        inHeadline.stream().map(mention -> entity(copy.headline(), Part.HEADLINE, mention)),
                        inBody.stream().map(mention -> entity(copy.body(), Part.BODY, mention)))
                .limit(MOST_ENTITIES)
                .toList();
        return new Annotation(copy, spoken, dateline, entities, about.countries(), about.regions());
    }

    private static int lede(String body) {
        int newline = body.indexOf('\n');
        return newline < 0 ? body.length() : newline;
    }

    private @Nullable Dateline resolved(@Nullable FiledFrom filed) {
        if (filed == null) {
            return null;
        }
        String name = filed.place();
        return Dateline.newBuilder()
                .setText(filed.text())
                .setPlaceName(name)
                .setPlace(name == null ? null : gazetteer.place(name, filed.within()))
                .setOtherPlaces(filed.places().stream()
                        .skip(1)
                        .map(FiledFrom.Spot::name)
                        .toList())
                .setDate(filed.day() == null ? null : filed.day().toString())
                .setAgency(filed.agency())
                .build();
    }

    private Dateline resolved(Dateline filed) {
        if (filed.getPlace() != null) {
            return filed;
        }
        String name = filed.getPlaceName();
        // The line may say more than the name: "Karuizawa, Japan (Reportase One)".
        String line = name == null || filed.getText().startsWith(name) ? filed.getText() : name;
        String[] parts = line.split("[(,]", 3);
        String place = name == null ? parts[0].strip() : name;
        String within = parts.length > 1 ? parts[1].strip() : null;
        Place known = gazetteer.place(place, within);
        return Dateline.newBuilder(filed)
                .setPlaceName(place.isEmpty() ? name : place)
                .setPlace(known == null && within != null ? gazetteer.place(place, null) : known)
                .build();
    }

    private static Entity entity(String text, Part part, Mention mention) {
        Entity.Builder entity = Entity.newBuilder()
                .setText(text.substring(mention.start(), mention.end()))
                .setPart(part)
                .setStart(mention.start())
                .setEnd(mention.end());
        return switch (mention.term()) {
            case Term.Country(var place) -> placed(entity, place, SURE);
            case Term.City(var place, var capital) -> placed(entity, place, capital ? SURE : LIKELY);
            case Term.Demonym(var country) ->
                entity.setType(EntityType.MISC).setConfidence(SURE).build();
            case Term.Area(var slugs, var body) ->
                entity.setType(body == null ? EntityType.PLACE : EntityType.ORG)
                        .setConfidence(LIKELY)
                        .build();
            case Term.Body() ->
                entity.setType(EntityType.ORG).setConfidence(SURE).build();
            case Term.NoPlace() -> throw new IllegalStateException("what is no place was mentioned as one");
        };
    }

    private static Entity placed(Entity.Builder entity, Place place, double confidence) {
        return entity.setType(EntityType.PLACE)
                .setPlace(place)
                .setConfidence(confidence)
                .build();
    }
}
