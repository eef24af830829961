package dateline.ingest.receive;

import java.util.Map;

/** Copy that is not taken: what the pusher is told. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    /**
     * @param status the HTTP status
     * @param error what is wrong and what to do, as a sentence
     */
    Refusal(int status, String error) {
        this(status, error, Map.of());
    }

    Refusal(int status, String error, Map<String, String> headers) {
        super(error);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }
}
