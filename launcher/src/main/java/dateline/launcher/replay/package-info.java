/** What today's code and rules would make of what was filed, compared with what is live. */
@NullMarked
package dateline.launcher.replay;

import org.jspecify.annotations.NullMarked;
