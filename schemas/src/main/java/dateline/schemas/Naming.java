package dateline.schemas;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.Optional;

/**
 * What topics are called on the broker. A shadow of the pipeline reads one topic of the pipeline's and has all others for
 * itself.
 *
 * @param prefix stands before the name of each topic that is the shadow's own; empty for the pipeline itself
 * @param source the topic that the shadow reads of the pipeline's
 */
public record Naming(String prefix, String source) {
    /** The pipeline's own. */
    public static final Naming REAL = new Naming("", "");

    private static final String PREFIX = "dateline.shadow.prefix";
    private static final String SOURCE = "dateline.shadow.source";

    /** The naming that a client's configuration asks for. */
    static Naming from(Map<String, ?> configuration) {
        return new Naming(text(configuration, PREFIX), text(configuration, SOURCE));
    }

    private static String text(Map<String, ?> configuration, String key) {
        return String.valueOf(requireNonNullElse(configuration.get(key), ""));
    }

    /** The configuration that asks for this naming. */
    Map<String, String> configuration() {
        return Map.of(PREFIX, prefix, SOURCE, source);
    }

    /** What the topic of this plain name is called. */
    String of(String plain) {
        return plain.equals(source) ? plain : prefix + plain;
    }

    /** The plain name of what is called this; empty if it is not one of these topics. */
    Optional<String> plain(String called) {
        return Optional.of(called)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(plain -> of(plain).equals(called));
    }
}
