/** Reads one raw item as wire copy; knows nothing of where it came from and where it goes. */
@NullMarked
package dateline.ingest.format;

import org.jspecify.annotations.NullMarked;
