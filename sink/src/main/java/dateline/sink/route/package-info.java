/** To which topics an article goes, and which it has left. */
@NullMarked
package dateline.sink.route;

import org.jspecify.annotations.NullMarked;
