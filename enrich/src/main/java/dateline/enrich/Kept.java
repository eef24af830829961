package dateline.enrich;

import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Standing;
import wire.Waiting;

/** What is kept of one item, read at most once while something is said to it, and written when it changes. */
final class Kept {
    private final String id;
    private final Stores stores;
    private @Nullable Standing standing;
    private boolean standingIsRead;
    private @Nullable Article copy;
    private boolean copyIsRead;

    /**
     * What is kept of all items, by their ids.
     *
     * @param standing what is remembered of each
     * @param copies the article of each standing version: what is held, waits, or was shown not long ago
     * @param waiting those that wait for word of their kin
     * @param wakes when to look at which again
     */
    record Stores(
            Recent<Standing> standing,
            Recent<Article> copies,
            KeyValueStore<String, Waiting> waiting,
            KeyValueStore<String, String> wakes) {}

    Kept(String id, Stores stores) {
        this.id = id;
        this.stores = stores;
    }

    @Nullable
    Standing standing() {
        if (!standingIsRead) {
            standing = stores.standing.get(id);
            standingIsRead = true;
        }
        return standing;
    }

    void stand(Standing after) {
        if (!after.equals(standing())) {
            stores.standing.put(id, after);
            standing = after;
        }
    }

    @Nullable
    Article copy() {
        if (!copyIsRead) {
            copy = stores.copies.get(id);
            copyIsRead = true;
        }
        return copy;
    }

    void copy(Article article) {
        stores.copies.put(id, article);
        copy = article;
        copyIsRead = true;
    }

    void putCopyAway() {
        stores.copies.delete(id);
        copy = null;
        copyIsRead = true;
    }

    @Nullable
    Waiting waiting() {
        return stores.waiting.get(id);
    }

    void waitFor(Waiting answers) {
        stores.waiting.put(id, answers);
    }

    void waitNoMore() {
        stores.waiting.delete(id);
    }

    /** To be looked at again then. */
    void wake(Wake.Why why, Instant at, String digest) {
        stores.wakes.put(new Wake(why, id, "").key(at), digest);
    }
}
