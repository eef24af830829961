package dateline.enrich.tag;

import dateline.enrich.credit.WireCopy;
import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import dateline.enrich.entity.LinearTagger;
import dateline.enrich.entity.Name;
import dateline.enrich.entity.Tagger;
import dateline.enrich.language.Languages;
import dateline.enrich.place.Atlas;
import dateline.enrich.place.Gazetteer;
import dateline.enrich.place.Regions;
import dateline.enrich.place.Weighed;
import dateline.enrich.place.Where;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.Place;

/** Reads a text and tags it. Stateless but for its lists, and safe for many threads. Never throws for bad input. */
public final class Annotator {
    /** More names than any story holds; each takes more room in an article than in its text. */
    static final int MOST_ENTITIES = 5_000;

    private final Gazetteer gazetteer;
    private final Atlas atlas;
    private final Datelines datelines;
    private final Tagger tagger;

    /** An annotator with what ships with the program. */
    public Annotator() {
        this(Regions.shipped(), null, new LinearTagger());
    }

    /**
     * @param regions those that articles are sorted into
     * @param places a places file; null for the one that ships
     * @param tagger finds names
     */
    public Annotator(Regions regions, @Nullable Path places, Tagger tagger) {
        gazetteer = new Gazetteer(places);
        this.tagger = tagger;
        atlas = new Atlas(gazetteer, regions);
        datelines = new Datelines(gazetteer::knows);
    }

    /** Tags a text of which nothing else is known. */
    public Annotation annotate(String text, String headline, @Nullable String language) {
        return annotate(text, headline, language, null);
    }

    /**
     * Tags a text.
     *
     * @param home country (US) or state (US-OH) that the copy is for; null if nobody says
     */
    public Annotation annotate(String text, String headline, @Nullable String language, @Nullable String home) {
        return annotate(text, headline, language, null, List.of(), home);
    }

    /**
     * Takes a text apart, tells its language and where it was filed, and tags nothing: most of the time goes into that.
     *
     * @param text one paragraph a line
     * @param headline plain text; empty if there is none beside the text
     * @param language what its source said (BCP 47); null if nothing
     */
    public Annotation read(String text, String headline, @Nullable String language) {
        WireCopy copy = WireCopy.read(text, headline, datelines);
        String spoken = Languages.of(copy.body().isBlank() ? copy.headline() : copy.body(), language);
        FiledFrom line = copy.dateline();
        Dateline dateline = null;
        if (line != null) {
            Filed from = Filed.of(line);
            var story = new Atlas.Story(
                    copy.headline(), copy.body(), spoken, List.of(), from.place(), from.within(), List.of(), null);
            dateline = resolved(from, atlas.read(story).filedFrom());
        }
        return new Annotation(copy, spoken, dateline, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Tags a text.
     *
     * @param text one paragraph a line
     * @param headline plain text; empty if there is none beside the text
     * @param language what the wire said (BCP 47); null if nothing
     * @param filed the dateline, where the wire gave one of its own
     * @param places names of places that the wire gave
     * @param home country (US) or state (US-OH) that the copy is for; null if nobody says
     */
    Annotation annotate(
            String text,
            String headline,
            @Nullable String language,
            @Nullable Dateline filed,
            List<String> places,
            @Nullable String home) {
        WireCopy copy = WireCopy.read(text, headline, datelines);
        String spoken = Languages.of(copy.body().isBlank() ? copy.headline() : copy.body(), language);
        List<Name> names = tagger.names(copy.headline(), copy.body(), spoken);
        FiledFrom line = copy.dateline();
        Filed from = filed != null ? Filed.of(filed) : line == null ? null : Filed.of(line);
        Where where = atlas.read(new Atlas.Story(
                copy.headline(),
                copy.body(),
                spoken,
                names,
                from == null ? null : from.place(),
                from == null ? null : from.within(),
                places,
                home));
        Dateline dateline = from == null ? null : resolved(from, where.filedFrom());
        return new Annotation(
                copy,
                spoken,
                dateline,
                Entities.of(copy, names, where).stream().limit(MOST_ENTITIES).toList(),
                codes(where.countries()),
                where.countries().stream().map(Weighed::score).toList(),
                codes(where.regions()));
    }

    private static List<String> codes(List<Weighed> about) {
        return about.stream().map(Weighed::code).toList();
    }

    /**
     * Where it was filed, as the line says it.
     *
     * @param said the line, its place perhaps not resolved
     * @param place the name of the place; null if it names none
     * @param within the country or state beside it; null if none stands there
     */
    private record Filed(
            Dateline said, @Nullable String place, @Nullable String within) {

        /** A line that opened the text. */
        static Filed of(FiledFrom line) {
            return new Filed(
                    Dateline.newBuilder()
                            .setText(line.text())
                            .setOtherPlaces(line.places().stream()
                                    .skip(1)
                                    .map(FiledFrom.Spot::name)
                                    .toList())
                            .setDate(line.day() == null ? null : line.day().toString())
                            .setAgency(line.agency())
                            .build(),
                    line.place(),
                    line.within());
        }

        /** The line that a wire gave may say more than the name: "Karuizawa, Japan (Reportase One)". */
        static Filed of(Dateline filed) {
            String name = filed.getPlaceName();
            String line = name == null || filed.getText().startsWith(name) ? filed.getText() : name;
            String[] parts = line.split("[(,]", 3);
            String place = name == null ? parts[0].strip() : name;
            return new Filed(filed, place.isEmpty() ? name : place, parts.length > 1 ? parts[1].strip() : null);
        }
    }

    private Dateline resolved(Filed from, @Nullable Place told) {
        if (from.said().getPlace() != null) {
            return from.said();
        }
        // Where the gazetteer does not know the place, it may know the country beside it.
        Place place = told == null && from.place() != null ? gazetteer.place(from.place(), from.within()) : told;
        return Dateline.newBuilder(from.said())
                .setPlaceName(from.place())
                .setPlace(place)
                .build();
    }
}
