/** Receives copy that providers push over HTTP: {@code POST /wire/{feed}}. */
@NullMarked
package dateline.ingest.receive;

import org.jspecify.annotations.NullMarked;
