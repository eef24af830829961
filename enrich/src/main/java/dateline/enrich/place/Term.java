package dateline.enrich.place;

import java.util.List;

/** What a name stands for, beside a place. */
public sealed interface Term {

    /** A country by the word for its people and things: Japanese. */
    record Demonym(String country) implements Term {}

    /** A country by what stands for its government: the Kremlin. */
    record Seat(String country) implements Term {}

    /**
     * A part of the world: the Sea of Japan, African; or a body that is one: the EU.
     *
     * @param slugs the regions named
     * @param as what it is as a name
     */
    record Region(List<String> slugs, As as) implements Term {}

    /** What a region's name is itself. */
    enum As {
        PLACE,
        ADJECTIVE,
        BODY
    }

    /** An organisation: the IMF. */
    record Body() implements Term {}

    /** Something else that only looks like a place: a guinea pig, Air France. */
    record NoPlace() implements Term {}
}
