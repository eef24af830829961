package dateline.sink;

import static java.util.stream.Collectors.toMap;

import dateline.schemas.Encoding;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.desk.Desks;
import dateline.sink.route.Delivery;
import dateline.sink.route.Routing;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Routes;

/** Articles in; the same articles out, on every topic their tags and the desks' rules name, and off those they have left. */
public final class RouterTopology {
    /** The store that remembers each item's routes. */
    public static final String ROUTES = "routes";

    /** The store that keeps what each item stands as. */
    public static final String STANDING = "standing-articles";

    private final Topics topics;
    private final Routing routing;
    private final Map<String, Topic<Article>> written = new LinkedHashMap<>();
    private final Map<String, Topic<Article>> reached;
    private volatile @Nullable Encoded encoded;

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

    /**
     * What each item stands as is kept at hand for when the rules change. That store's changelog is the topic of articles
     * itself, so that nothing is written twice.
     */
    public Topology build() {
        Topic<Article> articles = topics.articles();
        return new Topology()
                .addReadOnlyStateStore(
                        Stores.timestampedKeyValueStoreBuilder(
                                        Stores.persistentTimestampedKeyValueStore(STANDING),
                                        Topic.KEYS,
                                        articles.values())
                                .withLoggingDisabled(),
                        "articles",
                        Topic.KEYS.deserializer(),
                        articles.values().deserializer(),
                        articles.name(),
                        "keep-standing-article",
                        Keep::new)
                .addProcessor("route", () -> new Route(routing, reached.keySet()), "articles")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(ROUTES),
                                Topic.KEYS,
                                new Encoding.SingleObject().of(Routes.class, ROUTES)),
                        "route")
                .connectProcessorAndStateStores("route", STANDING)
                .addSink(
                        "tagged-topics",
                        Destination.OF_DELIVERY,
                        Topic.KEYS.serializer(),
                        (Serializer<Delivery>) this::bytes,
                        "route");
    }

    private Map<String, String> named(Collection<String> names, Function<String, Topic<Article>> naming) {
        return names.stream().distinct().collect(toMap(name -> name, name -> {
            Topic<Article> topic = naming.apply(name);
            written.put(topic.name(), topic);
            return topic.name();
        }));
    }

    /** A record as it was written last: the same one goes to a dozen topics, one after the other. */
    private record Encoded(Article article, ByteBuffer bytes) {}

    // A tombstone is a record whose value has no bytes at all. To compare two articles would take longer than to write
    // one.
    @SuppressWarnings({"NullAway", "ReferenceEquality"})
    private byte[] bytes(String topic, Delivery delivery) {
        Article article = delivery.article();
        if (article == null) {
            return null;
        }
        Encoded last = encoded;
        if (last != null && last.article() == article && topics.areWrittenAlike()) {
            return last.bytes().array();
        }
        byte[] bytes = reached.get(topic).values().serializer().serialize(topic, article);
        encoded = new Encoded(article, ByteBuffer.wrap(bytes));
        return bytes;
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
    private static final class Keep implements Processor<String, Article, Void, Void> {
        private TimestampedKeyValueStore<String, Article> standing;

        @Override
        public void init(ProcessorContext<Void, Void> started) {
            standing = started.getStateStore(STANDING);
        }

        @Override
        public void process(Record<String, Article> record) {
            if (record.key() != null) { // one without is refused where it would be routed
                standing.put(record.key(), ValueAndTimestamp.make(record.value(), record.timestamp()));
            }
        }
    }
}
