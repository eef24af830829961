package dateline.enrich.place;

/**
 * A name that is a place's, or says where.
 *
 * @param place the place; {@link Gazetteer#NONE} where it names none, or none that can be told
 * @param confidence 0 to 1
 */
record Toponym(Spot spot, int place, double confidence) {}
