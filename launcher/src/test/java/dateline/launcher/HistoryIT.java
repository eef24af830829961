package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.launcher.embedded.EmbeddedKafka;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Stage;
import dateline.schemas.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wire.WireItem;

@Timeout(value = 20, unit = TimeUnit.MINUTES)
class HistoryIT {
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    private static final int ITEMS = 20_000;
    private static final int AGAIN = 100;
    /** As many records as a consumer takes at once. */
    private static final int BATCH = 500;

    @TempDir
    Path folder;

    /** Whatever times the providers give, and though some that were read long ago were sent round again at the end. */
    @Test
    void aTimeBeginsNoMoreThanABatchBeforeTheFirstItemThatWasReadThen() throws Exception {
        try (var broker = new EmbeddedKafka(folder, Stage.MAX_RECORD_BYTES)) {
            var kafka = new KafkaConfig(broker.bootstrapServers());
            Topic<WireItem> items = kafka.topics().items();
            new TopicSetup(kafka, new Settings.Kafka(null, Map.of(), 1, 1, Duration.ofDays(7))).ensure(List.of(items));
            var random = new Random(3);
            try (var producer = new KafkaProducer<>(
                    Bench.producing(kafka),
                    Topic.KEYS.serializer(),
                    items.values().serializer())) {
                for (int number = 0; number < ITEMS + AGAIN; number++) {
                    var item = WireItem.newBuilder()
                            .setId("lantern:" + number)
                            .setLanded(FIRST.plusSeconds(number % ITEMS))
                            .setRead(FIRST.plusSeconds(number % ITEMS + 1))
                            .build();
                    long provider = FIRST.plus(Duration.ofHours(random.nextInt(-9000, 0)))
                            .toEpochMilli();
                    var _ = producer.send(new ProducerRecord<>(items.name(), null, provider, item.getId(), item));
                }
            }
            for (int number : new int[] {0, 1, 777, 12_345, ITEMS - 1}) {
                History history = History.ofItems(kafka, FIRST.plusSeconds(number + 1));

                assertThat(history.begins().values())
                        .singleElement()
                        .satisfies(begin ->
                                assertThat(begin).isBetween((long) Math.max(0, number - BATCH), (long) number));
                assertThat(history.ends()).containsEntry(0, (long) ITEMS + AGAIN);
            }
            assertThat(History.ofItems(kafka, FIRST.plus(Duration.ofDays(9))).offsets())
                    .isZero();
        }
    }
}
