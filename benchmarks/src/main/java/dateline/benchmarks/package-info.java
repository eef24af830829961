/** JMH over the pure packages. */
@NullMarked
package dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
