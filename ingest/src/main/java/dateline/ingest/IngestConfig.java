package dateline.ingest;

import static java.util.Objects.requireNonNullElse;

import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Watch;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * What to take in, and how.
 *
 * @param feeds the feeds, in any order
 * @param receive where pushed feeds are received; only opened if there is one
 * @param collect whether this process collects; true unless given. Only one process may collect a feed.
 * @param readers how many threads read what was collected; 1 unless given, 0 for none
 */
public record IngestConfig(List<Feed> feeds, Receive receive, Boolean collect, Integer readers) {
    public IngestConfig {
        feeds = List.copyOf(requireNonNullElse(feeds, List.of()));
        receive = requireNonNullElse(receive, Receive.USUAL);
        collect = requireNonNullElse(collect, true);
        readers = requireNonNullElse(readers, 1);
        if (readers < 0) {
            throw new IllegalArgumentException("ingest.readers is %d: give a number of threads".formatted(readers));
        }
        refuseTwins(feeds);
        refuseOverlaps(feeds);
    }

    /** Takes in these feeds as usual. */
    public IngestConfig(List<Feed> feeds) {
        this(feeds, Receive.USUAL, true, 1);
    }

    /**
     * Where pushed feeds are received.
     *
     * @param host the address to listen on; this machine only unless given
     * @param port the port; 8087 unless given, 0 for any that is free
     */
    public record Receive(String host, Integer port) {
        static final Receive USUAL = new Receive("127.0.0.1", 8087);

        public Receive {
            host = requireNonNullElse(host, "127.0.0.1");
            port = requireNonNullElse(port, 8087);
            if (host.isBlank()) {
                throw new IllegalArgumentException("receive.host is empty: name an address, or 0.0.0.0 for all");
            }
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("receive.port is %d: a port is 0 to 65535".formatted(port));
            }
        }
    }

    private static void refuseTwins(List<Feed> feeds) {
        var names = new HashMap<String, Feed>();
        for (Feed feed : feeds) {
            if (names.put(feed.name(), feed) != null) {
                throw new IllegalArgumentException(
                        "two feeds are named %s: a feed's name is the key of its records".formatted(feed.name()));
            }
        }
    }

    /** A file that lies in two feeds' folders would be taken by whichever looks first. */
    private static void refuseOverlaps(List<Feed> feeds) {
        for (Feed one : feeds) {
            for (Feed other : feeds) {
                if (!one.name().equals(other.name())
                        && one.source() instanceof Watch outer
                        && other.source() instanceof Watch inner
                        && plain(inner.folder()).startsWith(plain(outer.folder()))) {
                    throw new IllegalArgumentException("feed %s watches %s, and feed %s watches %s in it"
                            .formatted(one.name(), outer.folder(), other.name(), inner.folder()));
                }
            }
        }
    }

    private static Path plain(Path folder) {
        return folder.toAbsolutePath().normalize();
    }
}
