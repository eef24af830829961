package dateline.ingest.format.copy;

import dateline.ingest.format.copy.Dates.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.WireItem;

/** When an item was made, published and changed, and until when it is held: dates in the copy's words become instants here. */
final class Times {
    /** How far ahead of its landing copy may be dated; the diary of a year is, and what lies beyond is a slip. */
    private static final Duration FUTURE = Duration.ofDays(366);

    private final ZoneId zone;
    private final Instant landed;
    private final Consumer<String> note;

    private @Nullable Instant published;
    private @Nullable Instant updated;
    private @Nullable Instant created;
    private @Nullable Instant embargo;
    private boolean embargoUnread;

    /** @param note takes what people should know of dates that were dropped or completed */
    Times(RawItem raw, Consumer<String> note) {
        this.zone = zone(raw.getZone());
        this.landed = raw.getLanded();
        this.note = note;
    }

    /** The zone of times that name none: the feed's, else UTC. */
    ZoneId zone() {
        return zone;
    }

    boolean areKnown() {
        return published != null || updated != null;
    }

    boolean embargoUnread() {
        return embargoUnread;
    }

    void published(@Nullable String date) {
        if (published == null) {
            published = read(date, "publication date");
        }
    }

    void published(@Nullable Instant instant) {
        published = published == null ? instant : published;
    }

    void updated(@Nullable String date) {
        if (updated == null) {
            updated = read(date, "date of the update");
        }
    }

    void created(@Nullable String date) {
        if (created == null) {
            created = read(date, "date of the version");
        }
    }

    /** Unlike other dates, one that cannot be read is never dropped. */
    void embargo(@Nullable String date) {
        if (date != null && !date.isBlank()) {
            Moment moment = Dates.read(date, zone);
            if (moment == null) {
                embargoCannotBeRead();
            } else {
                embargo(moment.instant());
            }
        }
    }

    void embargo(Instant until) {
        embargo = embargo == null || until.isAfter(embargo) ? until : embargo;
    }

    void embargoCannotBeRead() {
        embargoUnread = true;
    }

    void into(WireItem.Builder item) {
        Instant made = created != null ? created : updated != null ? updated : published;
        item.setVersionCreated(made).setPublished(published).setUpdated(updated).setEmbargoedUntil(embargo);
    }

    private @Nullable Instant read(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Moment moment = Dates.read(text, zone);
        if (moment == null) {
            note.accept("the %s could not be read and was dropped".formatted(what));
            return null;
        }
        if (moment.instant().isAfter(landed.plus(FUTURE))) {
            note.accept("the %s lies far in the future and was dropped".formatted(what));
            return null;
        }
        if (moment.zoneAssumed()) {
            note.accept("the %s names no zone; %s was assumed".formatted(what, zone));
        }
        return moment.instant();
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
