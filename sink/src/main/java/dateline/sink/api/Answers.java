package dateline.sink.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** How every route answers: JSON that is taken for nothing else and kept by nobody. */
final class Answers {
    private static final int LONGEST_ID = 2_000;
    private static final String ANSWERED = "answered";

    private Answers() {}

    static void send(Context ctx, ObjectNode json) {
        ctx.attribute(ANSWERED, true);
        // What a wire filed is never to be taken for a page, and what is killed must not live on in a cache.
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(json.toString());
    }

    /** Says what is wrong. */
    static void refuse(Context ctx, HttpStatus status, String error) {
        send(ctx, problem(ctx, status, error));
    }

    /** What is wrong, for the caller to say more of. */
    static ObjectNode problem(Context ctx, HttpStatus status, String error) {
        ctx.status(status);
        return JsonNodeFactory.instance.objectNode().put("error", error);
    }

    static boolean isGiven(Context ctx) {
        return ctx.attribute(ANSWERED) != null;
    }

    /** The item's id in the address. */
    static String id(Context ctx) throws BadParameterException {
        String id = ctx.pathParam("id");
        if (id.isEmpty() || id.length() > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw new BadParameterException(
                    "id", "an item's id of up to " + LONGEST_ID + " characters, percent-encoded");
        }
        return id;
    }
}
