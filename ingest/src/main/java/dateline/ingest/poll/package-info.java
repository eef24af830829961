/**
 * Asks feeds at their addresses, politely (RFC 9110: conditional requests, Retry-After, 410) and warily: what answers may be
 * slow, endless, a bomb, or a way into the network we run in.
 */
@NullMarked
package dateline.ingest.poll;

import org.jspecify.annotations.NullMarked;
