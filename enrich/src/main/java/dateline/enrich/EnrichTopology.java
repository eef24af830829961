package dateline.enrich;

import dateline.enrich.tag.Enricher;
import dateline.enrich.version.Kills;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
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
                                .map(kill -> KeyValue.pair(kill.getId(), kill))
                                .toList(),
                        Named.as("kills-of-others"))
                .repartition(Repartitioned.with(Topic.KEYS, items.values()).withName("kills"));

        filed.merge(killed, Named.as("items-and-kills"))
                .mapValues(enricher::edition, Named.as("enrich"))
                .process(new StandingVersions(topics), Named.as("keep-standing-version"))
                .to(articles.name(), articles.produced("articles"));

        return builder.build();
    }
}
