package dateline.ingest.watch;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where files go once they were taken: {@code done} or {@code failed}. Names stay, sub-folders and all; where a name is taken,
 * a number is put before its ending.
 *
 * @param root the folder to put files into, made when the first one comes
 */
record Shelf(Path root) {

    /**
     * Moves a file here.
     *
     * @return where it is now
     */
    Path put(Dropped dropped) throws IOException {
        Path wanted = root.resolve(dropped.name());
        Files.createDirectories(wanted.getParent());
        Path free = wanted;
        for (int n = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); n++) {
            free = wanted.resolveSibling(numbered(wanted.getFileName().toString(), n));
        }
        try {
            return Files.move(dropped.file(), free, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(dropped.file(), free);
        }
    }

    private static String numbered(String name, int n) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name + "-" + n : name.substring(0, dot) + "-" + n + name.substring(dot);
    }
}
