package dateline.sink;

import java.util.List;
import java.util.Set;
import wire.Article;
import wire.Event;
import wire.Status;

/**
 * What enrich may write of an item, as far as the router cares. Even a kill has all its text here, which the router must drop.
 *
 * @param version any number; equal numbers are the same version only if all else is equal too
 * @param superseded whether another item took its place
 * @param copy whether it is a copy of another item
 */
record Filed(
        String id,
        int version,
        Set<String> regions,
        Set<String> countries,
        Fate fate,
        boolean superseded,
        boolean copy,
        boolean backfill) {
    static final String HEADLINE = "HEADLINE";
    static final String BODY = "BODY";

    enum Fate {
        USABLE(Event.REVISED, Status.USABLE),
        WITHHELD(Event.REVISED, Status.WITHHELD),
        TAKEN_OFF(Event.KILLED, Status.WITHHELD),
        KILLED(Event.KILLED, Status.CANCELED);

        private final Event event;
        private final Status status;

        Fate(Event event, Status status) {
            this.event = event;
            this.status = status;
        }

        boolean isOff() {
            return event == Event.KILLED;
        }
    }

    Article article() {
        return Copy.article(id)
                .setVersion(String.valueOf(version))
                .setEvent(fate.event)
                .setStatus(fate.status)
                .setHeadline(HEADLINE + version)
                .setSlugline(HEADLINE + version)
                .setKeywords(List.of(HEADLINE))
                .setBodyText(BODY + version)
                .setBodyHtml("<p>" + BODY + version)
                .setLinks(List.of("https://example.org/" + BODY))
                .setRegions(List.copyOf(regions))
                .setCountries(List.copyOf(countries))
                .setSupersededBy(superseded ? "other" : null)
                .setCopyOf(copy ? "original" : null)
                .setBackfill(backfill)
                .build();
    }
}
