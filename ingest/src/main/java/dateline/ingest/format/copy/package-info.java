/** What all formats share: a wire item in the making, and the trade's notations for dates, names and ranks. */
@NullMarked
package dateline.ingest.format.copy;

import org.jspecify.annotations.NullMarked;
