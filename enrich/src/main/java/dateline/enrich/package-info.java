/** Keeps the standing version of each wire item and tags it: wire.items to wire.articles. */
@NullMarked
package dateline.enrich;

import org.jspecify.annotations.NullMarked;
