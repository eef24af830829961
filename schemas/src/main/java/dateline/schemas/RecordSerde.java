package dateline.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageDecoder;
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
    private static final ThreadLocal<Pen> PENS = ThreadLocal.withInitial(Pen::new);

    private static final byte CONFLUENT = 0x00;
    private static final byte SINGLE_OBJECT = (byte) 0xC3;
    private static final byte VERSION = 1;
    private static final int HEADER = 10;

    private final Schema schema;
    private final SpecificData data;
    private final DatumWriter<T> writer;
    private final BinaryMessageDecoder<T> decoder;
    /** What a record written with this schema begins with: the marker, the version, the schema's fingerprint. */
    private final byte[] header;

    private final DatumReader<T> today;
    private final @Nullable SchemaRegistry registry;
    private final String subject;
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();

    private RecordSerde(Class<T> type, String subject, @Nullable SchemaRegistry registry) {
        data = SpecificData.getForClass(type);
        schema = data.getSchema(type);
        writer = new SpecificDatumWriter<>(schema, data);
        decoder = new BinaryMessageDecoder<>(data, schema, Released.schemas());
        header = ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SINGLE_OBJECT)
                .put(VERSION)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
        today = new SpecificDatumReader<>(schema, schema, data);
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
            return PENS.get().write(registry == null ? header : framed(registry.id(subject, schema)), value, writer);
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("cannot write a " + schema.getName() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] framed(int id) {
        return ByteBuffer.allocate(5).put(CONFLUENT).putInt(id).array();
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
                case SINGLE_OBJECT -> singleObject(bytes);
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

    /** Avro's own decoder of messages reads from a stream, a byte at a time: what is written as today is read from the array. */
    private T singleObject(byte[] bytes) throws IOException {
        return Arrays.equals(bytes, 0, Math.min(HEADER, bytes.length), header, 0, HEADER)
                ? today.read(null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null))
                : decoder.decode(bytes);
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

    /** Avro's own encoder of messages writes byte after byte into a stream that locks itself for each: this one gathers them. */
    private static final class Pen {
        private static final int GATHERED = 8 * 1024;
        private static final int KEPT = 1024 * 1024;
        private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(GATHERED);

        private ByteArrayOutputStream out = new ByteArrayOutputStream(GATHERED);
        private @Nullable BinaryEncoder encoder;

        <T> byte[] write(byte[] header, T value, DatumWriter<T> writer) throws IOException {
            // What a write that failed has left goes out first, and is then forgotten.
            encoder = ENCODERS.binaryEncoder(out, encoder);
            out.reset();
            out.writeBytes(header);
            writer.write(value, encoder);
            encoder.flush();
            byte[] bytes = out.toByteArray();
            if (bytes.length > KEPT) {
                out = new ByteArrayOutputStream(GATHERED);
            }
            return bytes;
        }
    }
}
