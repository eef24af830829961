package dateline.ingest.feed;

import java.util.concurrent.CompletableFuture;
import wire.RawItem;

/** Where collectors bring what they collected. Items of one feed land in the order they were brought. */
@FunctionalInterface
public interface Landing {

    /** Completes once the item is safe in Kafka, and exceptionally if it is not known to be. Does not throw. */
    CompletableFuture<Place> land(RawItem raw);

    /**
     * Where an item landed.
     *
     * @param topic the topic's name
     */
    record Place(String topic, int partition, long offset) {}
}
