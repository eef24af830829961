/** Decides which version of an item stands, and what the outside may see of it now. */
@NullMarked
package dateline.enrich.version;

import org.jspecify.annotations.NullMarked;
