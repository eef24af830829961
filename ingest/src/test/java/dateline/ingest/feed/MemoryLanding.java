package dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** A landing that keeps what lands, and can be told what not to acknowledge. */
public final class MemoryLanding implements Landing {
    private final List<RawItem> landed = new CopyOnWriteArrayList<>();
    private volatile @Nullable Predicate<RawItem> refused;

    @Override
    public CompletableFuture<Place> land(RawItem raw) {
        Predicate<RawItem> refuse = refused;
        if (refuse != null && refuse.test(raw)) {
            return CompletableFuture.failedFuture(new IllegalStateException("Kafka is away"));
        }
        landed.add(raw);
        return CompletableFuture.completedFuture(new Place("wire.raw", 0, landed.size() - 1L));
    }

    public void refuse(@Nullable Predicate<RawItem> what) {
        refused = what;
    }

    public List<RawItem> landed() {
        return landed;
    }

    /** What has landed, as text. */
    public List<String> texts() {
        return landed.stream()
                .map(raw -> UTF_8.decode(raw.getBytes().duplicate()).toString())
                .toList();
    }
}
