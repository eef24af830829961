/** The dateline command. */
@NullMarked
package dateline.launcher;

import org.jspecify.annotations.NullMarked;
