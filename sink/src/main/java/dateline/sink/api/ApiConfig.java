package dateline.sink.api;

import static java.util.Objects.requireNonNullElse;

/**
 * Where the HTTP API listens.
 *
 * @param host the address to bind; this machine only (127.0.0.1) unless given
 * @param port the port; 8080 unless given, 0 takes any that is free
 */
public record ApiConfig(String host, Integer port) {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int PORT = 8080;

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
    }
}
