package dateline.enrich.entity.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists that ship beside this package. Lines that begin with # are comments. */
final class Shipped {
    private Shipped() {}

    static List<String> lines(String name) {
        return linesAndGaps(name).stream().filter(line -> !line.isBlank()).toList();
    }

    /** With the empty lines. */
    static List<String> linesAndGaps(String name) {
        return all(name).stream().filter(line -> !line.startsWith("#")).toList();
    }

    /** With the comments too. */
    static List<String> all(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
