/** Syndicated feeds: RSS in all its dialects, Atom, CDF and JSON Feed. */
@NullMarked
package dateline.ingest.format.feed;

import org.jspecify.annotations.NullMarked;
