/** Makes the model of names out of corpora and lists, and measures it. Not used when stories are read. */
@NullMarked
package dateline.enrich.entity.train;

import org.jspecify.annotations.NullMarked;
