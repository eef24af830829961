package dateline.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be closed when the process is told to stop (Ctrl-C, SIGTERM), the last opened first. Closing may begin while
 * opening still goes on: what is opened after that is closed at once.
 */
final class Shutdown implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Thread hook = new Thread(this::close, "shutdown");
    private boolean closed;

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Has it closed at the end. */
    <T extends AutoCloseable> T closing(T resource) {
        synchronized (open) {
            if (!closed) {
                open.push(resource);
                return resource;
            }
        }
        close(resource);
        return resource;
    }

    boolean wanted() {
        return asked.getCount() > 0;
    }

    /** Comes back once the process is told to stop. */
    void await() throws InterruptedException {
        asked.await();
    }

    @Override
    public void close() {
        asked.countDown();
        synchronized (open) {
            closed = true;
            while (!open.isEmpty()) {
                close(open.pop());
            }
        }
    }

    /** Closes it; a fault is a line in the log, for there is nobody left to mend it. */
    static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.warn("{} did not close cleanly: {}", resource.getClass().getSimpleName(), e.toString());
        }
    }
}
