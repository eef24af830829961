/** Tells which language copy is in. */
@NullMarked
package dateline.enrich.language;

import org.jspecify.annotations.NullMarked;
