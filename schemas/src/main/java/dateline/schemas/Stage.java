package dateline.schemas;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running topology with the settings that all stages share: exactly once, every name given, failures to the dead
 * letters, and a thread that Kafka fails started again.
 */
public final class Stage implements AutoCloseable {
    /** The largest record any stage may write, bytes; topics are created to take it. */
    public static final int MAX_RECORD_BYTES = 32 * 1024 * 1024;

    /** What Dateline's consumer groups and applications on a broker are called by; a stage's name follows. */
    public static final String PREFIX = "dateline-";

    private static final Logger log = LoggerFactory.getLogger(Stage.class);
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofMillis(3500);

    private final KafkaStreams streams;

    /**
     * @param name the stage's name; with {@value #PREFIX} before it, its application id and so its consumer group
     * @param state the folder for its stores, and of this process alone
     * @param threads how many stream threads it runs
     */
    public Stage(String name, Topology topology, KafkaConfig kafka, Path state, int threads) {
        var settings = new Properties();
        settings.putAll(settings(name, kafka, state));
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                Membership.of(state).instance(PREFIX + name));
        streams = new KafkaStreams(topology, settings);
        streams.setUncaughtExceptionHandler(failure -> {
            log.error("{}: a thread failed and is started again: {}", name, failure.toString(), failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }

    /** The settings all stages share; tests of topologies use them too. */
    public static Map<String, Object> settings(String name, KafkaConfig kafka, Path state) {
        var settings = kafka.client();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, PREFIX + name);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL.toMillis());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), Membership.SESSION_MILLIS);
        // Changelogs and repartition topics take what the stage's own topics take, whatever the broker's default is.
        settings.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), MAX_RECORD_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_RECORD_BYTES);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * 1024 * 1024);
        return settings;
    }

    public void start() {
        streams.start();
    }

    /** Running, rebalancing, in error …, as Kafka Streams says it. */
    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Leaves its group, for else the next start would wait until the group has given this one up. */
    @Override
    public void close() {
        if (!streams.close(CloseOptions.timeout(CLOSING).withGroupMembershipOperation(LEAVE_GROUP))) {
            log.warn(
                    "a stage did not close within {}; what it had not committed is done again at the next start",
                    CLOSING);
        }
    }
}
