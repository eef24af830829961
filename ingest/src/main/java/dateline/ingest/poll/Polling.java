package dateline.ingest.poll;

import dateline.ingest.feed.Cursors;
import dateline.ingest.feed.Feed;
import dateline.ingest.feed.Landing;
import dateline.ingest.feed.Poll;
import dateline.ingest.feed.Shift;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** Polls every feed that is to be polled, each on a thread of its own, so that none waits for another's host. */
public final class Polling implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofMillis(1500);

    private final List<Poller> pollers = new ArrayList<>();
    private final Shift shift = new Shift("poll");
    private final HttpClient http;

    /** @param feeds all feeds; those that are not polled are none of its business */
    public Polling(List<Feed> feeds, Landing landing, Cursors cursors, Clock clock) {
        http = client();
        var hosts = new Hosts();
        for (Feed feed : feeds) {
            if (feed.source() instanceof Poll poll) {
                pollers.add(new Poller(
                        feed,
                        poll,
                        http,
                        hosts,
                        landing,
                        cursors,
                        clock,
                        () -> ThreadLocalRandom.current().nextDouble()));
            }
        }
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    public void start() {
        for (Poller poller : pollers) {
            shift.begin(poller::run);
        }
    }

    /** Gives up what is being asked; it is asked again after the next start. Takes little more than a second at most. */
    @Override
    public void close() {
        shift.interrupt();
        shift.end(CLOSING);
        http.shutdownNow();
    }
}
