package dateline.launcher;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Things that are closed at the same time, since each takes a while. */
record Together(List<AutoCloseable> things) implements AutoCloseable {
    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            things.forEach(thing -> threads.execute(() -> Shutdown.close(thing)));
        }
    }
}
