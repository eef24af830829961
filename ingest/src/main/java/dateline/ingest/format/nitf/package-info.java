/** The News Industry Text Format, 2.x to 3.6. */
@NullMarked
package dateline.ingest.format.nitf;

import org.jspecify.annotations.NullMarked;
