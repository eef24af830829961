/** Copy made up for measuring, in a wire's sizes and mix. */
@NullMarked
package dateline.launcher.bench;

import org.jspecify.annotations.NullMarked;
