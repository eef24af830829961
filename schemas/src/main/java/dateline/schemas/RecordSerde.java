package dateline.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Reads and writes one type of record. Bytes that are neither encoding, or not of that type, are a SerializationException. */
final class RecordSerde<T extends SpecificRecord> implements Serde<T> {
    private static final byte CONFLUENT = 0x00;
    private static final byte SINGLE_OBJECT = (byte) 0xC3;

    private final Schema schema;
    private final SpecificData data;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;
    private final @Nullable SchemaRegistry registry;
    private final String subject;
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();

    private RecordSerde(Class<T> type, String subject, @Nullable SchemaRegistry registry) {
        data = SpecificData.getForClass(type);
        schema = data.getSchema(type);
        encoder = new BinaryMessageEncoder<>(data, schema);
        decoder = new BinaryMessageDecoder<>(data, schema, Released.schemas());
        this.subject = subject;
        this.registry = registry;
    }

    static <T extends SpecificRecord> RecordSerde<T> singleObject(Class<T> type) {
        return new RecordSerde<>(type, "", null);
    }

    static <T extends SpecificRecord> RecordSerde<T> registered(
            Class<T> type, String subject, SchemaRegistry registry) {
        return new RecordSerde<>(type, subject, registry);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    // Kafka hands a tombstone over as null, both ways.
    @SuppressWarnings("NullAway")
    private byte[] write(@Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            return registry == null ? array(encoder.encode(value)) : framed(value, registry.id(subject, schema));
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("cannot write a " + schema.getName() + ": " + e.getMessage(), e);
        }
    }

    private byte[] framed(T value, int id) throws IOException {
        var out = new ByteArrayOutputStream(4096);
        out.write(CONFLUENT);
        out.write(ByteBuffer.allocate(4).putInt(id).array());
        BinaryEncoder binary = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<T>(schema, data).write(value, binary);
        binary.flush();
        return out.toByteArray();
    }

    private static byte[] array(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    @SuppressWarnings("NullAway")
    private T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length == 0) {
            throw new SerializationException("not a " + schema.getName() + ": no bytes at all");
        }
        try {
            return switch (bytes[0]) {
                case SINGLE_OBJECT -> decoder.decode(bytes);
                case CONFLUENT -> unframed(bytes);
                default ->
                    throw new SerializationException(
                            "not a %s: it starts with byte 0x%02x, neither 0xc3 of Avro's single-object encoding nor 0x00 of a registry's"
                                    .formatted(schema.getName(), bytes[0]));
            };
        } catch (IOException | RuntimeException e) {
            // Avro answers hostile lengths and wrong branches with all kinds of exceptions.
            throw e instanceof SerializationException s
                    ? s
                    : new SerializationException("not a " + schema.getName() + ": " + e.getMessage(), e);
        }
    }

    private T unframed(byte[] bytes) throws IOException {
        if (registry == null) {
            throw new SerializationException(
                    "a " + schema.getName() + " written by way of a schema registry: set kafka.properties \""
                            + Encoding.REGISTRY + "\" to its address to read it");
        }
        int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
        DatumReader<T> reader = readers.get(id);
        if (reader == null) {
            reader = new SpecificDatumReader<>(registry.schema(id), schema, data);
            readers.put(id, reader);
        }
        return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    }
}
