package dateline.enrich;

import dateline.enrich.kin.Kinfolk;
import dateline.enrich.version.Edition;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import wire.Article;
import wire.KillOrder;
import wire.KinFound;
import wire.Retelling;
import wire.Standing;
import wire.Superseding;
import wire.Waiting;

/** The step that leads each item's life: remembers what stands, holds what must wait, and says what is to be seen. */
final class ItemLives implements ProcessorSupplier<String, Matter, String, Said> {
    private static final String STANDING = "standing-versions";
    private static final String COPIES = "copies";
    private static final String WAITING = "waiting-for-kin";
    private static final String WAKES = "wakes";
    /** An embargo ends within a second of its time; what comes after this step takes the rest of it. */
    private static final Duration TICK = Duration.ofMillis(200);

    /** After this time without an answer an article is shown as it is; the answer is heeded when it comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Topics topics;
    private final EnrichConfig config;
    private final int shares;

    ItemLives(Topics topics, EnrichConfig config, int shares) {
        this.topics = topics;
        this.config = config;
        this.shares = shares;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        // In one order, for a document of the topology holds it.
        return new LinkedHashSet<>(List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STANDING), Topic.KEYS, topics.kept(Standing.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(COPIES), Topic.KEYS, topics.kept(Article.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(WAITING), Topic.KEYS, topics.kept(Waiting.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(WAKES), Topic.KEYS, Serdes.String())));
    }

    @Override
    public Processor<String, Matter, String, Said> get() {
        return new Step();
    }

    // Kafka calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    private final class Step implements Processor<String, Matter, String, Said> {
        private ProcessorContext<String, Said> context;
        private KeyValueStore<String, Waiting> waiting;
        private KeyValueStore<String, String> wakes;
        private Kept.Stores stores;

        @Override
        public void init(ProcessorContext<String, Said> started) {
            context = started;
            waiting = started.getStateStore(WAITING);
            wakes = started.getStateStore(WAKES);
            stores = new Kept.Stores(
                    new Recent<>(started.getStateStore(STANDING)),
                    new Recent<>(started.getStateStore(COPIES)),
                    waiting,
                    wakes);
            started.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::wake);
            started.schedule(BETWEEN_LOOKS, PunctuationType.WALL_CLOCK_TIME, this::giveUpWaiting);
        }

        @Override
        public void process(Record<String, Matter> record) {
            ItemLife life = life(record.key(), context.currentSystemTimeMs(), record.timestamp());
            switch (record.value()) {
                case Matter.Filed(Edition edition) -> life.file(edition);
                case Matter.Noticed(var notice) -> {
                    switch (notice.getWord()) {
                        case KinFound found -> life.meet(found);
                        case KillOrder order -> life.kill(order);
                        case Superseding superseding -> life.giveWay(superseding);
                        case Retelling retelling -> life.retell(retelling);
                        default -> throw new IllegalStateException("a notice that is none: " + notice.getWord());
                    }
                }
            }
        }

        private void wake(long now) {
            List<KeyValue<String, String>> due = new ArrayList<>();
            try (KeyValueIterator<String, String> entries =
                    wakes.range(Wake.at(Instant.EPOCH), Wake.at(Instant.ofEpochMilli(now + 1)))) {
                entries.forEachRemaining(due::add);
            }
            for (KeyValue<String, String> entry : due) {
                wakes.delete(entry.key);
                Wake wake = Wake.of(entry.key, entry.value);
                life(wake.id(), now, filed(wake.id(), now)).wake(wake);
            }
        }

        private void giveUpWaiting(long now) {
            List<String> tired = new ArrayList<>();
            try (KeyValueIterator<String, Waiting> entries = waiting.all()) {
                entries.forEachRemaining(entry -> {
                    if (entry.value.getSince().plus(PATIENCE).toEpochMilli() < now) {
                        tired.add(entry.key);
                    }
                });
            }
            tired.forEach(id -> life(id, now, filed(id, now)).stopWaiting());
        }

        /** A record bears its provider's time, whenever it is that it is let go. */
        private long filed(String id, long now) {
            Article copy = stores.copies().get(id);
            return copy == null ? now : Kinfolk.filed(copy).toEpochMilli();
        }

        private ItemLife life(String id, long now, long timestamp) {
            return new ItemLife(
                    id,
                    Instant.ofEpochMilli(now),
                    stores,
                    config,
                    shares,
                    (key, said) -> context.forward(new Record<>(key, said, timestamp)));
        }
    }
}
