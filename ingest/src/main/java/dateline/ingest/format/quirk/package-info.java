/** What single providers do beside the general rule, each small and named, and chosen by what the copy says of its provider. */
@NullMarked
package dateline.ingest.format.quirk;

import org.jspecify.annotations.NullMarked;
