package dateline.enrich.entity;

import wire.EntityType;

/**
 * What a token is in a name: outside all (0), or for each of the four types the first of several tokens, one amid, the last,
 * or the only one.
 */
public final class Label {
    public static final int OUTSIDE = 0;
    public static final int COUNT = 17;

    static final int FIRST = 0;
    static final int AMID = 1;
    static final int LAST = 2;
    static final int ONLY = 3;

    private static final EntityType[] TYPES = {EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.MISC};

    /** For each label, those that may stand before it, as bits. */
    private static final int[] BEFORE = new int[COUNT];

    /** Those that may end a name or stand outside, as bits: what may come before a name and after it. */
    static final int CLOSED;

    static {
        int closed = 1;
        for (int type = 0; type < TYPES.length; type++) {
            closed |= 1 << of(type, LAST) | 1 << of(type, ONLY);
        }
        CLOSED = closed;
        for (int label = 0; label < COUNT; label++) {
            int position = label == OUTSIDE ? ONLY : (label - 1) % 4;
            int type = label == OUTSIDE ? 0 : (label - 1) / 4;
            BEFORE[label] = position == FIRST || position == ONLY ? closed : 1 << of(type, FIRST) | 1 << of(type, AMID);
        }
    }

    private Label() {}

    /** The label of a type (by its number) at a position. */
    static int of(int type, int position) {
        return 1 + 4 * type + position;
    }

    /** The label of a token in a name of so many tokens. */
    public static int of(EntityType type, int token, int tokens) {
        int number = number(type);
        if (tokens == 1) {
            return of(number, ONLY);
        }
        return of(number, token == 0 ? FIRST : token == tokens - 1 ? LAST : AMID);
    }

    static int number(EntityType type) {
        return switch (type) {
            case PERSON -> 0;
            case ORG -> 1;
            case PLACE -> 2;
            case MISC -> 3;
        };
    }

    static EntityType type(int label) {
        return TYPES[(label - 1) / 4];
    }

    static boolean opens(int label) {
        return label != OUTSIDE && (label - 1) % 4 % 3 == 0;
    }

    static boolean closes(int label) {
        return label != OUTSIDE && (label - 1) % 4 >= LAST;
    }

    static int before(int label) {
        return BEFORE[label];
    }

    /** All labels of a type, as bits. */
    public static int all(EntityType type) {
        return 0b1111 << of(number(type), FIRST);
    }
}
