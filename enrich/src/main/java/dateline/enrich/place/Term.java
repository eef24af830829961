package dateline.enrich.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Place;

/** What a name in copy stands for. */
public sealed interface Term {

    /** A country by its name: Japan. */
    record Country(Place place) implements Term {}

    /** A country by the word for its people and things: Japanese. */
    record Demonym(String country) implements Term {}

    /** A city. A capital also stands for its government. */
    record City(Place place, boolean capital) implements Term {}

    /** Part of the world by name: the Sea of Japan, Africa; or a body that is one: the EU. */
    record Area(List<String> slugs, @Nullable Body body) implements Term {}

    /** An organisation: the G7. */
    record Body() implements Term {}

    /** Something else that only looks like a place: a guinea pig, Air France. */
    record NoPlace() implements Term {}
}
