package dateline.launcher.deploy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** What of the project reaches the build of an image: everything that .dockerignore leaves in. */
record Context(List<String> patterns) {
    static Context of(String dockerignore) {
        return new Context(dockerignore
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    /** The last pattern that matches the path, or a folder above it, decides. */
    boolean leavesIn(String path) {
        boolean in = true;
        for (String pattern : patterns) {
            boolean exception = pattern.startsWith("!");
            if (matches(exception ? pattern.substring(1) : pattern, Path.of(path))) {
                in = exception;
            }
        }
        return in;
    }

    private static boolean matches(String pattern, Path path) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        for (Path above = path; above != null; above = above.getParent()) {
            if (matcher.matches(above)) {
                return true;
            }
        }
        return false;
    }
}
