package dateline.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/**
 * What came of a dateline command that ran in this process.
 *
 * @param exitCode 0 done, 1 failed, 2 not understood
 * @param out what it printed for machines
 * @param err what it printed for people
 */
record Said(int exitCode, String out, String err) {
    static Said dateline(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode = Dateline.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Said(exitCode, out.toString(), err.toString());
    }
}
