/** Tells which stories are the same one under another id: copies that others carry, and updates under an id of their own. */
@NullMarked
package dateline.enrich.kin;

import org.jspecify.annotations.NullMarked;
