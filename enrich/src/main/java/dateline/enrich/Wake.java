package dateline.enrich;

import java.time.Instant;

/**
 * When to look at an item again, and why.
 *
 * @param why what is due then
 * @param id the item's id
 * @param digest the version that is meant; empty if any is
 */
record Wake(Why why, String id, String digest) {
    enum Why {
        /** its embargo ends */
        RELEASE,
        /** its copy need not be at hand any longer */
        PUT_AWAY,
        /** its kill is to be forgotten by the topics */
        FORGET
    }

    /** By time first, so that what is due stands at the front: after a number of fixed width. */
    static String at(Instant when) {
        return "%019d/".formatted(Math.max(0, when.toEpochMilli()));
    }

    /** Its key in the store. */
    String key(Instant when) {
        return at(when) + why + "/" + id;
    }

    /** As it was read from the store. */
    static Wake of(String key, String digest) {
        int why = key.indexOf('/') + 1;
        int id = key.indexOf('/', why) + 1;
        return new Wake(Why.valueOf(key.substring(why, id - 1)), key.substring(id), digest);
    }
}
