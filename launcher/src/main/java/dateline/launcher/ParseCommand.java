package dateline.launcher;

import dateline.enrich.page.PageExtractor;
import dateline.ingest.feed.Feed;
import dateline.ingest.format.Formats;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.WireItemJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wire.RawItem;
import wire.WireItem;

@Command(
        name = "parse",
        description =
                "Reads wire files without Kafka: a line of JSON for each item, and for each file that cannot be read.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class ParseCommand implements Callable<Integer> {
    /** As much as a watched folder takes. */
    private static final long LARGEST_FILE = Feed.LARGEST_ITEM_BYTES;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*")
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private List<Path> files;

    @Option(names = "--format", description = "Read them as this format, instead of telling it from their content.")
    private @Nullable String format;

    private final Formats formats = Formats.installed();

    @Override
    public Integer call() throws Exception {
        Logs.toConsole(false);
        Lines.ofEach(files, spec.commandLine().getOut(), this::lines);
        return 0;
    }

    private String lines(Path file) {
        return String.join(System.lineSeparator(), WireItemJson.lines(file.toString(), read(file)));
    }

    private Reading read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return new Rejected(
                        Defect.TOO_LARGE,
                        String.format(
                                Locale.ROOT,
                                "the document has %,d bytes; at most %,d are read",
                                Files.size(file),
                                LARGEST_FILE));
            }
            var raw = RawItem.newBuilder()
                    .setFeed("parse")
                    .setSource(String.valueOf(file.getFileName()))
                    .setFormat(format)
                    .setLanded(Instant.now())
                    .setBytes(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .build();
            Reading reading = formats.read(raw);
            return reading instanceof Read(var items, var defects)
                    ? new Read(items.stream().map(this::withBody).toList(), defects)
                    : reading;
        } catch (NoSuchFileException e) {
            return new Rejected(Defect.UNREADABLE, "there is no such file");
        } catch (IOException e) {
            return new Rejected(Defect.UNREADABLE, "it cannot be opened: " + e.getMessage());
        }
    }

    /** In the pipeline it is enrich that finds the article in a page; here both meet. */
    private WireItem withBody(WireItem item) {
        return item.getPage() == null
                ? item
                : WireItem.newBuilder(item)
                        .setBodyText(PageExtractor.extract(item.getPage(), item.getLink())
                                .body())
                        .build();
    }
}
