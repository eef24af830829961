/** Finds countries, regions and the bodies they form in running text, and knows the places that stories are filed from. */
@NullMarked
package dateline.enrich.place;

import org.jspecify.annotations.NullMarked;
