/** The configuration file: read once, here, into the records that the other modules ask for. */
@NullMarked
package dateline.launcher.config;

import org.jspecify.annotations.NullMarked;
