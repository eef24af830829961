package dateline.enrich.version;

import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Event;
import wire.Status;
import wire.Version;

/** What is left to say of an item that is off. */
public final class Notices {
    private Notices() {}

    /**
     * That an item is off, and why: not a word of what it said, not even the headline, which may be what was wrong.
     *
     * @param version the version that stands, or the kill; null if there is none
     * @param known what is known of the item or of its kill; only where it came from is taken from it
     */
    public static Article of(
            String id, @Nullable Version version, @Nullable Article known, Status status, String reason) {
        Article.Builder notice = Article.newBuilder()
                .setId(id)
                .setEvent(Event.KILLED)
                .setStatus(status)
                .setKillReason(reason);
        if (version != null) {
            notice.setProvider(version.getProvider())
                    .setVersion(version.getNumber())
                    .setVersionCreated(version.getCreated())
                    .setLanded(version.getLanded());
        }
        if (known != null) {
            notice.setProvider(known.getProvider())
                    .setFeed(known.getFeed())
                    .setFormat(known.getFormat())
                    .setVersion(known.getVersion())
                    .setVersionCreated(known.getVersionCreated())
                    .setUpdated(known.getUpdated())
                    .setBackfill(known.getBackfill())
                    .setLanded(known.getLanded())
                    .setRead(known.getRead())
                    .setEnriched(known.getEnriched());
        }
        return notice.build();
    }
}
