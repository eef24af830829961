package dateline.ingest.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks into a folder again and again, and tells which files are whole: those that have not changed for a while, by their
 * own time of writing or by our watching. Links are not followed, hidden and temporary files are not seen.
 */
final class Looks {
    private static final int DEEPEST = 8;
    /** An empty file is most likely one that is about to be written. */
    private static final Duration EMPTY_SETTLES = Duration.ofSeconds(30);

    private static final List<String> TEMPORARY =
            List.of(".part", ".partial", ".tmp", ".temp", ".filepart", ".swp", "~");

    private record Seen(Dropped dropped, Instant since) {}

    private final Path folder;
    private final Set<Path> outside;
    private final Duration settle;
    private final Clock clock;
    private Map<String, Seen> last = Map.of();

    /** @param outside folders in it that are not looked into */
    Looks(Path folder, Set<Path> outside, Duration settle, Clock clock) {
        this.folder = folder;
        this.outside = outside;
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * The files that are whole, the earliest written first.
     *
     * @throws IOException if the folder cannot be looked into
     */
    List<Dropped> whole() throws IOException {
        Instant now = clock.instant();
        var seen = new HashMap<String, Seen>();
        var whole = new ArrayList<Dropped>();
        for (Dropped dropped : all()) {
            Seen before = last.get(dropped.name());
            Instant since = before != null && before.dropped().isSame(dropped) ? before.since() : now;
            seen.put(dropped.name(), new Seen(dropped, since));
            Instant settled =
                    now.minus(dropped.size() == 0 && settle.compareTo(EMPTY_SETTLES) < 0 ? EMPTY_SETTLES : settle);
            if (!since.isAfter(settled) || !dropped.modified().toInstant().isAfter(settled)) {
                whole.add(dropped);
            }
        }
        last = seen;
        whole.sort(Comparator.comparing(Dropped::modified).thenComparing(Dropped::name));
        return whole;
    }

    /** Whether there was no file at all, whole or not, at the last look. */
    boolean sawNothing() {
        return last.isEmpty();
    }

    private List<Dropped> all() throws IOException {
        var all = new ArrayList<Dropped>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                boolean looked = dir.equals(folder) || (!outside.contains(dir) && !isHidden(dir));
                return looked ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && !isHidden(file) && !isTemporary(file)) {
                    all.add(new Dropped(file, name(file), attributes.size(), attributes.lastModifiedTime()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(folder)) {
                    throw e;
                }
                // gone since the folder was listed, or a sub-folder that we may not enter
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return all;
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static boolean isTemporary(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return TEMPORARY.stream().anyMatch(name::endsWith);
    }
}
