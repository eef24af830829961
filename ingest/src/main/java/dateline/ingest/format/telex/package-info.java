/** The wire formats of the teleprinter: IPTC 7901 and ANPA 1312, where control characters are the markup. */
@NullMarked
package dateline.ingest.format.telex;

import org.jspecify.annotations.NullMarked;
