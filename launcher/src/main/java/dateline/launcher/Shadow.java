package dateline.launcher;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dateline.enrich.Enrich;
import dateline.enrich.tag.Annotator;
import dateline.ingest.Ingest;
import dateline.ingest.ReaderTopology;
import dateline.ingest.format.Formats;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Naming;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/**
 * The pipeline's stages once more, over a piece of history: the same topologies under applications, on topics and in a
 * folder of their own, so that nothing of it reaches anyone. Closing it leaves nothing of it behind.
 */
final class Shadow implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final ShadowName name;
    private final KafkaConfig kafka;
    private final Settings settings;
    private final History history;
    private final Path shadows;
    private final Admin admin;
    private final Map<String, Stage> stages = new LinkedHashMap<>();

    /** @param shadows where shadows have their stores, each in a folder of its own */
    Shadow(KafkaConfig live, Settings settings, History history, Path shadows, Clock clock) {
        name = ShadowName.at(clock.instant());
        kafka = live.named(new Naming(name.topicPrefix(), history.topic()));
        this.settings = settings;
        this.history = history;
        this.shadows = shadows;
        admin = Admin.create(live.client());
    }

    /** The broker, with the topics that this shadow writes to. */
    KafkaConfig kafka() {
        return kafka;
    }

    /**
     * Runs until all of the history has come through.
     *
     * @param perSecond how many of its records a second it takes at most
     * @param wanted comes back early once this is false
     * @return whether all of it has come through
     */
    boolean run(int perSecond, Annotator annotator, BooleanSupplier wanted) throws Exception {
        Topics topics = kafka.topics();
        // As many as history has: what is said to an item must come to where the item is.
        var partitions = new Settings.Kafka(
                null,
                settings.kafka().properties(),
                history.partitions(),
                settings.kafka().replication(),
                settings.kafka().taggedRetention());
        new TopicSetup(kafka, partitions).ensure(own(topics));
        KafkaConfig paced = kafka.with(PacedSource.properties(history.topic(), history.ends(), perSecond));
        Topology enrich = Enrich.topology(topics, settings.enrich(), partitions.kinShares(), annotator);
        if (history.topic().equals(Topics.RAW)) {
            Topology reader = new ReaderTopology(topics, Formats.installed(), Clock.systemUTC()).build();
            start(Ingest.READER, reader, paced);
            start(Enrich.NAME, enrich, kafka);
        } else {
            start(Enrich.NAME, enrich, paced);
        }
        return awaitEnd(wanted);
    }

    private List<Topic<?>> own(Topics topics) {
        var own = new ArrayList<Topic<?>>(topics.fixed());
        own.removeIf(topic -> !topic.name().startsWith(name.topicPrefix()));
        return own;
    }

    private void start(String stage, Topology topology, KafkaConfig reached) throws Exception {
        if (stages.isEmpty()) {
            Map<TopicPartition, OffsetAndMetadata> begins = history.begins().entrySet().stream()
                    .collect(toMap(
                            begin -> new TopicPartition(history.topic(), begin.getKey()),
                            begin -> new OffsetAndMetadata(begin.getValue())));
            admin.alterConsumerGroupOffsets(Stage.PREFIX + name.stage(stage), begins)
                    .all()
                    .get();
        }
        var started = new Stage(
                name.stage(stage),
                topology,
                reached,
                shadows.resolve(name.stamp()).resolve(stage),
                1);
        stages.put(name.stage(stage), started);
        started.start();
    }

    /** All is through once nothing is left to read anywhere, and a moment later still nothing is. */
    private boolean awaitEnd(BooleanSupplier wanted) throws Exception {
        Map<TopicPartition, Long> before = Map.of();
        while (wanted.getAsBoolean()) {
            for (Map.Entry<String, Stage> stage : stages.entrySet()) {
                if (stage.getValue().state() == KafkaStreams.State.ERROR) {
                    throw new Failure("the replay's stage %s failed; the log says why".formatted(stage.getKey()));
                }
            }
            Map<TopicPartition, Long> now = ends();
            if (now.equals(before) && isThrough(now)) {
                return true;
            }
            before = now;
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return false;
    }

    /** Where the topics end that its stages read, open transactions and all. */
    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Topics topics = kafka.topics();
        var ends = new HashMap<TopicPartition, Long>();
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        List<String> read = Stream.<Topic<?>>of(topics.items(), topics.notices(), topics.kin())
                .map(Topic::name)
                .filter(name -> !name.equals(history.topic()))
                .toList();
        admin.describeTopics(read)
                .allTopicNames()
                .get()
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        admin.listOffsets(asked).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        history.ends().forEach((partition, end) -> ends.put(new TopicPartition(history.topic(), partition), end));
        return ends;
    }

    private boolean isThrough(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        var come = new HashMap<TopicPartition, Long>();
        for (String stage : stages.keySet()) {
            admin.listConsumerGroupOffsets(Stage.PREFIX + stage)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> come.put(partition, offset == null ? 0 : offset.offset()));
        }
        return ends.entrySet().stream().allMatch(end -> come.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Removes what a shadow before left behind that was killed; one that still runs keeps what it has. */
    static void removeLeft(KafkaConfig live, Path shadows, Clock clock) throws Exception {
        try (Admin admin = Admin.create(live.client())) {
            var remains = new ShadowRemains(admin, shadows);
            Set<ShadowName> dead = remains.names().stream()
                    .filter(shadow -> shadow.isOlderThan(ShadowName.STARTING, clock.instant()))
                    .collect(toSet());
            for (ShadowName shadow : dead) {
                if (!remains.isRunning(shadow)) {
                    remains.remove(shadow);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (admin) {
            new Together(List.copyOf(stages.values())).close();
            new ShadowRemains(admin, shadows).remove(name);
        }
    }
}
