/** Web pages: what their metadata says; finding the article in them is enrich's. */
@NullMarked
package dateline.ingest.format.page;

import org.jspecify.annotations.NullMarked;
