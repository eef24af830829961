/** Reads the line that a story opens with: where it was filed, when, and for which agency. */
@NullMarked
package dateline.enrich.dateline;

import org.jspecify.annotations.NullMarked;
