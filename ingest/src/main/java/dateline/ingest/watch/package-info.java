/**
 * Takes files from folders. Whoever drops them gives no sign when a file is whole, unless it is written elsewhere on the same
 * disk and renamed in; so a file is whole once it has stood unchanged for a while.
 */
@NullMarked
package dateline.ingest.watch;

import org.jspecify.annotations.NullMarked;
