/** Who is named: persons, organisations, places and the rest, found in running text. */
@NullMarked
package dateline.enrich.entity;

import org.jspecify.annotations.NullMarked;
