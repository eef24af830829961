/** What each desk wants to see, as rules over tagged articles. */
@NullMarked
package dateline.sink.desk;

import org.jspecify.annotations.NullMarked;
