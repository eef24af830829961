package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.enrich.page.PageExtractor;
import dateline.launcher.bench.PageCases;
import dateline.launcher.bench.PageCases.PageCase;
import dateline.launcher.bench.SnippetScore;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractBenchTest {
    @TempDir
    Path folder;

    @Test
    void rightMissingAndTooMuchAreCounted() {
        var page = new PageCase("a", "", List.of("one two", "three", "four"), List.of("five", "six"));
        var score = new SnippetScore();

        score.add(page, "one\n two three\u00a0 five");

        assertThat(score.pages()).isEqualTo(1);
        assertThat(score.precision()).isEqualTo(2 / 3.0);
        assertThat(score.recall()).isEqualTo(2 / 3.0);
        assertThat(score.f1()).isEqualTo(2 / 3.0);
    }

    @Test
    void aFolderOfPagesIsMeasured() throws Exception {
        String text =
                "The harbour bridge at Velmond will close on Monday, the council said, and stay shut until April.";
        Files.createDirectory(folder.resolve("html"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("html/a.html.gz")))) {
            out.write(("<nav>Menu</nav><p>" + text + "</p>").repeat(2).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(
                folder.resolve("cases.json"),
                "[{\"file\":\"html/a.html.gz\",\"url\":\"x\",\"with\":[\"harbour bridge\"],\"without\":[\"Menu\"]}]");

        Said said = Said.dateline("bench", "extract", folder.toString());

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).containsPattern("1 pages   precision 1.0000   recall 1.0000   F1 1.0000");
    }

    @Test
    void aFolderWithoutCasesIsAFailureThatSaysSo() {
        Said said = Said.dateline("bench", "extract", folder.toString());

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("cases.json");
    }

    /** On the half that nothing was tuned on. The floor lies a little below what was measured. */
    @Test
    void theArticlesOfRealPagesAreFound() throws Exception {
        Optional<Path> pages = pages();
        assumeTrue(
                pages.isPresent(),
                "the pages are not here: shared/data/extraction stands beside no folder above this one");
        var score = new SnippetScore();

        for (PageCase page : PageCases.in(pages.get())) {
            if (!page.isTuned()) {
                String body = PageExtractor.extract(page.html(pages.get()), page.url())
                        .body();
                assertThat(body).as(page.file()).isNotEmpty();
                score.add(page, body);
            }
        }

        assertThat(score.f1()).isGreaterThan(0.90);
    }

    private static Optional<Path> pages() {
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve("shared/data/extraction"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
