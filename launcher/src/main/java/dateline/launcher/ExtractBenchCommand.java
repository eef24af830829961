package dateline.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.enrich.line.ExtractLine;
import dateline.enrich.tag.Annotator;
import dateline.launcher.bench.Figures;
import dateline.launcher.bench.PageCases;
import dateline.launcher.bench.PageCases.PageCase;
import dateline.launcher.bench.SnippetScore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jsoup.Jsoup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "extract",
        description = {
            "Measures extract on a folder of pages: cases.json lists them, with snippets that must and must not be in the body.",
            "The half it was tuned on and the other half are told apart. The rate is of pages of 100 to 300 KB, on all",
            "processors, beside the rate of parsing alone in the same run: compare the ratio, machines differ."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class ExtractBenchCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As many pages are timed at most: they are held in memory. */
    private static final int TIMED = 150;

    private static final int ROUNDS = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", arity = "1")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private Path folder;

    private final ExtractLine extract = new ExtractLine(new Annotator());
    private final Figures millis = new Figures();

    @Override
    public Integer call() throws Exception {
        Logs.toConsole(false);
        if (!Files.isRegularFile(folder.resolve("cases.json"))) {
            throw new Failure("there is no cases.json in " + folder);
        }
        PrintWriter out = spec.commandLine().getOut();
        List<PageCase> cases = PageCases.in(folder);
        var tuned = new SnippetScore();
        var other = new SnippetScore();
        each(cases, page -> {
            (page.isTuned() ? tuned : other).add(page, body(page));
            return "";
        });
        report(out, "the half it was tuned on", tuned);
        report(out, "the other half", other);
        time(out, cases);
        out.flush();
        return 0;
    }

    private String body(PageCase page) {
        try {
            long start = System.nanoTime();
            String answer = extract.answer(page.line(folder));
            synchronized (millis) {
                millis.add((System.nanoTime() - start) / 1_000_000);
            }
            return JSON.readTree(answer).path("body").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void time(PrintWriter out, List<PageCase> cases) throws Exception {
        List<String> pages = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (PageCase page : cases) {
            String html = lines.size() < TIMED ? page.html(folder) : "";
            if (html.length() >= 100_000 && html.length() <= 300_000) {
                pages.add(html);
                lines.add(page.line(folder));
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        rate(lines, extract::answer);
        double rate = rate(lines, extract::answer);
        double parsing = rate(pages, html -> Jsoup.parse(html).title());
        out.printf("%-42s %8.0f pages/s%n", "extract, " + lines.size() + " pages of 100 to 300 KB", rate);
        out.printf("%-42s %8.0f pages/s%n", "parsing them, and no more", parsing);
        out.printf("%-42s %8.2f%n", "ratio", rate / parsing);
        out.printf("%-42s %8d ms%n", "one page, p99", millis.percentile(0.99));
        out.printf("%-42s %8d ms%n", "one page, longest", millis.percentile(1));
    }

    private static double rate(List<String> inputs, Function<String, String> answer) throws Exception {
        List<String> all = new ArrayList<>();
        Collections.nCopies(ROUNDS, inputs).forEach(all::addAll);
        long start = System.nanoTime();
        each(all, answer);
        return Figures.rate(all.size(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static <T> void each(List<T> inputs, Function<T, String> answer) throws Exception {
        Lines.ofEach(inputs, new PrintWriter(Writer.nullWriter()), answer);
    }

    private static void report(PrintWriter out, String half, SnippetScore score) {
        out.printf(
                "%-26s %4d pages   precision %.4f   recall %.4f   F1 %.4f%n",
                half, score.pages(), score.precision(), score.recall(), score.f1());
    }
}
