package dateline.ingest.watch;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file as it was seen in a watched folder.
 *
 * @param file its path
 * @param name its path within the folder, with slashes
 * @param size bytes
 * @param modified when it was last written to
 */
record Dropped(Path file, String name, long size, FileTime modified) {
    boolean isSame(Dropped other) {
        return size == other.size && modified.equals(other.modified);
    }
}
