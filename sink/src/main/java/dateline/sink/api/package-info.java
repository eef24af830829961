/** The archive over HTTP: for everybody to read, and for the newsroom to order kills. */
@NullMarked
package dateline.sink.api;

import org.jspecify.annotations.NullMarked;
