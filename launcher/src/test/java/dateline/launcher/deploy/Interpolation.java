package dateline.launcher.deploy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Variables in a Compose file's values, put in as Compose does (Compose Specification, "Interpolation"). */
final class Interpolation {
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$(?:(?<dollar>\\$)|\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?:(?<how>:?[-?])(?<text>[^}]*))?}|(?<bare>[A-Za-z_][A-Za-z0-9_]*))");

    private final Map<String, String> environment;
    private final Map<String, String> usual = new LinkedHashMap<>();
    private final Set<String> needed = new LinkedHashSet<>();

    Interpolation(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The same tree of maps, lists and values with every variable put in. */
    @Nullable
    Object tree(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, value) -> all.put(String.valueOf(key), tree(value)));
                yield all;
            }
            case List<?> list -> list.stream().map(this::tree).toList();
            case String text -> text(text);
            case null -> null;
            default -> node;
        };
    }

    String text(String text) {
        Matcher variable = VARIABLE.matcher(text);
        var result = new StringBuilder();
        while (variable.find()) {
            variable.appendReplacement(result, Matcher.quoteReplacement(value(variable)));
        }
        return variable.appendTail(result).toString();
    }

    /** The variables met that have a value of their own where the environment gives none, and that value. */
    Map<String, String> usual() {
        return usual;
    }

    /** The variables met that the environment has to give. */
    Set<String> needed() {
        return needed;
    }

    private String value(Matcher variable) {
        if (variable.group("dollar") != null) {
            return "$";
        }
        String name = variable.group("name") == null ? variable.group("bare") : variable.group("name");
        String how = variable.group("how");
        if (how == null || how.endsWith("?")) {
            needed.add(name);
            return environment.getOrDefault(name, "");
        }
        usual.put(name, variable.group("text"));
        return environment.getOrDefault(name, variable.group("text"));
    }
}
