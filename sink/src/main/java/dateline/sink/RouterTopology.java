package dateline.sink;

import static java.util.stream.Collectors.toMap;

import dateline.schemas.Encoding;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.schemas.UnusableRecordException;
import dateline.sink.desk.Desks;
import dateline.sink.route.Delivery;
import dateline.sink.route.Routing;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import wire.Article;
import wire.Routes;

/** Articles in; the same articles out, on every topic their tags and the desks' rules name, and off those they have left. */
public final class RouterTopology {
    /** The store that remembers each item's routes. */
    public static final String ROUTES = "routes";

    private final Topics topics;
    private final Routing routing;
    private final Map<String, Topic<Article>> written = new LinkedHashMap<>();
    private final Map<String, Topic<Article>> reached;

    /**
     * @param regions slugs of the regions that have a topic
     * @param subjects slugs of the topics that have one
     * @param former names of topics that routes no longer lead to but that exist: kills, retractions and tombstones still
     *     go there. Routes to any other topic are kept in mind, and nothing is sent.
     */
    public RouterTopology(
            Topics topics, Desks desks, Collection<String> regions, Collection<String> subjects, Set<String> former) {
        this.topics = topics;
        routing = new Routing(
                named(regions, topics::region),
                named(subjects, topics::topic),
                named(desks.names(), topics::desk),
                desks);
        reached = new LinkedHashMap<>(written);
        former.forEach(name -> topics.tagged(name).ifPresent(topic -> reached.putIfAbsent(name, topic)));
    }

    /** The topics that this router writes to; they must exist before it starts. */
    public List<Topic<Article>> written() {
        return List.copyOf(written.values());
    }

    /** The rules that it routes by. */
    public Routing routing() {
        return routing;
    }

    public Topology build() {
        var builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ROUTES),
                Topic.KEYS,
                new Encoding.SingleObject().of(Routes.class, ROUTES)));

        builder.stream(Topics.ARTICLES, topics.articles().consumed("articles"))
                .process(Route::new, Named.as("route"), ROUTES)
                .to(
                        Destination.OF_DELIVERY,
                        Produced.with(Topic.KEYS, deliveries()).withName("tagged-topics"));

        return builder.build();
    }

    private Map<String, String> named(Collection<String> names, Function<String, Topic<Article>> naming) {
        return names.stream().distinct().collect(toMap(name -> name, name -> {
            Topic<Article> topic = naming.apply(name);
            written.put(topic.name(), topic);
            return topic.name();
        }));
    }

    // A tombstone is a record whose value has no bytes at all.
    @SuppressWarnings("NullAway")
    private Serde<Delivery> deliveries() {
        return Serdes.serdeFrom(
                (name, delivery) -> delivery.article() == null
                        ? null
                        : reached.get(name).values().serializer().serialize(name, delivery.article()),
                (name, bytes) -> {
                    throw new UnsupportedOperationException("deliveries are only written");
                });
    }

    /** A lambda calls itself something else at every start, and no document of the topology could hold it. */
    private enum Destination implements TopicNameExtractor<String, Delivery> {
        OF_DELIVERY;

        @Override
        public String extract(String id, Delivery delivery, RecordContext context) {
            return delivery.topic();
        }
    }

    // Kafka Streams calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    private final class Route implements Processor<String, Article, String, Delivery> {
        private ProcessorContext<String, Delivery> context;
        private KeyValueStore<String, Routes> routes;

        @Override
        public void init(ProcessorContext<String, Delivery> started) {
            context = started;
            routes = started.getStateStore(ROUTES);
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
            Routing.Step step =
                    routing.follow(before, record.value(), Instant.ofEpochMilli(context.currentSystemTimeMs()));
            routes.put(id, step.routes());
            send(record, step.deliveries());
        }

        private void send(Record<String, Article> record, List<Delivery> deliveries) {
            deliveries.stream()
                    .filter(delivery -> reached.containsKey(delivery.topic()))
                    .forEach(delivery -> context.forward(record.withValue(delivery)));
        }
    }
}
