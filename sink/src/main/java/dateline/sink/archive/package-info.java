/** Every version of every item in PostgreSQL: written once, found again, and emptied when killed. */
@NullMarked
package dateline.sink.archive;

import org.jspecify.annotations.NullMarked;
