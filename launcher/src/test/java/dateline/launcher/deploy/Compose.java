package dateline.launcher.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A Compose file, read as far as Dateline's needs.
 *
 * @param written the tree as it is written, anchors resolved
 * @param tree the same, variables put in
 * @param services by name, variables put in
 * @param volumes the names of the volumes it declares
 */
record Compose(
        Map<String, Object> written, Map<String, Object> tree, Map<String, Service> services, Set<String> volumes) {

    static Compose of(String yaml, Interpolation variables) {
        Map<String, Object> written = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Map<String, Object> tree = map(variables.tree(written));
        var services = new LinkedHashMap<String, Service>();
        map(tree.get("services")).forEach((name, service) -> services.put(name, new Service(name, map(service))));
        return new Compose(written, tree, services, map(tree.get("volumes")).keySet());
    }

    /** The services that run the image built here. */
    List<Service> ours() {
        return services.values().stream()
                .filter(service -> service.says().containsKey("build"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<?> list(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    private static List<String> words(@Nullable Object node) {
        return list(node).stream().map(String::valueOf).toList();
    }

    /** One service, all that is written of it, and what is asked of it here. */
    record Service(String name, Map<String, Object> says) {
        private static final Pattern PORT = Pattern.compile("(?:(?<host>[^:]*):)?(?<published>\\d+):(?<target>\\d+)");

        String image() {
            return String.valueOf(says.getOrDefault("image", ""));
        }

        List<String> command() {
            return words(says.get("command"));
        }

        /** What follows an option on the command line. */
        String option(String option) {
            int at = command().indexOf(option);
            return at >= 0 && at + 1 < command().size() ? command().get(at + 1) : "";
        }

        Map<String, String> environment() {
            var all = new LinkedHashMap<String, String>();
            map(says.get("environment")).forEach((key, value) -> all.put(key, String.valueOf(value)));
            return all;
        }

        List<Integer> targetPorts() {
            return words(says.get("ports")).stream()
                    .map(PORT::matcher)
                    .filter(Matcher::matches)
                    .map(port -> Integer.valueOf(port.group("target")))
                    .toList();
        }

        /** The ports as they are written, those that Compose would open to every network among them. */
        List<String> openPorts() {
            return words(says.get("ports")).stream()
                    .filter(written -> {
                        Matcher port = PORT.matcher(written);
                        return !port.matches() || !"127.0.0.1".equals(port.group("host"));
                    })
                    .toList();
        }

        List<String> healthcheck() {
            return words(map(says.get("healthcheck")).get("test"));
        }

        /** The services it waits for, and what it waits for them to be. */
        Map<String, String> waitsFor() {
            var all = new LinkedHashMap<String, String>();
            map(says.get("depends_on"))
                    .forEach((key, value) ->
                            all.put(key, String.valueOf(map(value).get("condition"))));
            return all;
        }

        List<Mount> mounts() {
            return list(says.get("volumes")).stream().map(Mount::of).toList();
        }
    }

    /** A folder or a file in a container; the source is empty for a volume without a name. */
    record Mount(String source, String target, boolean readOnly) {
        private static Mount of(@Nullable Object written) {
            if (written instanceof Map<?, ?>) {
                Map<String, Object> parts = map(written);
                return new Mount(
                        String.valueOf(parts.getOrDefault("source", "")),
                        String.valueOf(parts.get("target")),
                        Boolean.TRUE.equals(parts.get("read_only")));
            }
            String[] parts = String.valueOf(written).split(":", -1);
            return parts.length == 1
                    ? new Mount("", parts[0], false)
                    : new Mount(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
        }

        /** A folder of the machine, not a volume of Docker's. */
        boolean isOfThisMachine() {
            return source.startsWith(".") || source.startsWith("/") || source.startsWith("~");
        }

        boolean holds(String path) {
            return path.equals(target) || path.startsWith(target + "/");
        }
    }
}
