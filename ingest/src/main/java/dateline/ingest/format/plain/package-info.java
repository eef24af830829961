/** Wire copy as plain text, as it is republished and mailed. */
@NullMarked
package dateline.ingest.format.plain;

import org.jspecify.annotations.NullMarked;
