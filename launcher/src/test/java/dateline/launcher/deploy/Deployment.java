package dateline.launcher.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of the project that containers are made and run by, or the same with something changed in them. */
record Deployment(Path root, Map<String, String> changed) {
    static final String COMPOSE = "docker-compose.yml";
    static final String IMAGE = "Dockerfile";
    static final String IGNORED = ".dockerignore";
    static final String EXAMPLE = ".env.example";
    static final String CONFIG = "deploy/dateline.yml";
    static final String STARTER = "deploy/dateline";

    /** As the project ships them. */
    static Deployment shipped() {
        return new Deployment(Path.of("..").toAbsolutePath().normalize(), Map.of());
    }

    /** With one text put for another, which the file must hold: else the change would change nothing. */
    Deployment with(String file, String text, String other) {
        assertThat(text(file)).contains(text);
        var more = new HashMap<>(changed);
        more.put(file, text(file).replace(text, other));
        return new Deployment(root, more);
    }

    String text(String path) {
        String file = Path.of(path).normalize().toString();
        if (changed.containsKey(file)) {
            return requireNonNull(changed.get(file));
        }
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String path) {
        return Files.exists(root.resolve(path));
    }

    boolean isExecutable(String path) {
        return Files.isExecutable(root.resolve(path));
    }

    /** The release of something that the parent pom names. */
    String release(String pattern) {
        var found = java.util.regex.Pattern.compile(pattern, java.util.regex.Pattern.DOTALL)
                .matcher(text("pom.xml"));
        assertThat(found.find()).as("the parent pom has %s", pattern).isTrue();
        return found.group(1);
    }
}
