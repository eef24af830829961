package dateline.launcher;

import dateline.ingest.format.Reading;
import dateline.ingest.format.WireFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wire.RawItem;
import wire.WireItem;

/**
 * A wire format with a bug, which is mended by and by: it trips over its copy until there is the file that the copy's
 * first line names. The second line is an id, the third a headline.
 */
public final class Stumbling implements WireFormat {
    private static final String MAGIC = "stumbles until ";

    /** Copy that this format takes for its own, and no other. */
    static String copy(Path mended, String id, String headline) {
        return MAGIC + mended + "\n" + id + "\n" + headline + "\n";
    }

    @Override
    public String name() {
        return "stumbling";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return text(raw).startsWith(MAGIC);
    }

    @Override
    public Reading read(RawItem raw) {
        List<String> lines = text(raw).lines().toList();
        if (Files.notExists(Path.of(lines.getFirst().substring(MAGIC.length())))) {
            throw new IllegalStateException("a bug that nobody has mended yet");
        }
        return new Reading.Read(List.of(WireItem.newBuilder()
                .setId(lines.get(1))
                .setFormat(name())
                .setHeadline(lines.get(2))
                .setBodyText(lines.get(2))
                .build()));
    }

    private static String text(RawItem raw) {
        return StandardCharsets.UTF_8.decode(raw.getBytes().duplicate()).toString();
    }
}
