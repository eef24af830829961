package dateline.ingest;

import dateline.ingest.feed.Landing;
import dateline.schemas.Topic;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import wire.RawItem;

/** Lands raw items on wire.raw, keyed by feed: one feed's copy stays in the order in which it came. */
final class KafkaLanding implements Landing {
    private final Producer<String, byte[]> producer;
    private final Topic<RawItem> topic;

    KafkaLanding(Producer<String, byte[]> producer, Topic<RawItem> topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public CompletableFuture<Place> land(RawItem raw) {
        return send(producer, topic, raw.getFeed(), raw.getLanded().toEpochMilli(), raw)
                .thenApply(sent -> new Place(sent.topic(), sent.partition(), sent.offset()));
    }

    /** Completes once acknowledged; whatever goes wrong, here or there, completes it exceptionally. */
    static <V extends SpecificRecord> CompletableFuture<RecordMetadata> send(
            Producer<String, byte[]> producer, Topic<V> topic, String key, long timestamp, V value) {
        var sent = new CompletableFuture<RecordMetadata>();
        try {
            byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
            // The callback is told all that this future would tell.
            var _ = producer.send(
                    new ProducerRecord<>(topic.name(), null, timestamp, key, bytes), (metadata, failure) -> {
                        if (failure == null) {
                            sent.complete(metadata);
                        } else {
                            sent.completeExceptionally(failure);
                        }
                    });
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }
}
