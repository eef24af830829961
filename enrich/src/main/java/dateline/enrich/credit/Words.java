package dateline.enrich.credit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lists of words that ship beside this package; comments begin with #. */
final class Words {
    private Words() {}

    static List<String> lines(String name) {
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word that begins at a place in a text, in lower case. */
    static String first(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || "'’".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** What each of the words in a file of roles stands for. */
    static Map<String, Role> roles(String name) {
        Map<String, Role> roles = new HashMap<>();
        for (String line : lines(name)) {
            String[] columns = line.split("\t", 2);
            Role role = Role.valueOf(columns[0].toUpperCase(Locale.ROOT));
            for (String words : columns[1].split("\\|", -1)) {
                roles.put(words, role);
            }
        }
        return Map.copyOf(roles);
    }
}
