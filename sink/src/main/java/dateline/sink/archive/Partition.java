package dateline.sink.archive;

/**
 * A partition of a topic.
 *
 * @param topic the topic's name
 * @param number the partition's number there, from 0
 */
public record Partition(String topic, int number) {
    @Override
    public String toString() {
        return topic + "/" + number;
    }
}
