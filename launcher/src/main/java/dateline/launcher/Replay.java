package dateline.launcher;

import dateline.enrich.Enrich;
import dateline.launcher.replay.Change;
import dateline.launcher.replay.Comparison;
import dateline.launcher.replay.Diff;
import dateline.launcher.replay.Pace;
import dateline.launcher.replay.Rules;
import dateline.launcher.replay.Scope;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.RouterTopology;
import dateline.sink.desk.Desks;
import dateline.sink.route.Routing;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import wire.Article;
import wire.Routes;

/** Runs history under today's code or rules, beside the live pipeline, and says what would be otherwise. */
final class Replay {
    /** Reading what is live costs less than making it anew. */
    private static final int READING_IS_CHEAPER_BY = 25;

    private final KafkaConfig kafka;
    private final Settings settings;
    private final Plan plan;
    private final Path folder;
    private final Shutdown shutdown;
    private final Clock clock = Clock.systemUTC();
    private final Pace reading;

    /**
     * What to run.
     *
     * @param from what landed before is left as it is
     * @param again the first stage that is run again
     * @param perSecond how many records of history a second
     */
    record Plan(Instant from, Again again, int perSecond) {}

    /** The stage with which the replay begins; those behind it follow. */
    enum Again {
        READ,
        ENRICH,
        ROUTE
    }

    /**
     * What came of it.
     *
     * @param refused how many records of the history today's code could not use
     * @param told how many of the items of a swap enrich told while it was waited for; 0 without a swap
     */
    record Outcome(Diff diff, int refused, int told) {}

    /**
     * @param folder where shadows have their stores
     * @param shutdown is to close the shadow, at the end or when it is asked to stop
     */
    Replay(KafkaConfig kafka, Settings settings, Plan plan, Path folder, Shutdown shutdown) {
        this.kafka = kafka;
        this.settings = settings;
        this.plan = plan;
        this.folder = folder;
        this.shutdown = shutdown;
        reading = new Pace(Math.multiplyExact(plan.perSecond(), READING_IS_CHEAPER_BY), System.nanoTime());
    }

    /**
     * Runs it.
     *
     * @param swaps whether what is live is to become what today's code makes of it
     * @param progress hears in words how far it has come
     */
    Outcome run(boolean swaps, Consumer<String> progress) throws Exception {
        Shadow.removeLeft(kafka, folder, clock);
        Instant began = clock.instant();
        Topics live = kafka.topics();
        if (plan.again() == Again.ROUTE) {
            Diff diff = compare(scope(began), live.articles());
            return new Outcome(diff, 0, swaps ? swap(diff, live) : 0);
        }
        var annotator = Enrich.annotator(settings.enrich());
        History history =
                plan.again() == Again.READ ? History.ofRaw(kafka, plan.from()) : History.ofItems(kafka, plan.from());
        progress.accept("runs %s again from %s, %d offsets at most, %d a second"
                .formatted(
                        history.topic(),
                        plan.from().truncatedTo(ChronoUnit.SECONDS),
                        history.offsets(),
                        plan.perSecond()));
        Shadow shadow = shutdown.closing(new Shadow(kafka, settings, history, folder, clock));
        if (!shadow.run(plan.perSecond(), annotator, shutdown::wanted)) {
            throw new Failure("stopped before all of it had come through; nothing was changed");
        }
        progress.accept("all of it has come through; compares it with what is live");
        Topics fresh = shadow.kafka().topics();
        Diff diff = compare(scope(began), fresh.articles());
        var refused = new AtomicInteger();
        read(List.of(fresh.deadLetters().name()), new ByteArrayDeserializer(), record -> refused.incrementAndGet());
        return new Outcome(diff, refused.get(), swaps ? swap(diff, fresh) : 0);
    }

    private Scope scope(Instant began) {
        return new Scope(plan.from(), began, began.minus(settings.kafka().taggedRetention()));
    }

    private int swap(Diff diff, Topics fresh) throws Exception {
        List<Change> changes = diff.swapped();
        if (!shutdown.wanted()) {
            throw new Failure("stopped before the swap; nothing was changed");
        }
        return new Swap(kafka, fresh.items()).make(changes, shutdown::wanted);
    }

    private Diff compare(Scope scope, Topic<Article> fresh) throws Exception {
        Topics live = kafka.topics();
        Deserializer<Article> articles = live.articles().values().deserializer();
        var comparison = new Comparison(scope, rules());
        read(tagged(live), articles, record -> comparison.tagged(record.topic(), record.key(), record.value()));
        read(
                List.of(live.held().name()),
                live.held().values().deserializer(),
                record -> comparison.held(record.key(), record.value()));
        List<String> standing = List.of(live.articles().name());
        read(standing, articles, record -> comparison.live(record.key(), record.value()));
        read(List.of(fresh.name()), articles, record -> comparison.fresh(record.key(), record.value()));
        read(standing, articles, record -> comparison.again(record.key(), record.value()));
        return comparison.diff();
    }

    private <V> void read(List<String> topics, Deserializer<V> values, Consumer<ConsumerRecord<String, V>> each)
            throws Failure {
        if (topics.isEmpty()) {
            return;
        }
        try (var reader = new TopicReader<>(kafka, topics, values)) {
            reader.readAll(record -> {
                LockSupport.parkNanos(reading.take(1, System.nanoTime()));
                each.accept(record);
            });
        }
    }

    private List<String> tagged(Topics live) throws Failure, InterruptedException {
        try (Admin admin = Admin.create(kafka.client())) {
            return admin.listTopics().names().get().stream()
                    .filter(name -> live.tagged(name).isPresent())
                    .sorted()
                    .toList();
        } catch (ExecutionException e) {
            throw new Failure("Kafka at %s cannot be asked: %s".formatted(kafka.bootstrapServers(), e.getMessage()), e);
        }
    }

    private Rules rules() {
        Routing routing = new RouterTopology(
                        kafka.topics(),
                        new Desks(settings.desks()),
                        settings.enrich().allRegions().slugs(),
                        List.of(),
                        Set.of())
                .routing();
        return (article, stood) -> {
            var before = Routes.newBuilder()
                    .setId(article.getId())
                    .setStanding(List.copyOf(stood))
                    .setEver(List.copyOf(stood))
                    .build();
            return new TreeSet<>(
                    routing.follow(before, article, Instant.EPOCH).routes().getStanding());
        };
    }
}
