package dateline.schemas;

import java.io.OutputStream;
import org.apache.avro.specific.SpecificRecord;
import wire.RecordOutput;

/** How large a record is once it is written, counted without keeping what is written. */
public final class RecordSize {
    /**
     * The largest record a stage may make of what it read, bytes: it still fits into a dead letter, with its key. Kafka fails
     * the whole transaction over a record that it does not take, and so the stage, again and again over the same record.
     */
    public static final int LARGEST = Stage.MAX_RECORD_BYTES - 2 * 1024 * 1024;

    /** The longest key a stage may give a record, in UTF-16 code units. */
    public static final int LONGEST_KEY = 2_000;

    private RecordSize() {}

    /** The record's size in Avro's binary encoding, bytes. */
    public static long of(SpecificRecord record) {
        var counter = new Counter();
        RecordOutput.write(record, counter);
        return counter.bytes;
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
