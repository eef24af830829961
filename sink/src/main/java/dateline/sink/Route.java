package dateline.sink;

import dateline.schemas.UnusableRecordException;
import dateline.sink.route.Delivery;
import dateline.sink.route.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Article;
import wire.Routes;

/**
 * Routes each article as it comes. From its start on, between articles, it reviews the items that were routed by rules that
 * are not today's: each once, for its routes say by which rules they were made, in the transaction that sends what follows.
 * An item's records all come from here, so neither way can overtake the other.
 */
// Kafka Streams calls init before anything else.
@SuppressWarnings("NullAway.Init")
final class Route implements Processor<String, Article, String, Delivery> {
    /** How often some items are reviewed, and how many: few enough that no article waits long behind them. */
    private static final Duration EVERY = Duration.ofMillis(100);

    private static final int AT_A_TIME = 100;

    private static final Logger log = LoggerFactory.getLogger(Route.class);

    private final Routing routing;
    private final Set<String> reached;
    private ProcessorContext<String, Delivery> context;
    private KeyValueStore<String, Routes> routes;
    private TimestampedKeyValueStore<String, Article> standing;
    private Cancellable review;
    private @Nullable String reviewed;
    private long changed;

    /** @param reached names of the topics that exist: to others nothing is sent */
    Route(Routing routing, Set<String> reached) {
        this.routing = routing;
        this.reached = reached;
    }

    @Override
    public void init(ProcessorContext<String, Delivery> started) {
        context = started;
        routes = started.getStateStore(RouterTopology.ROUTES);
        standing = started.getStateStore(RouterTopology.STANDING);
        review = started.schedule(EVERY, PunctuationType.WALL_CLOCK_TIME, this::review);
    }

    @Override
    public void process(Record<String, Article> record) {
        String id = record.key();
        if (id == null || id.isEmpty()) {
            throw new UnusableRecordException("NO_IDENTIFIER", "an article without its id as key can't be routed");
        }
        Routes before = routes.get(id);
        if (record.value() == null) {
            routes.delete(id);
            send(record, Routing.forget(before));
            return;
        }
        Routing.Step step = routing.follow(before, record.value(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
        routes.put(id, step.routes());
        send(record, step.deliveries());
    }

    private void review(long now) {
        try (KeyValueIterator<String, Routes> rest = routes.range(reviewed, null)) {
            for (int i = 0; i < AT_A_TIME && rest.hasNext(); i++) {
                // Should this one fail, the next review is to go on behind it.
                reviewed = following(rest.peekNextKey());
                Routes before = rest.next().value;
                if (routing.isOutdated(before)) {
                    review(before, Instant.ofEpochMilli(now));
                }
            }
            if (rest.hasNext()) {
                return;
            }
        }
        review.cancel();
        if (changed > 0) {
            log.info("{} items stand on other topics by today's rules (task {})", changed, context.taskId());
        }
    }

    private void review(Routes before, Instant now) {
        ValueAndTimestamp<Article> article = standing.get(before.getId());
        if (article == null) {
            return; // a later version is on its way, before which compaction has removed the one that was routed
        }
        Routing.Step step = routing.review(before, article.value(), now);
        routes.put(before.getId(), step.routes());
        send(new Record<>(before.getId(), article.value(), article.timestamp()), step.deliveries());
        changed += step.deliveries().isEmpty() ? 0 : 1;
    }

    /** The very next key in the store's order, that of the bytes. */
    private static String following(String key) {
        return key + '\0';
    }

    private void send(Record<String, Article> record, List<Delivery> deliveries) {
        deliveries.stream()
                .filter(delivery -> reached.contains(delivery.topic()))
                .forEach(delivery -> context.forward(record.withValue(delivery)));
    }
}
