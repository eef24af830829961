package dateline.launcher;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dateline.enrich.EnrichConfig;
import dateline.ingest.IngestConfig;
import dateline.ingest.feed.Feed;
import dateline.launcher.config.ByName;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.SinkConfig;
import dateline.sink.api.ApiConfig;
import dateline.sink.archive.ArchiveConfig;
import dateline.sink.desk.DeskRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What dateline.yml says: a section for each part of the pipeline, all of them optional.
 *
 * @param kafka the broker and how topics are made on it
 * @param feeds the feeds to take, by name
 * @param ingest how they are taken
 * @param enrich how their copy is tagged
 * @param desks what each desk wants, by name
 * @param sink which of delivery's parts this process does
 * @param archive where articles are kept; the embedded database unless given
 * @param api where the HTTP API listens
 * @param health where a service that runs alone says how it is
 */
@SuppressWarnings("NullAway") // Jackson hands in null for what the file leaves out, and so do we
record Settings(
        Kafka kafka,
        @JsonDeserialize(using = Feeds.class) List<Feed> feeds,
        Ingest ingest,
        EnrichConfig enrich,
        Map<String, DeskRule> desks,
        Sink sink,
        @Nullable ArchiveConfig archive,
        ApiConfig api,
        Health health) {

    /** What holds where there is no configuration at all. */
    static final Settings USUAL = new Settings(null, null, null, null, null, null, null, null, null);

    Settings {
        kafka = requireNonNullElseGet(kafka, () -> new Kafka(null, null, null, null, null));
        feeds = List.copyOf(requireNonNullElse(feeds, List.of()));
        ingest = requireNonNullElseGet(ingest, () -> new Ingest(null, null, null));
        enrich = requireNonNullElse(enrich, EnrichConfig.DEFAULT);
        desks = Map.copyOf(requireNonNullElse(desks, Map.of()));
        sink = requireNonNullElseGet(sink, () -> new Sink(null, null));
        api = requireNonNullElseGet(api, () -> new ApiConfig(null, null));
        health = requireNonNullElseGet(health, () -> new Health(null, null));
    }

    IngestConfig ingestConfig() {
        return new IngestConfig(feeds, ingest.receive(), ingest.collect(), ingest.readers());
    }

    /** @param kept where the archive is, if this process keeps one */
    SinkConfig sinkConfig(@Nullable ArchiveConfig kept) {
        List<String> regions = enrich.allRegions().slugs();
        return sink.archive()
                ? new SinkConfig(desks, kept, api, regions, List.of(), sink.routers())
                : new SinkConfig(desks, null, null, regions, List.of(), sink.routers());
    }

    /** All topics that this configuration needs. */
    List<Topic<?>> topics(Topics topics) {
        var all = new ArrayList<Topic<?>>(topics.fixed());
        enrich.allRegions().slugs().forEach(slug -> all.add(topics.region(slug)));
        desks.keySet().stream().sorted().forEach(name -> all.add(topics.desk(name)));
        return all;
    }

    /** The same with these feeds besides its own. */
    Settings with(List<Feed> more) {
        var both = new ArrayList<>(feeds);
        both.addAll(more);
        return new Settings(kafka, both, ingest, enrich, desks, sink, archive, api, health);
    }

    /**
     * The broker.
     *
     * @param servers where to begin, host:port; empty for the embedded broker
     * @param properties what else every Kafka client is to be told
     * @param partitions of each topic but that of the index of kin, and so how many instances of a stage can share the work; 4 unless given
     * @param replication copies of each partition; 1 unless given
     * @param taggedRetention how long the tagged topics keep an article after it arrived there; a week unless given
     */
    record Kafka(
            @JsonProperty("bootstrap.servers") @Nullable String servers,
            Map<String, String> properties,
            Integer partitions,
            Integer replication,
            Duration taggedRetention) {

        private static final Duration WEEK = Duration.ofDays(7);

        Kafka {
            properties = Map.copyOf(requireNonNullElse(properties, Map.of()));
            partitions = requireNonNullElse(partitions, 4);
            replication = requireNonNullElse(replication, 1);
            taggedRetention = requireNonNullElse(taggedRetention, WEEK);
            atLeastOne("kafka.partitions", partitions);
            atLeastOne("kafka.replication", replication);
        }

        /**
         * Into how many parts the index of kin is split: the partitions of its topic. An article asks each part that holds one
         * of its marks, so few parts cost it least; but one alone would hold all others up.
         */
        int kinShares() {
            return Math.max(Math.min(2, partitions), partitions / 2);
        }

        Optional<String> bootstrapServers() {
            return Optional.ofNullable(servers).filter(given -> !given.isBlank());
        }

        private static void atLeastOne(String key, int number) {
            if (number < 1 || number > Short.MAX_VALUE) {
                throw new IllegalArgumentException(key + " is " + number + ": at least 1 is needed");
            }
        }

        /** Names the properties but never shows their values, which may be credentials. */
        @Override
        public String toString() {
            return "Kafka[" + servers + ", " + properties.keySet() + "]";
        }
    }

    /**
     * How feeds are taken in.
     *
     * @param receive where pushed feeds are received
     * @param collect whether this process collects; true unless given
     * @param readers how many threads read what was collected; 1 unless given
     */
    record Ingest(
            IngestConfig.@Nullable Receive receive,
            @Nullable Boolean collect,
            @Nullable Integer readers) {}

    /**
     * How articles are delivered.
     *
     * @param routers how many threads route; 1 unless given, 0 for none
     * @param archive whether this process archives, and answers the API from the archive; true unless given
     */
    record Sink(Integer routers, Boolean archive) {
        private static final int MOST_ROUTERS = 64;

        Sink {
            routers = requireNonNullElse(routers, 1);
            archive = requireNonNullElse(archive, true);
            if (routers < 0 || routers > MOST_ROUTERS) {
                throw new IllegalArgumentException(
                        "routers is %d: give a number of threads, 0 to %d".formatted(routers, MOST_ROUTERS));
            }
            if (routers == 0 && !archive) {
                throw new IllegalArgumentException(
                        "routers is 0 and archive is false: nothing is left for this process to deliver");
            }
        }
    }

    /**
     * Where a service that runs alone answers GET /health.
     *
     * @param host the address to bind; this machine only unless given
     * @param port the port; 0, the usual, for none
     */
    record Health(String host, Integer port) {
        Health {
            host = requireNonNullElse(host, "127.0.0.1");
            port = requireNonNullElse(port, 0);
        }
    }

    /** Feeds by their names. */
    static final class Feeds extends ByName<Feed> {
        private static final long serialVersionUID = 1L;

        Feeds() {
            super(Feed.class);
        }
    }
}
