package dateline.ingest.feed;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

/**
 * A feed that its provider pushes to us over HTTP.
 *
 * @param tokens the bearer tokens that may push, any of them; several so that one can be changed without a gap; never logged
 * @param perSecond how many items a second it may push, steadily, with bursts of a second's worth; 0 means 200
 * @param maxBytes the largest item to take, after decompression; 0 means 10 MiB
 */
public record Push(List<String> tokens, double perSecond, int maxBytes) implements Source {
    private static final int SHORTEST_TOKEN = 16;

    public Push {
        tokens = List.copyOf(requireNonNullElse(tokens, List.of()));
        maxBytes = Source.limit("push.max-bytes", maxBytes, 10 * 1024 * 1024);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("push.tokens is empty: give at least one token, or nobody can push");
        }
        for (String token : tokens) {
            if (token.length() < SHORTEST_TOKEN || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
                throw new IllegalArgumentException(
                        "push.tokens has one of %d characters: a token is at least %d printable ASCII characters without spaces"
                                .formatted(token.length(), SHORTEST_TOKEN));
            }
        }
        if (!(perSecond >= 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("push.per-second is %s: give items a second".formatted(perSecond));
        }
        perSecond = perSecond == 0 ? 200 : perSecond;
    }

    /** Lets this token push as feeds usually are pushed. */
    public static Push by(String token) {
        return new Push(List.of(token), 0, 0);
    }

    /** Counts the tokens but never shows them. */
    @Override
    public String toString() {
        return "Push[" + tokens.size() + " tokens, " + perSecond + " a second]";
    }
}
