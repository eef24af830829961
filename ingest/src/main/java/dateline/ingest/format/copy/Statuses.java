package dateline.ingest.format.copy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wire.Status;

/** The IPTC's publishing status (NewsCodes "pubstatusg2", "nstat"), however it is spelled. */
public final class Statuses {
    private Statuses() {}

    /** @param said a word, a qcode or a URI that ends in one; null where it says nothing of usability */
    public static @Nullable Status of(@Nullable String said) {
        if (said == null) {
            return null;
        }
        String plain = said.strip().toLowerCase(Locale.ROOT);
        return switch (plain.substring(Math.max(plain.lastIndexOf(':'), plain.lastIndexOf('/')) + 1)) {
            case "usable", "embargoed", "published", "publish", "updated", "corrected" -> Status.USABLE;
            case "withheld", "hold", "held", "unpublished" -> Status.WITHHELD;
            case "canceled", "cancelled", "cancel", "killed", "kill", "withdrawn", "deleted", "recalled" ->
                Status.CANCELED;
            default -> null;
        };
    }
}
