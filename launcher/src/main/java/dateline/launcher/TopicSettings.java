package dateline.launcher;

import java.time.Duration;

/**
 * How topics are made.
 *
 * @param partitions of each topic, and so how many instances of a stage can share the work
 * @param replication copies of each partition
 * @param retention how long wire.items keeps what wire.raw can make again, and how long a sink may be away and still see
 *     every version on wire.articles
 * @param taggedRetention how long the tagged topics keep an article
 */
public record TopicSettings(int partitions, short replication, Duration retention, Duration taggedRetention) {
    public TopicSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("kafka.partitions is " + partitions + ": at least 1 is needed");
        }
        if (replication < 1) {
            throw new IllegalArgumentException("kafka.replication is " + replication + ": at least 1 is needed");
        }
    }
}
