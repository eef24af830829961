package dateline.launcher;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;

/** Makes the topics that are missing, as the configuration says, and checks those that are there. */
final class TopicSetup {
    private static final String FOR_GOOD = "-1";
    private static final Duration AWAY = Duration.ofDays(7);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int MOST_LOOKS = 100;

    private final KafkaConfig kafka;
    private final Settings.Kafka settings;

    TopicSetup(KafkaConfig kafka, Settings.Kafka settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /**
     * Makes what is missing.
     *
     * @return what is not as it should be about the topics that are there, in words, by topic; empty when all is well
     * @throws Failure if Kafka does not answer
     */
    Map<String, String> ensure(Collection<Topic<?>> topics) throws Failure {
        var wanted = new TreeMap<String, Topic<?>>();
        topics.forEach(topic -> wanted.put(topic.name(), topic));
        try (Admin admin = admin()) {
            var missing = new ArrayList<>(wanted.keySet());
            missing.removeAll(admin.listTopics().names().get());
            create(admin, missing.stream().map(wanted::get).toList());
            return checkOnceKnown(admin, wanted);
        } catch (ExecutionException e) {
            throw unreachable(requireNonNullElse(e.getCause(), e));
        } catch (KafkaException e) {
            // A host without an address, among others: no client can even be made.
            throw unreachable(requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private Admin admin() {
        Map<String, Object> client = kafka.client();
        client.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        client.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return Admin.create(client);
    }

    private void create(Admin admin, List<? extends Topic<?>> missing) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = missing.stream()
                .<NewTopic>map(topic -> new NewTopic(
                                topic.name(),
                                partitions(topic),
                                settings.replication().shortValue())
                        .configs(configs(topic)))
                .toList();
        for (KafkaFuture<Void> made : admin.createTopics(topics).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                // Another service, started at the same moment, was faster.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private int partitions(Topic<?> topic) {
        return topic.name().equals(kafka.topics().kin().name()) ? settings.kinShares() : settings.partitions();
    }

    private Map<String, String> configs(Topic<?> topic) {
        var configs = new HashMap<String, String>();
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, topic.kept().cleanupPolicy());
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(Stage.MAX_RECORD_BYTES));
        switch (topic.kept()) {
            case LOG -> configs.put(TopicConfig.RETENTION_MS_CONFIG, FOR_GOOD);
            // A sink that was away for a while still sees every version.
            case LATEST -> configs.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, millis(AWAY));
            case LOG_FOR_A_WHILE -> {
                configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(AWAY));
                configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name);
            }
            case LATEST_FOR_A_WHILE -> {
                configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(settings.taggedRetention()));
                // Counted from its arrival: by the provider's time, copy loaded from an archive would go at once.
                configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name);
            }
        }
        return configs;
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** What has just been made, here or by another service, is not known to every broker at once. */
    private Map<String, String> checkOnceKnown(Admin admin, Map<String, Topic<?>> wanted)
            throws ExecutionException, InterruptedException {
        for (int look = 1; ; look++) {
            try {
                return check(admin, wanted);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || look == MOST_LOOKS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            }
        }
    }

    private Map<String, String> check(Admin admin, Map<String, Topic<?>> wanted)
            throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> there =
                admin.describeTopics(wanted.keySet()).allTopicNames().get();
        List<ConfigResource> resources = wanted.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configs =
                admin.describeConfigs(resources).all().get();
        var wrong = new TreeMap<String, String>();
        configs.forEach((resource, config) -> {
            String name = resource.name();
            List<String> faults = faults(
                    requireNonNull(wanted.get(name)),
                    requireNonNull(there.get(name)).partitions().size(),
                    config);
            if (!faults.isEmpty()) {
                wrong.put(name, String.join("; ", faults));
            }
        });
        return wrong;
    }

    private List<String> faults(Topic<?> topic, int partitions, Config config) {
        var faults = new ArrayList<String>();
        if (partitions != partitions(topic)) {
            faults.add("has %d partitions, not %d (kafka.partitions is %d)"
                    .formatted(partitions, partitions(topic), settings.partitions()));
        }
        String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        if (!Set.of(policy.split(","))
                .equals(Set.of(topic.kept().cleanupPolicy().split(",")))) {
            faults.add("has cleanup.policy %s, expected %s"
                    .formatted(policy, topic.kept().cleanupPolicy()));
        }
        String size = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
        if (Integer.parseInt(size) < Stage.MAX_RECORD_BYTES) {
            faults.add("has max.message.bytes %s, expected at least %d".formatted(size, Stage.MAX_RECORD_BYTES));
        }
        return faults;
    }

    private Failure unreachable(Throwable cause) {
        return new Failure(
                "Kafka at %s cannot be used: %s; check kafka.bootstrap.servers and that a broker runs there"
                        .formatted(kafka.bootstrapServers(), cause.getMessage()),
                cause);
    }
}
