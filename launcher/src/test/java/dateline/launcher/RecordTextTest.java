package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.Encoding;
import dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import wire.RawItem;

class RecordTextTest {
    private final Topics topics = new Topics(new Encoding.SingleObject());

    @Test
    void copyIsShownWithItsLinesButCommandsNoTerminal() {
        RawItem raw = RawItem.newBuilder()
                .setSource("one.txt")
                .setBytes(ByteBuffer.wrap(
                        "Zürich\r\nsecond\tline \u001b]0;owned\u0007 \u009b2J".getBytes(StandardCharsets.UTF_8)))
                .build();
        byte[] value = topics.raw().values().serializer().serialize(Topics.RAW, raw);

        assertThat(new RecordText(topics).of(Topics.RAW, value))
                .startsWith("one.txt, landed")
                .endsWith("Zürich\nsecond\tline \uFFFD]0;owned\uFFFD \uFFFD2J");
    }
}
