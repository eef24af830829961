/** Tags an article: language, who, where, what parts of the world it is about. */
@NullMarked
package dateline.enrich.tag;

import org.jspecify.annotations.NullMarked;
