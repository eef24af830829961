/** Delivers articles: to tagged topics, to the archive, to the desk. */
@NullMarked
package dateline.sink;

import org.jspecify.annotations.NullMarked;
