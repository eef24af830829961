package dateline.launcher;

import static java.util.stream.Collectors.toSet;

import dateline.launcher.replay.Change;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import wire.Notice;
import wire.Retelling;
import wire.WireItem;

/**
 * Makes the live pipeline tell what a replay found, in one transaction: all of it is heard or nothing. Enrich remains the
 * judge of each item: it heeds what it is told only while the version stands that was meant.
 *
 * @param fresh the wire items from which the replay made its articles
 */
record Swap(KafkaConfig kafka, Topic<WireItem> fresh) {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Writes it, and waits a while for enrich to tell the items.
     *
     * @param wanted does not wait any longer once this is false
     * @return how many of the items enrich has told by then
     */
    int make(Collection<Change> changes, BooleanSupplier wanted) throws Failure {
        if (changes.isEmpty()) {
            return 0;
        }
        Set<String> untold = changes.stream().map(Change::id).collect(toSet());
        int all = untold.size();
        try (var told = new TopicReader<>(kafka, kafka.topics().articles())) {
            write(changes);
            long end = System.nanoTime() + PATIENCE.toNanos();
            told.follow(
                    record -> untold.remove(record.key()),
                    () -> !untold.isEmpty() && System.nanoTime() < end && wanted.getAsBoolean());
        }
        return all - untold.size();
    }

    private void write(Collection<Change> changes) throws Failure {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        Set<String> added = changes.stream()
                .filter(change -> change.kind() == Change.Kind.ADDED)
                .map(Change::id)
                .collect(toSet());
        if (!added.isEmpty()) {
            records.addAll(filed(added));
        }
        changes.stream()
                .filter(change -> change.kind() == Change.Kind.CHANGED)
                .map(this::retelling)
                .forEach(records::add);
        send(records);
    }

    /** What today's code read, as the wire filed it: from there on it takes the way of all items. */
    private List<ProducerRecord<String, byte[]>> filed(Set<String> ids) throws Failure {
        String items = kafka.topics().items().name();
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        try (var reader = new TopicReader<>(kafka, List.of(fresh.name()), new ByteArrayDeserializer())) {
            reader.readAll(record -> {
                if (ids.contains(record.key())) {
                    records.add(new ProducerRecord<>(
                            items, null, record.timestamp(), record.key(), record.value(), record.headers()));
                }
            });
        }
        return records;
    }

    private ProducerRecord<String, byte[]> retelling(Change change) {
        var word = Retelling.newBuilder()
                .setVersion(change.live().getVersion())
                .setLanded(change.live().getLanded())
                .setArticle(change.fresh())
                .build();
        return record(
                kafka.topics().notices(),
                change.id(),
                Notice.newBuilder().setWord(word).build());
    }

    private static <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
            Topic<V> topic, String key, V value) {
        return new ProducerRecord<>(
                topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> client = kafka.client();
        client.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "dateline-replay-" + UUID.randomUUID());
        client.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis());
        client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Stage.MAX_RECORD_BYTES);
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (ProducerRecord<String, byte[]> record : records) {
                // Should one fail, so does the commit.
                var _ = producer.send(record);
            }
            producer.commitTransaction();
        }
    }
}
