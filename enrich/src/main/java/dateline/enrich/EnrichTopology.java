package dateline.enrich;

import dateline.enrich.tag.Enricher;
import dateline.enrich.version.Edition;
import dateline.schemas.RecordSize;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.schemas.UnusableRecordException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;
import wire.Enquiry;
import wire.WireItem;

/**
 * Wire items in, articles out. A record travels this page from top to bottom. An item is tagged before its turn is decided,
 * so that a fault in tagging leaves nothing remembered of it and a retry finds it new.
 *
 * <p>Before an article is shown it asks the index of kin whether it is a copy of another, or takes its place. The index is
 * shared out by the marks of the texts, not by item, so the question goes by a topic, and so does the answer; kills reach
 * other items by the same way.
 */
public final class EnrichTopology {
    private final Topics topics;
    private final Enricher enricher;
    private final EnrichConfig config;
    private final int shares;

    /** @param shares into how many parts the index of kin is split; the same for all instances */
    public EnrichTopology(Topics topics, Enricher enricher, EnrichConfig config, int shares) {
        this.topics = topics;
        this.enricher = enricher;
        this.config = config;
        this.shares = shares;
    }

    public Topology build() {
        var builder = new StreamsBuilder();

        var filed = builder.stream(topics.items().name(), topics.items().consumed("items"))
                .<Matter>mapValues(item -> new Matter.Filed(enriched(item)), Named.as("enrich"));
        var noticed = builder.stream(topics.notices().name(), topics.notices().consumed("notices"))
                .<Matter>mapValues(Matter.Noticed::new, Named.as("notice"));
        var said = filed.merge(noticed, Named.as("items-and-notices"))
                .process(new ItemLives(topics, config, shares), Named.as("live"));

        only(said, Said.Told.class, Said.Told::article, "told", topics.articles());
        only(said, Said.Past.class, Said.Past::article, "past", topics.history());
        only(said, Said.OnHold.class, Said.OnHold::held, "on-hold", topics.held());
        only(said, Said.ToOther.class, Said.ToOther::notice, "others", topics.notices());
        pick(said, Said.Asked.class, Said.Asked::enquiry, "asked")
                .to(topics.kin().name(), topics.kin().produced("ask-kin").withStreamPartitioner(ByShare.OF_THE_INDEX));

        builder.stream(topics.kin().name(), topics.kin().consumed("enquiries"))
                .process(new KinIndex(topics, config), Named.as("find-kin"))
                .to(topics.notices().name(), topics.notices().produced("kin-found"));

        return builder.build();
    }

    private static <S extends Said, V> void only(
            KStream<String, Said> said, Class<S> kind, Function<S, @Nullable V> what, String step, Topic<V> topic) {
        pick(said, kind, what, step).to(topic.name(), topic.produced("to-" + step));
    }

    private static <S extends Said, V> KStream<String, V> pick(
            KStream<String, Said> said, Class<S> kind, Function<S, @Nullable V> what, String step) {
        return said.flatMapValues(
                one -> kind.isInstance(one)
                        ? Collections.singletonList(what.apply(kind.cast(one)))
                        : Collections.emptyList(),
                Named.as(step));
    }

    /** The share says which partition keeps that part of the index, whatever the key. */
    private enum ByShare implements StreamPartitioner<String, Enquiry> {
        OF_THE_INDEX;

        @Override
        public Optional<Set<Integer>> partitions(String topic, String id, Enquiry enquiry, int partitions) {
            return Optional.of(Set.of(enquiry.getShare() % partitions));
        }
    }

    /**
     * Whatever would fail the thread, and the next thread over the same item for ever, is found out here, before anything is
     * remembered of it: a stack that overflows, an article that Kafka would not take.
     */
    private Edition enriched(WireItem item) {
        try {
            Edition edition = enricher.edition(item);
            long bytes = RecordSize.of(edition.article());
            if (bytes > RecordSize.LARGEST) {
                throw new UnusableRecordException(
                        "TOO_LARGE",
                        "as an article it has %,d bytes; at most %,d are taken".formatted(bytes, RecordSize.LARGEST));
            }
            return edition;
        } catch (StackOverflowError e) {
            throw new UnusableRecordException("TOO_LARGE", "it is nested too deep to be read");
        }
    }
}
