package dateline.ingest.format.copy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Status;

/** Orders to editors that stand in the copy itself: kills and embargoes. */
public final class Orders {
    /** Only the head of a text holds orders, in paragraphs. */
    private static final int HEAD = 3;

    /** A longer paragraph than this says more than its order, in characters. */
    private static final int LONGEST_ORDER = 140;

    private Orders() {}

    /** What a line orders. */
    public enum Order {
        NONE,
        EMBARGO,
        KILL
    }

    /**
     * Puts what a line orders into the draft.
     *
     * @param filed when the copy was filed, for days without a year; null where it is not known
     * @param zone the feed's zone, for times without one; null where none is configured
     */
    public static Order read(String line, Draft draft, @Nullable Instant filed, @Nullable ZoneId zone) {
        boolean kill = Kills.ordered(line);
        if (kill) {
            draft.status(Status.CANCELED).note("a kill by a line to editors");
            Kills.named(line).forEach(draft::kills);
        }
        return switch (Embargoes.read(line, filed, zone)) {
            case Embargoes.Word.None none -> kill ? Order.KILL : Order.NONE;
            case Embargoes.Word.Until(Instant until) -> {
                draft.embargo(until);
                yield Order.EMBARGO;
            }
            case Embargoes.Word.Unreadable unreadable -> {
                draft.embargoUnread();
                yield Order.EMBARGO;
            }
        };
    }

    /**
     * Puts what the head of a text orders into the draft.
     *
     * @return the paragraphs without those that only say when the others may be used, which are notes to editors
     */
    public static List<String> readHead(
            List<String> paragraphs, Draft draft, @Nullable Instant filed, @Nullable ZoneId zone) {
        var rest = new ArrayList<String>(paragraphs.size());
        for (String paragraph : paragraphs) {
            boolean head = rest.size() < HEAD;
            Order order = head ? read(paragraph, draft, filed, zone) : Order.NONE;
            if (order == Order.EMBARGO && paragraph.length() <= LONGEST_ORDER && paragraphs.size() > 1) {
                draft.ednote(paragraph);
            } else {
                rest.add(paragraph);
            }
        }
        return rest;
    }

    /** Puts a kill into the draft that a slug or headline expresses. */
    public static void readSlug(@Nullable String slug, Draft draft) {
        if (slug != null && (Kills.inSlug(slug) || Kills.ordered(slug))) {
            draft.status(Status.CANCELED).note("a kill by its slug or headline");
            draft.kills(Kills.subject(slug));
        }
    }
}
