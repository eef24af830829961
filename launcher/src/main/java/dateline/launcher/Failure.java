package dateline.launcher;

/** A command cannot do what it was asked to. The message is one line that says why and what to do. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
