package dateline.launcher;

import static java.util.Objects.requireNonNull;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the stages have come on the topics that they read. */
final class StageProgress implements AutoCloseable {
    private final Admin admin;

    StageProgress(KafkaConfig kafka) {
        admin = Admin.create(kafka.client());
    }

    /** Whether a stage has read all that is there for it now; false where it has read nothing yet, or Kafka does not say. */
    boolean hasCaughtUp(String stage) {
        try {
            Map<TopicPartition, OffsetAndMetadata> come = admin.listConsumerGroupOffsets(Stage.PREFIX + stage)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = come.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return !come.isEmpty()
                    && admin.listOffsets(ends).all().get().entrySet().stream()
                            .allMatch(end ->
                                    requireNonNull(come.get(end.getKey())).offset()
                                            >= end.getValue().offset());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
