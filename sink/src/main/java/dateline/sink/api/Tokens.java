package dateline.sink.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bearer tokens (RFC 6750) of the newsroom. How long a comparison takes tells nothing about them. */
final class Tokens {
    private static final String SCHEME = "bearer ";

    private final Map<String, byte[]> tokens = new HashMap<>();

    /** @param tokens by the name of whose they are */
    Tokens(Map<String, String> tokens) {
        tokens.forEach((name, token) -> this.tokens.put(name, token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether there is anybody whom an Authorization header could name. */
    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Whose token an Authorization header carries; empty if nobody's. */
    Optional<String> holder(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        String holder = null;
        for (var token : tokens.entrySet()) {
            if (MessageDigest.isEqual(given, token.getValue())) {
                holder = token.getKey();
            }
        }
        return Optional.ofNullable(holder);
    }
}
