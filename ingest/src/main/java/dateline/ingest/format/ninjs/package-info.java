/** News in JSON: the IPTC's ninjs and AP's Media API, which grew from it. */
@NullMarked
package dateline.ingest.format.ninjs;

import org.jspecify.annotations.NullMarked;
