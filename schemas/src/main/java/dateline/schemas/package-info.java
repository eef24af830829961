/** What travels between the modules: topics, how their records are written, and what becomes of records nobody can use. */
@NullMarked
package dateline.schemas;

import org.jspecify.annotations.NullMarked;
