package dateline.ingest.feed;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A feed that is dropped as files into a folder, which is made if it is not there.
 *
 * @param folder the folder; its sub-folders are watched too, except done/ and failed/, where files go that were taken
 * @param settle how long a file must have stood unchanged before it is taken; 1 second unless given
 * @param every how long to wait between two looks into the folder; 250 milliseconds unless given
 * @param maxBytes the largest file to take; 0 means {@value Feed#LARGEST_ITEM_BYTES}
 */
public record Watch(Path folder, Duration settle, Duration every, int maxBytes) implements Source {
    private static final Duration USUALLY_SETTLED = Duration.ofSeconds(1);
    private static final Duration USUALLY_EVERY = Duration.ofMillis(250);

    public Watch {
        if (folder == null) {
            throw new IllegalArgumentException("watch.folder is missing: name the folder that files are dropped into");
        }
        settle = requireNonNullElse(settle, USUALLY_SETTLED);
        every = requireNonNullElse(every, USUALLY_EVERY);
        maxBytes = Source.limit("watch.max-bytes", maxBytes, Feed.LARGEST_ITEM_BYTES);
        if (settle.isNegative()) {
            throw new IllegalArgumentException("watch.settle is %s: give a time of zero or more".formatted(settle));
        }
        if (every.compareTo(Duration.ofMillis(10)) < 0) {
            throw new IllegalArgumentException("watch.every is %s: 10 milliseconds is the least".formatted(every));
        }
    }

    /** Watches this folder as folders usually are watched. */
    public static Watch of(Path folder) {
        return new Watch(folder, USUALLY_SETTLED, USUALLY_EVERY, 0);
    }
}
