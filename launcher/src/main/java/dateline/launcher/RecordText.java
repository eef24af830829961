package dateline.launcher;

import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import wire.RawItem;

/** Shows a record's bytes to people: a raw item as the copy that was filed, any other record as Avro prints it. */
final class RecordText {
    private static final int ENOUGH = 20_000;

    private final Topics topics;

    RecordText(Topics topics) {
        this.topics = topics;
    }

    /** The bytes as text, cut where it would run for pages; what is no text is shown by its size and first bytes. */
    String of(String topic, byte[] value) {
        return plain(shown(topic, value));
    }

    /** Copy is from outside, and a terminal obeys control characters. */
    static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\uFFFD");
    }

    private String shown(String topic, byte[] value) {
        try {
            if (topic.equals(Topics.RAW)) {
                RawItem raw = read(topics.raw(), value);
                return "%s, landed %s, %s%n%n%s"
                        .formatted(
                                raw.getSource(),
                                raw.getLanded(),
                                raw.getContentType() == null ? "no content type" : raw.getContentType(),
                                text(raw.getBytes()));
            }
            if (topic.equals(Topics.ITEMS)) {
                return read(topics.items(), value).toString();
            }
            return read(topics.articles(), value).toString();
        } catch (SerializationException e) {
            return text(ByteBuffer.wrap(value));
        }
    }

    private static <V> V read(Topic<V> topic, byte[] value) {
        return topic.values().deserializer().deserialize(topic.name(), value);
    }

    private static String text(ByteBuffer bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
            return text.length() <= ENOUGH
                    ? text.toString()
                    : text.subSequence(0, ENOUGH) + "… (" + text.length() + " characters in all)";
        } catch (CharacterCodingException e) {
            // Latin-1 shows every byte as something.
            ByteBuffer start = bytes.duplicate();
            start.limit(Math.min(start.limit(), start.position() + ENOUGH));
            return StandardCharsets.ISO_8859_1.decode(start).toString();
        }
    }
}
