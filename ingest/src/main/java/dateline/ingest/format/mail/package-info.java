/** Copy that comes by mail: RFC 5322 messages with MIME, one or a mailbox of them. */
@NullMarked
package dateline.ingest.format.mail;

import org.jspecify.annotations.NullMarked;
