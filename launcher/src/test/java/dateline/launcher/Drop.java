package dateline.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files dropped into a watched folder, whole at once. */
record Drop(Path staging, Path inbox) {
    void file(String name, byte[] copy) throws IOException {
        Path written = Files.write(Files.createDirectories(staging).resolve(name), copy);
        Files.move(written, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    void file(String name, String copy) throws IOException {
        file(name, copy.getBytes(StandardCharsets.UTF_8));
    }
}
