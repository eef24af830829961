/** Reads JSON from strangers, with bounds on its size and depth. */
@NullMarked
package dateline.ingest.format.json;

import org.jspecify.annotations.NullMarked;
