package dateline.ingest.receive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The bearer tokens (RFC 6750) of a feed. How long a comparison takes tells nothing about them. */
final class Tokens {
    private static final String SCHEME = "bearer ";

    private final List<byte[]> tokens;

    Tokens(List<String> tokens) {
        this.tokens = tokens.stream()
                .map(token -> token.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Whether an Authorization header carries one of them. */
    boolean admit(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        boolean known = false;
        for (byte[] token : tokens) {
            known |= MessageDigest.isEqual(given, token);
        }
        return known;
    }
}
