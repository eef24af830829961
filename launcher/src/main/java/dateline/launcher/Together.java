package dateline.launcher;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Things that are closed at the same time, since each takes a while. */
record Together(List<AutoCloseable> things) implements AutoCloseable {
    @Override
    public void close() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> closing = things.stream()
                    .map(thing -> threads.<Void>submit(() -> {
                        thing.close();
                        return null;
                    }))
                    .toList();
            for (Future<Void> one : closing) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
