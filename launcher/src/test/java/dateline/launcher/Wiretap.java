package dateline.launcher;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import wire.Article;
import wire.WireItem;

/**
 * Follows every topic of a Dateline from its beginning, as someone outside reads it, and keeps count: what stands on each, how
 * often it was said, and whether it bears words that should not be there.
 */
final class Wiretap implements AutoCloseable {
    /** Where copy is before it is released, or what only Kafka Streams itself reads: no one else's to see. */
    private static final Set<String> INSIDE = Set.of(Topics.RAW, Topics.ITEMS);

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaConfig kafka;
    private final Pattern secret;
    private final Map<String, Map<String, Article>> latest = new HashMap<>();
    private final Map<String, Map<String, Integer>> said = new HashMap<>();
    private final Map<String, Integer> items = new HashMap<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> leaks = new HashSet<>();
    private final Map<String, Integer> records = new HashMap<>();

    /** @param secret what must be on no topic that others read */
    Wiretap(KafkaConfig kafka, String secret) {
        this.kafka = kafka;
        this.secret = Pattern.compile(secret);
        var client = kafka.client();
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(client, Topic.KEYS.deserializer(), new ByteArrayDeserializer());
    }

    KafkaConfig kafka() {
        return kafka;
    }

    /** Reads what has come since the last time. */
    void catchUp() {
        List<TopicPartition> known = consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith("wire."))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (!consumer.assignment().containsAll(known)) {
            Map<TopicPartition, Long> places = consumer.assignment().stream()
                    .collect(Collectors.toMap(partition -> partition, consumer::position));
            consumer.assign(known);
            consumer.seekToBeginning(
                    known.stream().filter(one -> !places.containsKey(one)).toList());
            places.forEach(consumer::seek);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(known);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(A_MOMENT).forEach(this::hear);
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        String topic = record.topic();
        records.merge(topic, 1, Integer::sum);
        if (record.value() != null && !INSIDE.contains(topic)) {
            // Avro writes text as it is.
            var matcher = secret.matcher(new String(record.value(), StandardCharsets.ISO_8859_1));
            if (matcher.find()) {
                leaks.add(matcher.group() + " on " + topic);
            }
        }
        switch (topic) {
            case Topics.ITEMS -> {
                WireItem item = kafka.topics().items().values().deserializer().deserialize(topic, record.value());
                items.merge(ChaosCopy.key(item.getId(), item.getVersion()), 1, Integer::sum);
            }
            case Topics.HELD -> {
                if (record.value() == null) {
                    held.remove(record.key());
                } else {
                    held.add(record.key());
                }
            }
            case Topics.RAW, Topics.CURSORS, Topics.DEAD_LETTERS, Topics.NOTICES, Topics.KIN -> {}
            default -> article(topic, record);
        }
    }

    private void article(String topic, ConsumerRecord<String, byte[]> record) {
        Map<String, Article> standing = latest.computeIfAbsent(topic, name -> new HashMap<>());
        if (record.value() == null) {
            standing.remove(record.key());
            return;
        }
        Article article = kafka.topics().articles().values().deserializer().deserialize(topic, record.value());
        standing.put(record.key(), article);
        said.computeIfAbsent(topic, name -> new HashMap<>())
                .merge(said(article.getId(), article.getVersion(), article.getEvent()), 1, Integer::sum);
    }

    private static String said(String id, String version, Object event) {
        return ChaosCopy.key(id, version) + " " + event;
    }

    /** How often a version was said as one of these events. */
    int times(String topic, String id, String version, Object... events) {
        Map<String, Integer> counts = said.getOrDefault(topic, Map.of());
        return Stream.of(events)
                .mapToInt(event -> counts.getOrDefault(said(id, version, event), 0))
                .sum();
    }

    /** What stands on a topic, by item. */
    Map<String, Article> latest(String topic) {
        return latest.getOrDefault(topic, Map.of());
    }

    /** How often each version is on wire.items. */
    Map<String, Integer> items() {
        return items;
    }

    Set<String> held() {
        return held;
    }

    /** What was heard where it should not be. */
    List<String> leaks() {
        return new ArrayList<>(leaks);
    }

    int count(String topic) {
        return records.getOrDefault(topic, 0);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
