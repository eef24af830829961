package dateline.launcher.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a running Dateline keeps its broker, database, stores and logs, held by one process at a time. The
 * operating system lets go of the lock when the process ends, however it ends: a lock file left behind stops nobody.
 */
public final class DataFolder implements AutoCloseable {
    private static final String BROKER = "broker";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it if there is none.
     *
     * @throws IOException if it cannot be made or written
     * @throws InUse if another process holds it
     */
    public static DataFolder take(Path path) throws IOException {
        Files.createDirectories(path);
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
            channel.close();
            throw new InUse(path, holder);
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(
                "process " + ProcessHandle.current().pid() + "\n"));
        return new DataFolder(path, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // The last byte there can be: the text at the file's start stays readable for those who find it locked.
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    public Path postgres() {
        return path.resolve("postgres");
    }

    /** Where the Streams stages keep their stores. */
    public Path state() {
        return path.resolve("state");
    }

    public Path logs() {
        return path.resolve("logs");
    }

    /** Lets commands run beside this process find its broker. */
    public void announce(String bootstrapServers) throws IOException {
        Files.writeString(path.resolve(BROKER), bootstrapServers + "\n");
    }

    /** Where the broker of the process that holds the folder listens; empty if no process holds it, or it has none. */
    public static Optional<String> broker(Path path) throws IOException {
        if (!Files.exists(path.resolve(BROKER))) {
            return Optional.empty();
        }
        try {
            take(path).close();
            return Optional.empty();
        } catch (InUse held) {
            return Optional.of(Files.readString(path.resolve(BROKER)).strip());
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path.resolve(BROKER));
        lock.release();
        channel.close();
    }

    /** Another process works on the folder. */
    public static final class InUse extends IOException {
        private static final long serialVersionUID = 1L;

        InUse(Path path, @Nullable String holder) {
            super("%s is in use by another Dateline (%s): stop that one, or choose another folder with --data"
                    .formatted(path, holder == null || holder.isEmpty() ? "process unknown" : holder));
        }
    }
}
