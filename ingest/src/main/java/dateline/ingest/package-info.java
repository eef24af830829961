/** Lands what feeds file on wire.raw, and reads it into wire.items. */
@NullMarked
package dateline.ingest;

import org.jspecify.annotations.NullMarked;
