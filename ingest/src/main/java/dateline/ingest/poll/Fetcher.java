package dateline.ingest.poll;

import static java.util.Objects.requireNonNullElse;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dateline.ingest.feed.ContentCoding;
import dateline.ingest.feed.Poll;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wire.Cursor;

/**
 * Asks one feed's address once, following redirects.
 *
 * <p>Private addresses are refused before each hop and again when its answer is there: Java keeps what a name resolved to for
 * {@code networkaddress.cache.ttl} seconds, so a name that changed its address just between our look and the connection's is
 * seen to have done so, and its answer is thrown away.
 */
final class Fetcher {
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_UNUSED_BYTES = 1024 * 1024;
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, "
                    + "application/json;q=0.8, text/html;q=0.5, */*;q=0.1";

    private final Poll poll;
    private final HttpClient http;
    private final Hosts hosts;
    private final Clock clock;
    private final Consumer<URI> moved;
    private final Guard guard;

    /** Says which hosts may be asked. */
    @FunctionalInterface
    interface Guard {
        /** @throws IOException if this host may not */
        void admit(String host) throws IOException;
    }

    /**
     * @param http a client that follows no redirects itself
     * @param guard asked before each hop and again when its answer is there
     * @param moved told the new address when the feed's own one redirects for good (301, 308)
     */
    Fetcher(Poll poll, HttpClient http, Hosts hosts, Clock clock, Guard guard, Consumer<URI> moved) {
        this.poll = poll;
        this.http = http;
        this.hosts = hosts;
        this.clock = clock;
        this.guard = guard;
        this.moved = moved;
    }

    /** @param known what was answered last, to ask only for news; null to ask for everything */
    Answer fetch(@Nullable Cursor known) throws InterruptedException {
        try {
            return follow(known);
        } catch (ContentCoding.TooLargeException e) {
            return tooLarge();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return failed(why(e));
        }
    }

    private Answer follow(@Nullable Cursor known) throws Exception {
        long deadline = System.nanoTime() + poll.timeout().toNanos();
        URI address = poll.url();
        boolean forGood = true;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            URI asked = address;
            var response = hosts.inTurn(asked.getHost(), () -> ask(asked, known, deadline));
            String location = redirect(response);
            if (location == null) {
                if (hop > 0 && forGood && response.statusCode() < 400) {
                    moved.accept(asked);
                }
                return answer(response, known);
            }
            forGood &= response.statusCode() == 301 || response.statusCode() == 308;
            address = resolved(asked, location);
            String refusal = address == null ? "its Location is no address" : Poll.refusal(address);
            if (address == null || refusal != null) {
                return failed("it redirects to where we do not go: " + refusal);
            }
            if (asked.getScheme().equalsIgnoreCase("https")
                    && !address.getScheme().equalsIgnoreCase("https")) {
                return failed("it redirects from https to http, where anyone on the way could change it");
            }
        }
        return failed("it redirects more than %d times".formatted(MOST_REDIRECTS));
    }

    private HttpResponse<byte[]> ask(URI address, @Nullable Cursor known, long deadline) throws Exception {
        guard.admit(address.getHost());
        CompletableFuture<HttpResponse<byte[]>> asking = http.sendAsync(request(address, known), body());
        try {
            var response = asking.get(deadline - System.nanoTime(), NANOSECONDS);
            guard.admit(address.getHost());
            return response;
        } catch (TimeoutException e) {
            throw new IOException("it did not answer in full within " + poll.timeout(), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            asking.cancel(true);
        }
    }

    private HttpRequest request(URI address, @Nullable Cursor known) {
        var request = HttpRequest.newBuilder(address)
                // Over http the client would offer HTTP/2 by an Upgrade that some feeds' servers choke on.
                .version(
                        address.getScheme().equalsIgnoreCase("https")
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .setHeader("User-Agent", "Dateline/0.1 (news wire reader)")
                .setHeader("Accept", ACCEPT)
                .setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
        if (known != null && known.getEtag() != null) {
            request.setHeader("If-None-Match", known.getEtag());
        }
        if (known != null && known.getLastModified() != null) {
            request.setHeader("If-Modified-Since", known.getLastModified());
        }
        if (origin(address).equals(origin(poll.url()))) {
            poll.headers().forEach(request::setHeader);
        }
        return request.build();
    }

    private BodyHandler<byte[]> body() {
        return response -> response.statusCode() == 200
                ? BodySubscribers.limiting(BodySubscribers.ofByteArray(), poll.maxBytes())
                : BodySubscribers.limiting(BodySubscribers.replacing(new byte[0]), MOST_UNUSED_BYTES);
    }

    private Answer answer(HttpResponse<byte[]> response, @Nullable Cursor known) throws IOException {
        HttpHeaders headers = response.headers();
        int status = response.statusCode();
        return switch (status) {
            case 200 ->
                new Answer.Full(
                        response.uri(),
                        header(headers, "etag"),
                        header(headers, "last-modified"),
                        header(headers, "content-type"),
                        metadata(headers),
                        ContentCoding.undone(header(headers, "content-encoding"), response.body(), poll.maxBytes()));
            case 304 -> known != null ? new Answer.Unchanged() : failed("it answered 304 to an unconditional request");
            case 410 -> new Answer.Gone();
            case 401, 403, 407 -> failed("it answered %d: check the credentials in poll.headers".formatted(status));
            default ->
                new Answer.Failed(
                        "it answered " + status, RetryAfter.read(header(headers, "retry-after"), clock.instant()));
        };
    }

    private static @Nullable URI resolved(URI asked, String location) {
        try {
            return asked.resolve(location);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Map<String, String> metadata(HttpHeaders headers) {
        var metadata = new LinkedHashMap<String, String>();
        for (String name : new String[] {"etag", "last-modified", "date", "content-language"}) {
            String value = header(headers, name);
            if (value != null) {
                metadata.put(name, value);
            }
        }
        return metadata;
    }

    private static @Nullable String redirect(HttpResponse<?> response) {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> header(response.headers(), "location");
            default -> null;
        };
    }

    private static @Nullable String header(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse(null);
    }

    private static String origin(URI address) {
        return (address.getScheme() + "://" + address.getHost() + ":" + address.getPort()).toLowerCase(Locale.ROOT);
    }

    private Answer tooLarge() {
        return failed("it is larger than the %d bytes that poll.max-bytes allows".formatted(poll.maxBytes()));
    }

    private static Answer failed(String why) {
        return new Answer.Failed(why, null);
    }

    private static String why(Exception e) {
        String words = requireNonNullElse(e.getMessage(), "");
        return words.contains("exceeds capacity")
                ? "it is larger than poll.max-bytes allows"
                : e.getClass().getSimpleName() + (words.isEmpty() ? "" : ": " + words);
    }
}
