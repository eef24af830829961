package dateline.ingest.feed;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import wire.Cursor;

/** How far each feed's collector has come. A collector moves its cursor only after what that names has landed. */
public interface Cursors {

    /** The feed's cursor; null for one that never moved. */
    @Nullable
    Cursor of(String feed);

    /** Completes once the move is safe in Kafka, and exceptionally if it is not known to be; it counts at once in this process. */
    CompletableFuture<?> move(Cursor to);
}
