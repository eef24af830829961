package dateline.ingest;

import dateline.ingest.feed.Cursors;
import dateline.schemas.Topic;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import wire.Cursor;

/** Cursors on wire.cursors, a compacted topic. */
final class KafkaCursors implements Cursors {
    private final Map<String, Cursor> cursors = new ConcurrentHashMap<>();
    private final Producer<String, byte[]> producer;
    private final Topic<Cursor> topic;
    private final Clock clock;

    /** @param remembered the cursors as they were when the last process stopped */
    KafkaCursors(Producer<String, byte[]> producer, Topic<Cursor> topic, Clock clock, Map<String, Cursor> remembered) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
        cursors.putAll(remembered);
    }

    @Override
    public @Nullable Cursor of(String feed) {
        return cursors.get(feed);
    }

    @Override
    public CompletableFuture<?> move(Cursor to) {
        cursors.put(to.getFeed(), to);
        return KafkaLanding.send(producer, topic, to.getFeed(), clock.millis(), to);
    }
}
