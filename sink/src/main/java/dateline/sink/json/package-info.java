/** Articles as JSON, the same wherever Dateline prints one. */
@NullMarked
package dateline.sink.json;

import org.jspecify.annotations.NullMarked;
