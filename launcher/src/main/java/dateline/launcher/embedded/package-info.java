/** Kafka and PostgreSQL inside Dateline's own process, on a folder of the user's: for a demo, a laptop, one newsroom. */
@NullMarked
package dateline.launcher.embedded;

import org.jspecify.annotations.NullMarked;
