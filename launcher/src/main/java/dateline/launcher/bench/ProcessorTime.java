package dateline.launcher.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The processor time that each part has taken since this was made. Unlike rates by the clock it hardly depends on what else
 * a machine does. The compiler and the collector of garbage are no threads of Java's, and the database is a process of its
 * own: they are not in it.
 */
public final class ProcessorTime {
    /** Who takes the time, told by the names of threads. */
    public enum Part {
        READER("dateline-reader"),
        ENRICH("dateline-enrich"),
        ROUTER("dateline-router"),
        ARCHIVE("archivist|indexer|dateline-archive"),
        BROKER("data-plane|group-coordinator|TxnMarkerSender|AddPartitionsToTxn|kafka-|executor-|quorum-"),
        REST("");

        private final Pattern names;

        Part(String names) {
            this.names = Pattern.compile(names);
        }

        private static Part of(String thread) {
            for (Part part : values()) {
                if (part.names.matcher(thread).find()) {
                    return part;
                }
            }
            return REST;
        }
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Long> before = new HashMap<>();

    public ProcessorTime() {
        for (long id : threads.getAllThreadIds()) {
            before.put(id, threads.getThreadCpuTime(id));
        }
    }

    /** What each part has taken; threads that have ended since are not in it. */
    public Map<Part, Duration> taken() {
        Map<Part, Duration> taken = new EnumMap<>(Part.class);
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                long nanos =
                        threads.getThreadCpuTime(thread.getThreadId()) - before.getOrDefault(thread.getThreadId(), 0L);
                taken.merge(Part.of(thread.getThreadName()), Duration.ofNanos(Math.max(0, nanos)), Duration::plus);
            }
        }
        return taken;
    }
}
