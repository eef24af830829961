package dateline.ingest.format;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import wire.Collector;
import wire.RawItem;

/** Reads files named on the command line as {@code dateline parse} does, for scoring the formats by themselves. */
public final class ParseFiles {
    private ParseFiles() {}

    public static void main(String[] files) throws IOException {
        Formats formats = Formats.installed();
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String file : files) {
            Reading reading = formats.read(raw(Path.of(file), Instant.now()));
            WireItemJson.lines(file, reading).forEach(out::println);
        }
        out.flush();
    }

    static RawItem raw(Path file, Instant landed) throws IOException {
        return RawItem.newBuilder()
                .setFeed("files")
                .setCollector(Collector.WATCH)
                .setSource(file.getFileName().toString())
                .setLanded(landed)
                .setBytes(ByteBuffer.wrap(Files.readAllBytes(file)))
                .build();
    }
}
