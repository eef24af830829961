package dateline.sink.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wire.Article;

/** The desks of the configuration, each with the rule that says what it wants. */
public final class Desks {
    // A desk's name ends a topic's name, where Kafka takes 249 letters, digits, dots, underscores and dashes.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Map<String, Condition> conditions;
    private final String fingerprint;

    /**
     * @param rules by the desk's name, which takes lower-case letters, digits and dashes
     * @throws IllegalArgumentException naming the desk whose name cannot be
     */
    public Desks(Map<String, DeskRule> rules) {
        var sorted = new TreeMap<>(rules);
        sorted.keySet().forEach(Desks::check);
        conditions = sorted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new Condition(entry.getValue()), (a, b) -> a, TreeMap::new));
        fingerprint = fingerprint(sorted.toString());
    }

    /** The desks' names. */
    public Set<String> names() {
        return Set.copyOf(conditions.keySet());
    }

    /** The names of the desks that want this article, in alphabetical order. Asked of tags and text, never of status. */
    public List<String> wanting(Article article) {
        return conditions.entrySet().stream()
                .filter(entry -> entry.getValue().test(article))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Changes whenever a name or a rule does: what an answer was given by. */
    public String fingerprint() {
        return fingerprint;
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "desks has \"" + name
                            + "\": a desk's name takes up to 63 lower-case letters, digits and dashes, such as asia or east-asia");
        }
    }

    private static String fingerprint(String rules) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(rules.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
