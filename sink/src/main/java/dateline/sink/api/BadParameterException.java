package dateline.sink.api;

/** A request asks for something that can't be: the answer names the parameter and says what was expected. */
final class BadParameterException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    BadParameterException(String parameter, String expected) {
        super(expected);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }

    String expected() {
        return String.valueOf(getMessage());
    }
}
