/** What the configuration says of a feed, and the two seams that its collector needs: where copy lands and how far it has come. */
@NullMarked
package dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
