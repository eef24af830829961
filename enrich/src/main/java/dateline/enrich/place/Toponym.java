package dateline.enrich.place;

/**
 * A name that is a place's, or says where.
 *
 * @param place the place; {@link Gazetteer#NONE} where it names none, or none that can be told
 * @param confidence 0 to 1
 * @param as what part it plays
 * @param isToss whether another place of that name in the same country is as likely, so that only the country is told
 */
record Toponym(Spot spot, int place, double confidence, As as, boolean isToss) {

    enum As {
        NAME,
        /** part of the name of something that is somewhere: Ohio in Ohio Highway Patrol */
        EVIDENCE,
        /** something else that is called like a place */
        NOTHING
    }

    boolean isName() {
        return as == As.NAME;
    }
}
