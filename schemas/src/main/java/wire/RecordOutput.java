package wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes a record's bytes, without a header, to what only looks at them: to count them, or to tell them from others. */
public final class RecordOutput {
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(8 * 1024);

    private RecordOutput() {}

    /** Writes a record in Avro's binary encoding. */
    public static void write(SpecificRecord record, OutputStream to) {
        BinaryEncoder encoder = ENCODERS.binaryEncoder(to, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
