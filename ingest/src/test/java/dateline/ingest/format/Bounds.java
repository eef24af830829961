package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import wire.RawItem;

/**
 * Reads copy within what no sound reading costs, whatever the copy: 10 s, and 256 MB of heap for the reader and its test together.
 *
 * <p>The heap is bound by the JVM: the build runs tests of the group {@value #GROUP} with {@code -Xmx256m}, so an
 * {@link OutOfMemoryError} fails them. The time is what the reading thread used of a processor, so that a busy machine makes
 * no hang of a slow reading; a thread that waits uses nothing, and has a minute. It is no measure of speed, which is the
 * benchmarks' matter (the largest document of any make takes about 2 s): reading whose cost grows faster than its copy takes
 * minutes at these sizes, and no machine is so slow that sound reading takes 10 s.
 */
final class Bounds {
    /** The JUnit tag of tests that want the small heap. */
    static final String GROUP = "small-heap";

    private static final long HEAP_BYTES = 256L * 1024 * 1024;
    private static final Duration WORKING = Duration.ofSeconds(10);
    private static final Duration WAITING = Duration.ofMinutes(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /** What came of the reading, and what it took. */
    private record Answer(Reading reading, Duration took) {}

    /** Fails where the reading ends in an exception or passes a bound; a reading that goes on is left to die with the JVM. */
    static Reading read(RawItem raw) {
        assertThat(Runtime.getRuntime().maxMemory())
                .as("the heap of tests of the group %s: run them with -Xmx256m", GROUP)
                .isLessThanOrEqualTo(HEAP_BYTES);
        Answer answer = answer(raw);
        assertThat(answer.took()).as("processor time").isLessThan(WORKING);
        return answer.reading();
    }

    private static Answer answer(RawItem raw) {
        var task = new FutureTask<>(() -> {
            Reading reading = Copy.read(raw);
            return new Answer(reading, Duration.ofNanos(THREADS.getCurrentThreadCpuTime()));
        });
        Thread reader = Thread.ofPlatform().name("reader").daemon().start(task);
        try {
            if (!reader.join(WAITING)) {
                throw new AssertionError("still reading after %s of work in %s, at %s"
                        .formatted(
                                Duration.ofNanos(THREADS.getThreadCpuTime(reader.threadId())),
                                WAITING,
                                Arrays.toString(reader.getStackTrace())));
            }
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("reading ended in " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
