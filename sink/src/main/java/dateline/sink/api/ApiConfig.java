package dateline.sink.api;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the HTTP API listens, and to whom of the newsroom.
 *
 * @param host the address to bind; this machine only (127.0.0.1) unless given
 * @param port the port; 8080 unless given, 0 takes any that is free
 * @param tokens the bearer tokens that may order kills and see what is held, by the name of the person or desk that holds
 *     them; none unless given; never logged
 */
public record ApiConfig(String host, Integer port, Map<String, String> tokens) {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int PORT = 8080;
    private static final int SHORTEST_TOKEN = 16;
    private static final Pattern NAME = Pattern.compile("\\p{Graph}[\\p{Graph} ]{0,99}");

    // Jackson hands in null for what the configuration leaves out.
    @SuppressWarnings("NullAway")
    public ApiConfig {
        host = requireNonNullElse(host, THIS_MACHINE);
        port = requireNonNullElse(port, PORT);
        if (host.isBlank()) {
            throw new IllegalArgumentException("api.host is empty: name an address to bind, such as 127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("api.port is " + port + ": give 0 to 65535");
        }
        tokens = requireNonNullElse(tokens, Map.of());
        Set<String> seen = new HashSet<>();
        tokens.forEach((name, token) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "api.tokens has a name that is no name: give 1 to 100 printable ASCII characters");
            }
            if (token == null
                    || token.length() < SHORTEST_TOKEN
                    || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "api.tokens.%s has %d characters: a token is at least %d printable ASCII characters without spaces"
                                .formatted(name, token == null ? 0 : token.length(), SHORTEST_TOKEN));
            }
            if (!seen.add(token)) {
                throw new IllegalArgumentException(
                        "api.tokens.%s is the same as another's: nobody could tell who gave an order".formatted(name));
            }
        });
        tokens = Map.copyOf(tokens);
    }

    /** An API without anybody who may give orders. */
    public ApiConfig(String host, Integer port) {
        this(host, port, Map.of());
    }

    /** Names those who hold a token but never shows one. */
    @Override
    public String toString() {
        return "ApiConfig[" + host + ":" + port + ", tokens of " + tokens.keySet() + "]";
    }
}
