package dateline.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Batch work: each input answered with lines of output, on all processors, in the order of the inputs. No more than a few
 * inputs for each processor are held at a time, however many there are.
 */
final class Lines {
    private static final int AHEAD = 8 * Runtime.getRuntime().availableProcessors();

    private Lines() {}

    /** An input that may be slow or large to come by, such as a file. */
    interface Source<T> {
        T next() throws IOException;
    }

    /** Answers each line of the files, or of standard input where there are none. */
    static void ofEachLine(List<Path> files, PrintWriter out, Function<String, String> answer) throws Exception {
        if (files.isEmpty()) {
            each(System.in, out, answer);
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                each(in, out, answer);
            }
        }
    }

    private static void each(InputStream in, PrintWriter out, Function<String, String> answer) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        inOrder(lines::readLine, out, answer);
    }

    /** Answers each of these. */
    @SuppressWarnings("NullAway") // null ends them
    static <T> void ofEach(List<T> inputs, PrintWriter out, Function<T, String> answer) throws Exception {
        var each = inputs.iterator();
        inOrder(() -> each.hasNext() ? each.next() : null, out, answer);
    }

    /** Answers what the source gives until it gives null. */
    @SuppressWarnings("NullAway") // the source ends with null, as a Reader does
    private static <T> void inOrder(Source<T> source, PrintWriter out, Function<T, String> answer) throws Exception {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Queue<Future<String>> ahead = new ArrayDeque<>();
            for (T input = source.next(); input != null; input = source.next()) {
                T one = input;
                ahead.add(threads.submit(() -> answer.apply(one)));
                if (ahead.size() >= AHEAD) {
                    print(out, ahead.remove());
                }
            }
            while (!ahead.isEmpty()) {
                print(out, ahead.remove());
            }
        }
        out.flush();
    }

    private static void print(PrintWriter out, Future<String> answer) throws Exception {
        try {
            String text = answer.get();
            if (!text.isEmpty()) {
                out.println(text);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
