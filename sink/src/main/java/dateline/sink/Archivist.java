package dateline.sink;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Membership;
import dateline.schemas.Stage;
import dateline.sink.archive.Archive;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.DeadLetter;

/** Runs the archive: a thread of its own that files what stands, what came late and what is held, for as long as it is open. */
public final class Archivist implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Archivist.class);
    private static final int AT_A_TIME = 500;
    private static final Duration STARTING_AGAIN = Duration.ofSeconds(2);
    private static final String GROUP = Stage.PREFIX + Filing.STAGE;
    private static final Duration POSTING = Duration.ofSeconds(30);
    private static final Duration LEAVING = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final KafkaConfig kafka;
    private final Archive archive;
    private final Membership membership;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("archivist").unstarted(this::work);
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /** @param membership this process's place in the group */
    public Archivist(KafkaConfig kafka, Archive archive, Membership membership) {
        this.kafka = kafka;
        this.archive = archive;
        this.membership = membership;
    }

    /** Begins to file; neither Kafka nor PostgreSQL needs to be there yet. */
    public void start() {
        thread.start();
    }

    /** Whether it files; a database that is away for a while is waited for, and no reason to call it unwell. */
    boolean isHealthy() {
        return thread.isAlive() && isOpen();
    }

    @Override
    public void close() {
        closing.countDown();
        KafkaConsumer<byte[], byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            if (thread.isAlive() && !thread.join(CLOSING)) {
                log.warn(
                        "the archivist did not finish within {}; what it had not committed is filed at the next start",
                        CLOSING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (isOpen()) {
            try (var letters = new LetterBox<>(kafka, kafka.topics().deadLetters(), POSTING)) {
                file(letters);
            } catch (WakeupException e) {
                // closing
            } catch (RuntimeException e) {
                log.error("the archivist starts again: {}", e.toString(), e);
                pause();
            }
        }
    }

    private void file(LetterBox<DeadLetter> letters) {
        var reading = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer = reading;
        try {
            var filing = new Filing(reading, kafka.topics(), archive, letters::post, Clock.systemUTC());
            while (isOpen()) {
                filing.round();
            }
        } finally {
            consumer = null;
            reading.close(CloseOptions.timeout(LEAVING).withGroupMembershipOperation(LEAVE_GROUP));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = kafka.client();
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, membership.instance(GROUP));
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Membership.SESSION_MILLIS);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_A_TIME);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return settings;
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            if (closing.await(STARTING_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("closed while it waited to start again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
