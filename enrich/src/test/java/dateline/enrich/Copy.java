package dateline.enrich;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sample copy of these tests. */
public final class Copy {
    private Copy() {}

    public static String copy(String name) {
        try (var in = requireNonNull(Copy.class.getResourceAsStream("/copy/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table of cases; its first line says what is in it. */
    public static List<String> lines(String name) {
        return copy(name).lines().skip(1).toList();
    }
}
