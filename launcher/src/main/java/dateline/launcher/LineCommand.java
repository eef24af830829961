package dateline.launcher;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that answers each input with a line of JSON: files as they are, or with --jsonl each of their lines. */
abstract class LineCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Option(
            names = "--jsonl",
            description = "The input is a line of JSON for each, and so is the output, in the same order.")
    private boolean jsonl;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Standard input unless given.")
    private List<Path> files = new ArrayList<>();

    /** The answer to a line of JSON. */
    abstract String line(String json);

    /** The answer to a whole file. */
    abstract String file(String name, String content);

    @Override
    public Integer call() throws Exception {
        Logs.toConsole(false);
        PrintWriter out = spec.commandLine().getOut();
        if (jsonl) {
            Lines.ofEachLine(files, out, this::answer);
        } else if (files.isEmpty()) {
            out.println(file("-", new String(System.in.readAllBytes(), StandardCharsets.UTF_8)));
            out.flush();
        } else {
            Lines.ofEach(files, out, this::answer);
        }
        return 0;
    }

    private String answer(String json) {
        try {
            return line(json);
        } catch (IllegalArgumentException e) {
            return error("id", null, "MALFORMED", String.valueOf(e.getMessage()));
        }
    }

    private String answer(Path file) {
        try {
            return file(file.toString(), Files.readString(file));
        } catch (IOException e) {
            return error("source_file", file.toString(), "UNREADABLE", "it cannot be read as UTF-8 text: " + e);
        }
    }

    private static String error(String key, @Nullable String name, String defect, String detail) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(key, name);
        line.putObject("error").put("defect", defect).put("detail", detail);
        return line.toString();
    }
}
