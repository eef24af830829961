/** What the files that run Dateline as containers say, and what is wrong with them. */
@NullMarked
package dateline.launcher.deploy;

import org.jspecify.annotations.NullMarked;
