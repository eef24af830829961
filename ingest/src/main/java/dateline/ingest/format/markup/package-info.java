/** Markup from strangers made safe to show, and its plain form. */
@NullMarked
package dateline.ingest.format.markup;

import org.jspecify.annotations.NullMarked;
