/** The archive over HTTP, to read only. */
@NullMarked
package dateline.sink.api;

import org.jspecify.annotations.NullMarked;
