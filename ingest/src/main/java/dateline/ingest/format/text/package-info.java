/** Turns bytes into characters, and tells by the first of them what kind of document they open. */
@NullMarked
package dateline.ingest.format.text;

import org.jspecify.annotations.NullMarked;
