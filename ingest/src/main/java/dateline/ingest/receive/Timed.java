package dateline.ingest.receive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that must have come in full by a time, however steadily it drips. */
final class Timed extends FilterInputStream {
    private final long deadline;
    private final Duration patience;

    Timed(InputStream in, Duration patience) {
        super(in);
        this.patience = patience;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        return super.read(bytes, offset, length);
    }

    private void requireTime() throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new IOException("the body did not come in full within " + patience);
        }
    }
}
