package dateline.sink.archive;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * Where the archive is.
 *
 * @param url PostgreSQL's address, as jdbc:postgresql://host:port/database
 * @param user the user to connect as; null where the address or the server's own rules say
 * @param password the user's password; never logged
 * @param poolSize the most connections held at a time, by the archive and by the API each; 8 unless given
 */
public record ArchiveConfig(
        String url, @Nullable String user, @Nullable String password, Integer poolSize) {
    private static final int POOL_SIZE = 8;

    // Jackson hands in null for what the configuration leaves out.
    @SuppressWarnings("NullAway")
    public ArchiveConfig {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException(
                    "archive.url is missing: give it as jdbc:postgresql://host:5432/database");
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            // The address itself may hold a password, so only its beginning is shown.
            throw new IllegalArgumentException(
                    "archive.url starts with \"" + url.substring(0, Math.min(8, url.length()))
                            + "\": give it as jdbc:postgresql://host:5432/database");
        }
        poolSize = requireNonNullElse(poolSize, POOL_SIZE);
        if (poolSize < 2 || poolSize > 200) {
            throw new IllegalArgumentException("archive.poolSize is " + poolSize + ": give 2 to 200");
        }
    }

    public ArchiveConfig(String url, @Nullable String user, @Nullable String password) {
        this(url, user, password, POOL_SIZE);
    }

    /** The address without what follows its question mark, which may hold credentials. */
    public String place() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "ArchiveConfig[" + place() + ", poolSize=" + poolSize + "]";
    }
}
