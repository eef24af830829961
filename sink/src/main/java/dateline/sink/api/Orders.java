package dateline.sink.api;

import java.io.IOException;
import wire.WireItem;

/** Where the newsroom's orders go: the wire that copy comes in by, so that a kill of the desk's is a kill like any other. */
@FunctionalInterface
public interface Orders {

    /**
     * Sends an order on its way; it is safe when this returns.
     *
     * @throws IOException if it is not known to have been taken: the same order may be given again
     */
    void send(WireItem order) throws IOException;
}
