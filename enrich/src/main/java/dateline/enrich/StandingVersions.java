package dateline.enrich;

import dateline.enrich.version.Edition;
import dateline.enrich.version.Life;
import dateline.enrich.version.Turn;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Standing;

/** The step that remembers each item's standing version, holds what is embargoed, and lets it go when its time comes. */
final class StandingVersions implements ProcessorSupplier<String, Edition, String, Article> {
    private static final String STANDING = "standing-versions";
    private static final String EMBARGOES = "embargoes";
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Topics topics;

    StandingVersions(Topics topics) {
        this.topics = topics;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STANDING), Topic.KEYS, topics.kept(Standing.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(EMBARGOES), Topic.KEYS, Serdes.String()));
    }

    @Override
    public Processor<String, Edition, String, Article> get() {
        return new Step();
    }

    /** By time first, so that what is due stands at the front: an item's id after a number of fixed width. */
    private static String due(Instant when, String id) {
        return "%019d/%s".formatted(Math.max(0, when.toEpochMilli()), id);
    }

    private static final class Step implements Processor<String, Edition, String, Article> {
        private @Nullable ProcessorContext<String, Article> context;
        private @Nullable KeyValueStore<String, Standing> standing;
        private @Nullable KeyValueStore<String, String> embargoes;

        @Override
        public void init(ProcessorContext<String, Article> context) {
            this.context = context;
            standing = context.getStateStore(STANDING);
            embargoes = context.getStateStore(EMBARGOES);
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::release);
        }

        @Override
        @SuppressWarnings("NullAway") // Kafka calls init first
        public void process(Record<String, Edition> record) {
            String id = record.key();
            Standing before = standing.get(id);
            Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
            take(id, before, Life.file(before, record.value(), now), record.timestamp());
        }

        @SuppressWarnings("NullAway") // Kafka calls init first
        private void release(long now) {
            List<String> due = new ArrayList<>();
            try (KeyValueIterator<String, String> waiting =
                    embargoes.range(due(Instant.EPOCH, ""), due(Instant.ofEpochMilli(now + 1), ""))) {
                waiting.forEachRemaining(entry -> due.add(entry.key));
            }
            for (String key : due) {
                String id = embargoes.delete(key);
                Standing before = id == null ? null : standing.get(id);
                if (before != null) {
                    take(id, before, Life.wake(before, Instant.ofEpochMilli(now)), now);
                }
            }
        }

        @SuppressWarnings("NullAway") // Kafka calls init first
        private void take(String id, @Nullable Standing before, Turn turn, long timestamp) {
            if (!turn.standing().equals(before)) {
                standing.put(id, turn.standing());
            }
            if (turn.wake() != null) {
                embargoes.put(due(turn.wake(), id), id);
            }
            if (turn.shown() != null) {
                context.forward(new Record<>(id, turn.shown(), timestamp));
            }
        }
    }
}
