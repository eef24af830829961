package dateline.enrich.place;

/** What a place is. */
enum Kind {
    COUNTRY(0),
    /** a state, province or other first-order division */
    STATE(1),
    /** a county or other second-order division */
    COUNTY(2),
    CAPITAL(3),
    CITY(4),
    /** a part of a city */
    QUARTER(5),
    SEA(6),
    LAKE(7),
    RIVER(8),
    MOUNTAIN(9),
    DESERT(10),
    ISLAND(11),
    /** any other part of the world that has a name */
    AREA(12);

    private static final Kind[] ALL = values();

    private final byte code;

    Kind(int code) {
        this.code = (byte) code;
    }

    /** What the gazetteer's file has for it. */
    byte code() {
        return code;
    }

    static Kind of(byte code) {
        return ALL[code];
    }

    boolean isTown() {
        return this == CAPITAL || this == CITY || this == QUARTER;
    }

    boolean isDivision() {
        return this == STATE || this == COUNTY;
    }

    boolean isNatural() {
        return this == SEA || this == LAKE || this == RIVER || this == MOUNTAIN || this == DESERT;
    }
}
