/** Finds the article in a web page. */
@NullMarked
package dateline.enrich.page;

import org.jspecify.annotations.NullMarked;
