package dateline.ingest.feed;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A feed that we ask for at an address.
 *
 * @param url its address, http or https
 * @param every how long to wait between two askings; 5 minutes unless given, never under a second
 * @param headers sent with each request to that address's host and to no other: credentials belong here; never logged
 * @param allowPrivateAddresses true if the address, or one it redirects to, may lie in a private or local network
 * @param maxBytes the largest answer to take, after decompression; 0 means 10 MiB
 * @param timeout how long a whole request, redirects and body included, may take; 30 seconds unless given
 */
public record Poll(
        URI url,
        Duration every,
        Map<String, String> headers,
        boolean allowPrivateAddresses,
        int maxBytes,
        Duration timeout)
        implements Source {

    private static final Duration USUALLY_EVERY = Duration.ofMinutes(5);
    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    public Poll {
        every = requireNonNullElse(every, USUALLY_EVERY);
        timeout = requireNonNullElse(timeout, USUAL_TIMEOUT);
        headers = Map.copyOf(requireNonNullElse(headers, Map.of()));
        maxBytes = Source.limit("poll.max-bytes", maxBytes, 10 * 1024 * 1024);
        String refusal = url == null ? "poll.url is missing: give the feed's address" : refusal(url);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("poll.every is %s: a second is the least".formatted(every));
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("poll.timeout is %s: give a time above zero".formatted(timeout));
        }
        headers.forEach((name, value) -> refuseUnusable(url, name, value));
    }

    /** Asks at this address as feeds usually are asked. */
    public static Poll at(URI url) {
        return new Poll(url, USUALLY_EVERY, Map.of(), false, 0, USUAL_TIMEOUT);
    }

    /**
     * Why an address cannot be asked, or null if it can. The address itself is left out of the answer from its user
     * part on, which may be a credential.
     */
    public static @Nullable String refusal(URI url) {
        String scheme = String.valueOf(url.getScheme());
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            return "an address to poll begins with \"%s:\": only http and https are asked".formatted(scheme);
        }
        if (url.getHost() == null) {
            return "an address to poll names no host: give it as https://host/path";
        }
        if (url.getRawUserInfo() != null) {
            return "the address to poll at %s carries a user name: put it into headers as Authorization"
                    .formatted(url.getHost());
        }
        return null;
    }

    /** An address fit for logs: its query, where some sites put keys, left out. */
    public static String shown(URI url) {
        String path = requireNonNullElse(url.getRawPath(), "");
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + path;
    }

    private static void refuseUnusable(URI url, String name, String value) {
        try {
            HttpRequest.newBuilder(url).header(name, value);
        } catch (IllegalArgumentException e) {
            // The exception's own words would show the value.
            throw new IllegalArgumentException(
                    "poll.headers has a \"%s\" that cannot be sent: HTTP allows no such name or value, or the client sets it itself"
                            .formatted(name));
        }
    }

    /** Names the headers but never shows their values. */
    @Override
    public String toString() {
        return "Poll[" + shown(url) + ", every " + every + ", headers " + new TreeMap<>(headers).keySet() + "]";
    }
}
