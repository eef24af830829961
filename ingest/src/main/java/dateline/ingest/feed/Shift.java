package dateline.ingest.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The threads on which a kind of collector works, a virtual one for each feed. */
public final class Shift {
    private final String kind;
    private final List<Thread> threads = new ArrayList<>();

    /** @param kind the threads' name */
    public Shift(String kind) {
        this.kind = kind;
    }

    public void begin(Runnable work) {
        threads.add(Thread.ofVirtual().name(kind).start(work));
    }

    /** Interrupts them all. */
    public void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    /** Waits for all of them to come to their end, for so long at most, and interrupts those that have not. */
    public void end(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (left.isPositive()) {
                    thread.join(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupt();
        }
    }
}
