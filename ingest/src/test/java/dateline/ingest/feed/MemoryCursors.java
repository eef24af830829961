package dateline.ingest.feed;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import wire.Cursor;

/** Cursors that are kept for as long as a test lasts. */
public final class MemoryCursors implements Cursors {
    private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();

    @Override
    public @Nullable Cursor of(String feed) {
        return cursors.get(feed);
    }

    @Override
    public CompletableFuture<?> move(Cursor to) {
        cursors.put(to.getFeed(), to);
        return CompletableFuture.completedFuture(to);
    }
}
