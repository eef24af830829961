package dateline.ingest.watch;

import dateline.ingest.feed.Cursors;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Landing;
import dateline.ingest.feed.Shift;
import dateline.ingest.feed.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Watches every feed's folder, each on a thread of its own. */
public final class Watching implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final List<WatchedFolder> folders = new ArrayList<>();
    private final Shift shift = new Shift("watch");

    /** @param feeds all feeds; those that are not watched are none of its business */
    public Watching(List<Feed> feeds, Landing landing, Cursors cursors, Clock clock) {
        for (Feed feed : feeds) {
            if (feed.source() instanceof Watch watch) {
                folders.add(new WatchedFolder(feed, watch, landing, cursors, clock));
            }
        }
    }

    public void start() {
        for (WatchedFolder folder : folders) {
            shift.begin(folder::run);
        }
    }

    /** Ends what was begun, if that takes no more than a second; other files stay and are taken at the next start. */
    @Override
    public void close() {
        folders.forEach(WatchedFolder::stop);
        shift.end(CLOSING);
    }
}
