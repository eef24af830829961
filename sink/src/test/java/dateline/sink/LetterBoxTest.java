package dateline.sink;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.schemas.KafkaConfig;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import wire.WireItem;

class LetterBoxTest {
    @Test
    @Timeout(30)
    void whereThereIsNoKafkaTheSenderIsToldInItsTime() {
        var kafka = new KafkaConfig("127.0.0.1:1");
        try (var letters = new LetterBox<>(kafka, kafka.topics().items(), Duration.ofSeconds(1))) {
            assertThatThrownBy(() ->
                            letters.post(new byte[] {1}, WireItem.newBuilder().build()))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("wire.items");
        }
    }
}
