package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import wire.Collector;
import wire.RawItem;
import wire.WireItem;

/** The fixtures under copy/, and what the installed formats read in them. */
public final class Copy {
    public static final Path FOLDER = Path.of("src/test/resources/copy");
    public static final Instant LANDED = Instant.parse("2026-11-23T12:00:00Z");
    private static final Formats FORMATS = Formats.installed();

    private Copy() {}

    public static RawItem.Builder raw(byte[] bytes) {
        return RawItem.newBuilder()
                .setFeed("test")
                .setCollector(Collector.WATCH)
                .setSource("test.file")
                .setLanded(LANDED)
                .setBytes(ByteBuffer.wrap(bytes));
    }

    public static RawItem.Builder raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(FOLDER.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading read(RawItem raw) {
        return FORMATS.read(raw);
    }

    public static Reading reading(String path) {
        return read(raw(bytes(path)).build());
    }

    public static List<WireItem> items(String path) {
        return items(raw(bytes(path)).build());
    }

    public static List<WireItem> items(RawItem raw) {
        Reading reading = read(raw);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).items();
    }

    public static WireItem item(String path) {
        List<WireItem> items = items(path);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    public static WireItem itemOf(String text) {
        List<WireItem> items = items(raw(text).build());
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    /** All fixtures, in a stable order. */
    public static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
