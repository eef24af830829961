package dateline.enrich.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The lists that ship beside this package, a record a line, its columns behind tabs; comments begin with #. */
final class Resource {
    private Resource() {}

    static List<String> lines(String name) {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
            var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of context.tsv. */
    static Set<String> words(String list) {
        return lines("context.tsv").stream()
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns[0].equals(list))
                .map(columns -> Set.copyOf(names(columns[1])))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("context.tsv has no list " + list));
    }

    static List<String> names(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\\|", -1));
    }
}
