/** What the desk's marks on copy say of it: an update, a correction, a writethru, a note to editors. */
@NullMarked
package dateline.enrich.take;

import org.jspecify.annotations.NullMarked;
