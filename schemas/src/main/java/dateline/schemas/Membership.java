package dateline.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A process's standing place in its consumer groups (KIP-345). It belongs to the process's state folder: who comes back to
 * the folder after a kill takes the place over at once, instead of waiting until the group has given the old process up.
 */
public final class Membership {
    /** After this time a member that is not heard of any more loses its partitions to the others. */
    public static final int SESSION_MILLIS = 10_000;

    private final String id;

    private Membership(String id) {
        this.id = id;
    }

    /** The membership that belongs to a state folder; made with it, if it is new. */
    public static Membership of(Path state) {
        Path file = state.resolve("member");
        try {
            Files.createDirectories(state);
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            return new Membership(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder " + state + " cannot be used", e);
        }
    }

    /** What a group's protocol calls this member (group.instance.id). */
    public String instance(String group) {
        return group + "-" + id;
    }
}
