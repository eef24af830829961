package dateline.enrich;

import dateline.enrich.tag.Enricher;
import dateline.enrich.version.Edition;
import dateline.enrich.version.Kills;
import dateline.schemas.RecordSize;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.schemas.UnusableRecordException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import wire.WireItem;

/**
 * Wire items in, articles out. A record travels this page from top to bottom. An item is tagged before its turn is decided,
 * so that a fault in tagging leaves nothing remembered of it and a retry finds it new.
 */
public final class EnrichTopology {
    private final Topics topics;
    private final Enricher enricher;

    public EnrichTopology(Topics topics, Enricher enricher) {
        this.topics = topics;
        this.enricher = enricher;
    }

    public Topology build() {
        var builder = new StreamsBuilder();
        Topic<WireItem> items = topics.items();
        Topic<wire.Article> articles = topics.articles();

        var filed = builder.stream(items.name(), items.consumed("items"));

        var killed = filed.flatMap(
                        (id, item) -> Kills.ofOthers(item).stream()
                                .filter(kill -> kill.getId().length() <= RecordSize.LONGEST_KEY)
                                .map(kill -> KeyValue.pair(kill.getId(), kill))
                                .toList(),
                        Named.as("kills-of-others"))
                .repartition(Repartitioned.with(Topic.KEYS, items.values()).withName("kills"));

        filed.merge(killed, Named.as("items-and-kills"))
                .mapValues(this::enriched, Named.as("enrich"))
                .process(new StandingVersions(topics), Named.as("keep-standing-version"))
                .to(articles.name(), articles.produced("articles"));

        return builder.build();
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
