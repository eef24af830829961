package dateline.launcher.config;

/** The configuration cannot be used. The message is one line: file, line, key, what is wrong, what was expected. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
