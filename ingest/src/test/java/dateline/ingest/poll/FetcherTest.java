package dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dateline.ingest.feed.Poll;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private final TestSite site = new TestSite();
    private final HttpClient http = Polling.client();
    private final List<URI> moves = new ArrayList<>();

    FetcherTest() throws IOException {}

    @AfterEach
    void close() {
        http.shutdownNow();
        site.close();
    }

    @Test
    void aRedirectIntoAForbiddenNetworkIsNotFollowed() throws Exception {
        redirects("/feed", 302, site.at("/secret").toString().replace("127.0.0.1", "localhost"));
        site.page("/secret", exchange -> TestSite.send(exchange, 200, "secret".getBytes(UTF_8)));

        Answer answer = fetch(host -> forbid(host.equals("localhost")));

        assertThat(site.asked).extracting(TestSite.Asked::path).containsExactly("/feed");
        assertThat(answer)
                .asInstanceOf(type(Answer.Failed.class))
                .extracting(Answer.Failed::why)
                .asString()
                .contains("forbidden");
    }

    @Test
    void anAnswerFromAHostThatMovedIntoAForbiddenNetworkMeanwhileIsThrownAway() throws Exception {
        site.page("/feed", exchange -> TestSite.send(exchange, 200, "secret".getBytes(UTF_8)));

        Answer answer = fetch(host -> forbid(!site.asked.isEmpty()));

        assertThat(answer).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void onlyAMoveForGoodIsReported() throws Exception {
        site.page("/feed", exchange -> TestSite.send(exchange, 200, "<rss/>".getBytes(UTF_8)));
        redirects("/permanent", 308, "/feed");
        redirects("/temporary", 307, "/permanent");

        fetch("/permanent", host -> {});
        fetch("/temporary", host -> {});

        assertThat(moves).containsExactly(site.at("/feed"));
    }

    @Test
    void whatFailsIsSaidWithoutTheAddressesQuery() throws Exception {
        site.page("/feed", exchange -> TestSite.send(exchange, 403, new byte[0]));

        assertThat(fetch("/feed?key=secret", host -> {}))
                .isEqualTo(new Answer.Failed("it answered 403: check the credentials in poll.headers", null));
    }

    private Answer fetch(Fetcher.Guard guard) throws InterruptedException {
        return fetch("/feed", guard);
    }

    private Answer fetch(String path, Fetcher.Guard guard) throws InterruptedException {
        return new Fetcher(Poll.at(site.at(path)), http, new Hosts(), Clock.systemUTC(), guard, moves::add).fetch(null);
    }

    private void redirects(String path, int status, String location) {
        site.page(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            TestSite.send(exchange, status, new byte[0]);
        });
    }

    private static void forbid(boolean forbidden) throws IOException {
        if (forbidden) {
            throw new IOException("forbidden");
        }
    }
}
