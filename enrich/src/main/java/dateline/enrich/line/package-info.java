/** The lines of JSON that the annotate and extract commands print. */
@NullMarked
package dateline.enrich.line;

import org.jspecify.annotations.NullMarked;
