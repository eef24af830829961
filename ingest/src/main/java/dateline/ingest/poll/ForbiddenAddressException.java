package dateline.ingest.poll;

import java.io.IOException;
import java.net.InetAddress;

/** A feed, or an address it redirects to, leads into a private network without leave. */
final class ForbiddenAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host, InetAddress address) {
        super("%s is at %s, which is not on the public internet: set poll.allow-private-addresses if that is meant"
                .formatted(host, address.getHostAddress()));
    }
}
