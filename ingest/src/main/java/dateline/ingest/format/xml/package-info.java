/** Reads XML from strangers into a small tree: no DTD, no external entity, bounded size and depth. */
@NullMarked
package dateline.ingest.format.xml;

import org.jspecify.annotations.NullMarked;
